using System.Diagnostics;
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
    public void Check_TenTimesTheResourcesAndConstraints_TakesAboutTenTimesAsLong()
    {
        var (small, large) = (Document(1_000), Document(10_000));
        Assert.That(CrossChecker.Check(small), Is.Empty);

        // The best of several, so that other work on the machine does not count; a square would give a hundred.
        var ratio = Best(large) / Best(small);

        Assert.That(ratio, Is.LessThan(30));
    }

    [Test]
    public void Check_ManyContradictionsAndUnknownNames_StaysFast()
    {
        var resources = string.Concat(Enumerable.Range(0, 3_000).Select(i => Dummy($"r{i}", Meta($"r{i}", ("resource-stickyness", "1")))));
        var constraints = string.Concat(Enumerable.Range(0, 2_999).Select(i => Colocation($"k{i}", $"r{i}", $"r{i + 1}") + Colocation($"n{i}", $"r{i}", $"r{(i + 1_500) % 3_000}", """score="-INFINITY" """)));
        var clock = Stopwatch.StartNew();

        var findings = CrossChecker.Check(CheckedCibs.Document(resources, constraints));

        Assert.That(findings, Has.Length.GreaterThan(5_000));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    private static double Best(CibDocument document) => Enumerable.Range(0, 5).Min(_ =>
    {
        var clock = Stopwatch.StartNew();
        CrossChecker.Check(document);
        return clock.Elapsed.TotalMilliseconds;
    });

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
