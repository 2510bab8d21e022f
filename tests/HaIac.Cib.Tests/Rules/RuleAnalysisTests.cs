using HaIac.Cib.Rules;

namespace HaIac.Cib.Tests.Rules;

internal sealed class RuleAnalysisTests
{
    [TestCaseSource(typeof(RuleSamples), nameof(RuleSamples.Never))]
    public void NeverMatches_OfARuleThatCannot_TellsWhy(string conditions, string reason) =>
        Assert.That(RuleAnalysis.NeverMatches(RuleSamples.Rule(conditions)), Is.EqualTo(reason));

    [TestCaseSource(typeof(RuleSamples), nameof(RuleSamples.Possible))]
    public void NeverMatches_OfARuleThatMay_IsNull(string conditions) =>
        Assert.That(RuleAnalysis.NeverMatches(RuleSamples.Rule(conditions)), Is.Null);
}
