using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
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

    [Test]
    public void Plan_FromAndToRefusedCibs_IsAFindingOrGivesTheOther()
    {
        var refused = Directory.GetFiles(TestFolders.SchedulerCibs("refused"), "*.xml").Order(StringComparer.Ordinal).Select(TryRead).OfType<CibDocument>().ToList();
        var valid = SchedulerCorpus.Valid();
        var (pairs, findings) = (0, 0);
        foreach (var (one, place) in refused.Select((document, place) => (document, place)))
        {
            foreach (var other in new[] { refused[(place + 1) % refused.Count], valid[place].Document })
            {
                foreach (var (before, after) in new[] { (one, other), (other, one) })
                {
                    pairs++;
                    try
                    {
                        var plan = CibPlanner.Plan(before, after);
                        var applied = plan.IsEmpty ? before : CibPatcher.Apply(before, plan.Patch);
                        Assert.That(Lines(DocumentComparer.Compare(applied, after)), Is.Empty);
                    }
                    catch (CibException)
                    {
                        findings++;
                    }
                }
            }
        }

        TestContext.Out.WriteLine($"{refused.Count} refused CIBs, {pairs} pairs with them, {findings} findings");
        Assert.That(pairs, Is.GreaterThan(50));
    }

    private static CibDocument? TryRead(string file)
    {
        try
        {
            return CibDocument.Parse(File.ReadAllText(file));
        }
        catch (CibException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Lines(DocumentComparison comparison) => comparison.Objects.Select(item =>
        $"{item.Kind} {item.Tag} {item.Id} {item.From} {item.To} {string.Join("; ", item.Attributes.Concat(item.OperatorState))}");
}
