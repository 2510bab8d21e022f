using HaIac.Testing;

namespace Pulumi.Tests.Deployments.Programs;

/// <summary>Whatever fails, wherever and whenever: the program ends, with one clear error for each reason.</summary>
[Parallelizable(ParallelScope.Children)]
[CancelAfter(120_000)]
internal sealed class FailingProgramTests
{
    private const int FailureReported = 32;

    [TestCase("one-apply-of-thousands", "number 2500")]
    [TestCase("before-registrations", "before anything")]
    [TestCase("after-registrations", "after everything")]
    [TestCase("while-answers-are-open", "in the middle")]
    [TestCase("in-an-input", "in an input")]
    [TestCase("in-component-outputs", "in component outputs")]
    [TestCase("in-stack-outputs", "in stack outputs")]
    [TestCase("in-a-transformation", "in a transformation")]
    [TestCase("in-a-transform", "in a transform")]
    [TestCase("in-a-hook", "in a hook")]
    [TestCase("one-reason-many-times", "the one reason")]
    [TestCase("static-constructor", "in a static constructor")]
    [TestCase("async-void", "in async void")]
    [TestCase("own-thread", "on a thread")]
    [TestCase("while-main-blocks", "while main blocks")]
    public async Task Program_ThatFails_EndsWithOneError(string name, string reason)
    {
        await using var run = await TestProgramRun.StartAsync(name, new EngineAnswers());

        var end = await run.Program.WaitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.EqualTo(FailureReported), end.Errors);
            Assert.That(run.Errors, Has.Count.EqualTo(1), string.Join("\n---\n", run.Errors));
            Assert.That(run.Errors, Is.All.Contains(reason));
            Assert.That(run.Errors, Is.All.Not.Contains("   at "));
            Assert.That(end.Errors, Is.Empty);
            Assert.That(run.Engine.Signalled, Is.False);
        }
    }

    [Test]
    public async Task Program_TwoReasons_BothAreTold()
    {
        await using var run = await TestProgramRun.StartAsync("two-reasons");

        var end = await run.Program.WaitAsync();

        Assert.That(end.ExitCode, Is.EqualTo(FailureReported));
        Assert.That(run.Errors, Has.Count.EqualTo(2).And.Some.Contains("the first reason").And.Some.Contains("the second reason"));
    }

    [Test]
    public async Task Program_AnswersStillOpen_DoesNotWaitForThem()
    {
        await using var run = await TestProgramRun.StartAsync("while-answers-are-open", new SilentAnswers());

        var end = await run.Program.WaitAsync();

        Assert.That(end.ExitCode, Is.EqualTo(FailureReported));
        Assert.That(run.Errors, Is.EqualTo(run.Errors.Where(e => e.Contains("in the middle"))).And.Count.EqualTo(1));
    }

    [TestCase("own-output-as-input", "'self' (test:index:Thing)")]
    [TestCase("own-component", "'inside' (test:index:Thing)")]
    [TestCase("each-other", "'l' (test:index:Thing)")]
    [TestCase("outputs-only", "DeferredOutput<String>")]
    public async Task Program_WaitsForItself_EndsWithTheCircle(string name, string member)
    {
        await using var run = await TestProgramRun.StartAsync(name);

        var end = await run.Program.WaitAsync();

        Assert.That(end.ExitCode, Is.EqualTo(FailureReported), end.Errors);
        Assert.That(run.Errors, Has.Count.EqualTo(1).And.All.Contains("circle").And.All.Contains(member), string.Join("\n---\n", run.Errors));
    }
}
