using System.Diagnostics;
using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Planning.Steps;
using HaIac.Cib.Tests.Writing;
using HaIac.Cib.Writing;
using static HaIac.Cib.Tests.TestCibs;

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
                    var held = cibadmin.Held;
                    Assert.That(DocumentComparer.Compare(held, pair.After.Document).Objects, Is.Empty, what);
                    Assert.That(CibPatcher.Apply(pair.Before.Document, plan.PinnedPatch).Configuration!.DeepEquals(held.Configuration), what);
                    Interlocked.Increment(ref counts[1]);
                }

                Interlocked.Increment(ref counts[0]);
                return cibadmin;
            },
            cibadmin => cibadmin.Dispose());

        TestContext.Out.WriteLine($"{counts[0]} pairs, {counts[1]} patches accepted by cibadmin, {clock.Elapsed.TotalSeconds:F0} s");
    }

    [TestCase("p", "c(p)")]
    [TestCase("c(p)", "p")]
    [TestCase("p", "c(g(p))")]
    [TestCase("c(g(p q))", "p q")]
    [TestCase("p g(q)", "g(p q)")]
    [TestCase("p g(q)", "g(q p)")]
    [TestCase("g(p q)", "q g(p)")]
    [TestCase("g(p q) h(r)", "g(p) h(q r)")]
    [TestCase("g(p q) h(r)", "h(p q r)")]
    [TestCase("c(p)", "d(p)")]
    [TestCase("c(p) d(q)", "c(q) d(p)")]
    [TestCase("p q r", "r q p")]
    [TestCase("p q r", "c(r) q d(p)")]
    public void Patch_WrapsAndUnwraps_TheCibManagerHoldsTheOther(string one, string other)
    {
        var (before, after) = (With(Resources(one)), With(Resources(other)));
        using var cibadmin = RealCibadmin.Holding(before);
        var plan = CibPlanner.Plan(before, after);

        var (exitCode, output) = cibadmin.Patch(plan.Patch);

        Assert.That(exitCode, Is.Zero, () => $"{output}\n{plan.Patch}");
        Assert.That(cibadmin.Held.Configuration!.DeepEquals(after.Configuration), plan.Patch);
        Assert.That(CibPatcher.Apply(before, plan.Patch).Configuration!.DeepEquals(after.Configuration), plan.Patch);
    }

    /// <summary>Resources in short: c and d are clones, g and h groups, all else primitives with parts that have ids.</summary>
    private static string Resources(string text)
    {
        var xml = new System.Text.StringBuilder();
        var open = new Stack<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is 'c' or 'd' or 'g' or 'h')
            {
                open.Push(text[i] is 'c' or 'd' ? "clone" : "group");
                xml.Append($"<{open.Peek()} id=\"{text[i]}\">");
                i++;
            }
            else if (text[i] == ')')
            {
                xml.Append($"</{open.Pop()}>");
            }
            else if (text[i] != ' ')
            {
                xml.Append($"""
                    <primitive id="{text[i]}" class="ocf" provider="pacemaker" type="Dummy"><operations><op id="{text[i]}-m" name="monitor" interval="10s"/></operations></primitive>
                    """);
            }
        }

        return xml.ToString();
    }
}
