using System.Diagnostics;
using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning.Steps;
using HaIac.Cib.Tests.Writing;

namespace HaIac.Cib.Tests.Planning.Steps;

/// <summary>What Pacemaker's own CIB manager makes of plans.</summary>
[Category("Tools")]
internal sealed class PlanToolsTests
{
    private const int PairCount = 2000;

    [Test]
    public void Patch_2000PairsOfSchedulerCibs_TheCibManagerHoldsTheOther()
    {
        var documents = SchedulerCorpus.Valid();
        var clock = Stopwatch.StartNew();
        var counts = new int[2];

        Parallel.ForEach(
            SchedulerCorpus.Pairs(documents, PairCount),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            () => RealCibadmin.Holding(documents[0].Document),
            (pair, _, cibadmin) =>
            {
                var plan = CibPlanner.Plan(pair.Before.Document, pair.After.Document);
                if (!plan.IsEmpty)
                {
                    cibadmin.Hold(pair.Before.Document);
                    var (exitCode, output) = cibadmin.Patch(plan.PinnedPatch);
                    var what = $"{pair.Before.Name} to {pair.After.Name}";
                    Assert.That(exitCode, Is.Zero, () => $"{what}\n{(output.Length > 2000 ? output[..2000] : output)}\n{plan.Patch}");
                    Assert.That(DocumentComparer.Compare(cibadmin.Held, pair.After.Document).Objects, Is.Empty, what);
                    Interlocked.Increment(ref counts[1]);
                }

                Interlocked.Increment(ref counts[0]);
                return cibadmin;
            },
            cibadmin => cibadmin.Dispose());

        TestContext.Out.WriteLine($"{counts[0]} pairs, {counts[1]} patches accepted by cibadmin, {clock.Elapsed.TotalSeconds:F0} s");
    }
}
