using System.Diagnostics;
using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning.Steps;
using HaIac.Cib.Tests.Laws;
using HaIac.Cib.Tests.Writing;

namespace HaIac.Cib.Tests.Comparing.Differences;

/// <summary>Pacemaker's own scheduler is the judge of what means the same.</summary>
[Category("Tools")]
internal sealed class SchedulerMeaningTests
{
    [Test]
    public void Write_EverySchedulerCib_GivesTheSameTransition()
    {
        var actions = 0;
        var files = Directory.GetFiles(TestFolders.SchedulerCibs("valid"), "*.xml");
        Run(files, (scheduler, file) =>
        {
            var text = File.ReadAllText(file);
            var document = CibDocument.Parse(text);
            var expected = scheduler.Transition(text, out var expectedGraph);

            Assert.That(scheduler.Transition(document.ToXml(), out var graph), Is.EqualTo(expected), file);
            Assert.That(graph, Is.EqualTo(expectedGraph), file);
            Assert.That(DocumentComparer.Compare(document, CibDocument.Parse(document.ToXml())).IsEmpty, file);
            Interlocked.Add(ref actions, graph.Split("<action_set>").Length - 1);
        });

        TestContext.Out.WriteLine($"{files.Length} CIBs, {actions} actions, the same transition for what was read and what was written");
        Assert.That(files, Has.Length.GreaterThan(100));
    }

    [Test]
    public void Plan_ToAnotherSchedulerCib_GivesTheTransitionOfThatOne()
    {
        var pairs = SchedulerCorpus.Pairs(SchedulerCorpus.Valid(), 110).ToList();
        Run(pairs, (scheduler, pair) =>
        {
            // Configuration from the plan, spelled as the earlier document has it; status and quorum from the later one.
            var (before, after) = (pair.Before.Document, pair.After.Document);
            var planned = after.WithRoot(after.Root.Replace(after.Configuration!, CibPlanner.Plan(before, after).After.Configuration!));

            Assert.That(scheduler.Transition(planned), Is.EqualTo(scheduler.Transition(after)), $"{pair.Before.Name} to {pair.After.Name}");
        });

        TestContext.Out.WriteLine($"{pairs.Count} plans, each with the transition of the document it leads to");
    }

    [Test]
    [Property("Requirement", "M2")]
    [Property("Requirement", "M6")]
    public void Compare_EverySchedulerCibSpelledAnotherWay_TheSchedulerAgreesThatItMeansTheSame()
    {
        var documents = SchedulerCorpus.Valid();
        Run(documents, (scheduler, entry) =>
        {
            var other = Respelling.Of(entry.Document, 20261122);

            Assert.That(DocumentComparer.Compare(entry.Document, other).Objects, Is.Empty, entry.Name);

            // The ids of sets come up in the names of actions without effect, and nowhere else.
            var transition = scheduler.Transition(other).Replace("respelled-", "", StringComparison.Ordinal);
            Assert.That(transition, Is.EqualTo(scheduler.Transition(entry.Document)), entry.Name);
        });

        TestContext.Out.WriteLine($"{documents.Count} CIBs with order, ids of parts and spellings changed, each with the same transition");
    }

    private static void Run<T>(IEnumerable<T> items, Action<RealScheduler, T> check)
    {
        var clock = Stopwatch.StartNew();
        Parallel.ForEach(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            static () => new RealScheduler(),
            (item, _, scheduler) =>
            {
                check(scheduler, item);
                return scheduler;
            },
            static scheduler => scheduler.Dispose());
        TestContext.Out.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s");
    }
}
