using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning.Steps;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Tests.Planning.Steps;

/// <summary>Plans between the CIBs of Pacemaker's own scheduler tests.</summary>
internal sealed class CorpusPlanTests
{
    private const int PairCount = 2000;

    [Test]
    public void Plan_2000PairsOfSchedulerCibs_AppliedByUsMeansTheOther()
    {
        var documents = SchedulerCorpus.Valid();
        var (pairs, changes) = (0, 0);

        foreach (var (before, after) in SchedulerCorpus.Pairs(documents, PairCount))
        {
            var plan = CibPlanner.Plan(before.Document, after.Document);
            var what = $"{before.Name} to {after.Name}";
            if (plan.IsEmpty)
            {
                Assert.That(plan.After, Is.SameAs(before.Document), what);
                continue;
            }

            var applied = CibPatcher.Apply(before.Document, plan.Patch);

            Assert.That(Lines(DocumentComparer.Compare(applied, after.Document)), Is.Empty, what);
            Assert.That(applied.Configuration!.DeepEquals(plan.After.Configuration), what);
            pairs++;
            changes += plan.Steps.Count;
        }

        TestContext.Out.WriteLine($"{PairCount} pairs, {pairs} with differences, {changes} steps");
        Assert.That(pairs, Is.GreaterThan(PairCount * 9 / 10));
    }

    [Test]
    public void Compare_EverySchedulerCibReadAgain_FindsNothing()
    {
        var documents = SchedulerCorpus.Valid();
        foreach (var (name, document) in documents)
        {
            var again = CibDocument.Parse(document.ToXml());
            Assert.That(Lines(DocumentComparer.Compare(document, again)), Is.Empty, name);
            Assert.That(CibPlanner.Plan(document, again).Patch, Is.Empty, name);
        }
    }

    private static IEnumerable<string> Lines(DocumentComparison comparison) => comparison.Objects.Select(item =>
        $"{item.Kind} {item.Tag} {item.Id} {item.From} {item.To} {string.Join("; ", item.Attributes.Concat(item.OperatorState))}");
}
