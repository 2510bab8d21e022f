using System.Globalization;
using HaIac.Cib.Checking;
using HaIac.Cib.Documents;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

/// <summary>The checks must not walk over pairs of resources: ten times the document, about ten times the work.</summary>
internal sealed class GrowthTests
{
    [Test]
    public void Loops_LongChains_AreSearchedInStepsThatGrowWithTheChain()
    {
        var (small, large) = (Steps(1_000), Steps(10_000));

        Assert.That((double)large / small, Is.LessThan(11));
    }

    [Test]
    public void Loops_OneCircleOfTenThousand_IsFoundWithoutRecursion()
    {
        var graph = new LoopGraph<int, int>();
        for (var i = 0; i < 10_000; i++)
        {
            graph.Add(i, (i + 1) % 10_000, i);
        }

        Assert.That(graph.Loops().Single().Loop, Has.Count.EqualTo(10_000));
    }

    [Test]
    public void Check_TenTimesTheResourcesAndConstraints_TakesAboutTenTimesTheMemory()
    {
        var (small, large) = (Document(1_000), Document(10_000));
        Assert.That(CrossChecker.Check(small), Is.Empty);

        // Time would depend on what else the machine does; what is allocated does not.
        Assert.That((double)Allocated(large) / Allocated(small), Is.LessThan(12));
    }

    private static long Allocated(CibDocument document)
    {
        CrossChecker.Check(document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        CrossChecker.Check(document);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static long Steps(int count)
    {
        var graph = new OrderGraph(new Survey(Document(count))).Graph;
        Assert.That(graph.Loops(), Is.Empty);
        return graph.Steps;
    }

    /// <summary>Clones, groups and primitives, each after and with the one before it, and on a node.</summary>
    private static CibDocument Document(int count)
    {
        var resources = Enumerable.Range(0, count).Select(i => (i % 5) switch
        {
            0 => Clone(Name(i), Dummy($"inner{i}", Operations($"inner{i}", """name="monitor" interval="10s" timeout="20s" """)), ("interleave", "true")),
            1 => Group(Name(i), Dummies($"a{i}", $"b{i}")),
            _ => Dummy(Name(i)),
        });
        var constraints = Enumerable.Range(1, count - 1).Select(i => (i % 3) switch
        {
            0 => Order($"o{i}", Name(i - 1), Name(i)),
            1 => Colocation($"k{i}", Name(i), Name(i - 1)),
            _ => $"""<rsc_location id="l{i}" rsc="{Name(i)}" node="ctl1" score="5"/>""",
        });
        return CheckedCibs.Document(string.Concat(resources), string.Concat(constraints));
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"r{number}");
}
