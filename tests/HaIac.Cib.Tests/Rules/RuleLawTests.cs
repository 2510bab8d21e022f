using FsCheck.Fluent;
using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Reading;
using HaIac.Cib.Rules;
using HaIac.Cib.Tests.Laws;
using HaIac.Cib.Values;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Tests.Rules;

/// <summary>Laws over generated rules.</summary>
internal sealed class RuleLawTests
{
    [Test]
    public void Read_OfWhatWasWritten_GivesTheSameRule() => LawCheck.Holds(GeneratedRules.Rule, rule =>
    {
        var read = RuleReader.Read(RuleWriter.Write(rule, "l", FreeIds()));

        Assert.That(WithoutIds(read!), Is.EqualTo(rule));
        Assert.That(read!.Means(rule));
    });

    [Test]
    public void Write_GivesEveryPartAnIdOfItsOwn() => LawCheck.Holds(GeneratedRules.Rule, rule =>
        Assert.That(RuleWriter.Write(rule, "l", FreeIds()).IdsInside, Is.Unique.And.All.StartsWith("l-rule")));

    [Test]
    public void Text_OfWhatWasReadBack_IsTheSame() => LawCheck.Holds(GeneratedRules.Rule, rule =>
    {
        var xml = TreeWriter.Write([RuleWriter.Write(rule, "l", FreeIds())]);
        var read = RuleReader.Read(TreeReader.Read(xml, CibReadLimits.Default).OfType<CibElement>().Single())!;

        Assert.That(RuleText.WithSettings(read), Is.EqualTo(RuleText.WithSettings(rule)).And.Not.Contains('\n'));
    });

    [Test]
    public void Means_InAnyOrderAndWithConditionsTwice_IsTheSame() =>
        LawCheck.Holds(
            from rule in GeneratedRules.Rule
            from shuffled in Gen.Shuffle(rule.Expressions.Concat(rule.Expressions.Take(1)).ToArray())
            select (rule, rule with { Expressions = shuffled.ToValueList() }),
            pair => Assert.That(pair.Item1.Means(pair.Item2)));

    [Test]
    public void NeverMatches_OfAnAlternativeToARuleThatMayMatch_IsNull() => LawCheck.Holds(GeneratedRules.Rule, rule =>
        Assert.That(RuleAnalysis.NeverMatches(new CibRule
        {
            Operator = RuleOperator.Or,
            Expressions = [rule, new NodeAttributeExpression { Attribute = "x", Comparison = AttributeComparison.Defined }],
        }),
        Is.Null));

    [Test]
    public void NeverMatches_MoreConditions_NeverMakeItMatchAgain() =>
        LawCheck.Holds(
            from one in GeneratedRules.Rule
            from other in GeneratedRules.Rule
            select (one, other),
            pair =>
            {
                if (RuleAnalysis.NeverMatches(pair.one) is not null)
                {
                    Assert.That(RuleAnalysis.NeverMatches(new CibRule { Expressions = [pair.one, pair.other] }), Is.Not.Null);
                }
            });

    private static IdPool FreeIds() => new(static _ => false);

    private static CibRule WithoutIds(CibRule rule) => rule with
    {
        Id = null,
        Expressions = rule.Expressions.Select(part => part is CibRule inner ? WithoutIds(inner) : part).ToValueList(),
    };
}
