using System.Diagnostics;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Testing;

namespace Pulumi.Tests.Deployments.Programs;

/// <summary>A program ends when it is told to, whatever it waits for, and says so when nobody told it.</summary>
[Parallelizable(ParallelScope.Children)]
[CancelAfter(120_000)]
internal sealed class EndingProgramTests
{
    // A second, and what a loaded host takes to end a process at all.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    [TestCase("waits-for-answers", "INT")]
    [TestCase("waits-for-answers", "TERM")]
    [TestCase("waits-for-itself", "INT")]
    [TestCase("waits-for-itself", "TERM")]
    [TestCase("blocks-its-thread", "INT")]
    [TestCase("blocks-its-thread", "TERM")]
    [TestCase("serves-callbacks", "INT")]
    [TestCase("serves-callbacks", "TERM")]
    [Platform(Exclude = "Win", Reason = "Windows has no such signals")]
    public async Task Signal_WhateverItWaitsFor_EndsTheProgram(string name, string signal)
    {
        var answers = new SilentAnswers();
        await using var run = await TestProgramRun.StartAsync(name, answers);
        await answers.Asked;

        var sent = await run.Program.SignalAsync(signal);
        var end = await run.Program.WaitAsync();

        await TestContext.Out.WriteLineAsync($"{name} {signal}: {Stopwatch.GetElapsedTime(sent).TotalMilliseconds:0} ms, exit code {end.ExitCode}");
        Assert.That(Stopwatch.GetElapsedTime(sent), Is.LessThan(Soon));
        Assert.That(end.ExitCode, Is.Not.Zero);
        Assert.That(end.Errors, Is.Empty);
    }

    [TestCase("waits-for-answers")]
    [TestCase("waits-for-itself")]
    [TestCase("blocks-its-thread")]
    [TestCase("serves-callbacks")]
    public async Task Engine_IsGone_EndsTheProgramWithOneMessage(string name)
    {
        var answers = new SilentAnswers();
        await using var run = await TestProgramRun.StartAsync(name, answers);
        await answers.Asked;

        var gone = Stopwatch.GetTimestamp();
        await run.Engine.DisposeAsync();
        var end = await run.Program.WaitAsync();

        await TestContext.Out.WriteLineAsync($"{name}: {Stopwatch.GetElapsedTime(gone).TotalMilliseconds:0} ms, exit code {end.ExitCode}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Stopwatch.GetElapsedTime(gone), Is.LessThan(Soon));
            Assert.That(end.ExitCode, Is.EqualTo(1));
            Assert.That(end.Errors, Does.StartWith("The engine at 127.0.0.1:").And.Contain("mend"));
            Assert.That(end.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(3), end.Errors);
        }
    }

    [Test]
    public async Task Monitor_ShutDown_EndsTheProgramWithoutWordsOfItsOwn()
    {
        await using var run = await TestProgramRun.StartAsync("load", new ShutDownAnswers());

        var end = await run.Program.WaitAsync();

        Assert.That(end.ExitCode, Is.EqualTo(32));
        Assert.That(run.Errors, Is.Empty);
        Assert.That(end.Errors, Is.Empty);
    }

    [Test]
    public async Task Engine_OlderThanTheQuestions_IsEnough()
    {
        await using var run = await TestProgramRun.StartAsync("runs-twice", new AncientAnswers());

        var end = await run.Program.WaitAsync();

        Assert.That(end.ExitCode, Is.Zero, end.Errors + string.Join('\n', run.Errors));
    }

    [Test]
    public async Task Engine_IsGoneWhenTheProgramIsDone_EndsWithOneMessage()
    {
        var answers = new DyingAnswers();
        await using var run = await TestProgramRun.StartAsync("runs-twice", answers);
        await answers.Signalled.Task;

        await run.Engine.DisposeAsync();
        var end = await run.Program.WaitAsync();

        Assert.That(end.ExitCode, Is.Not.Zero);
        Assert.That(end.Errors.Split('\n').Count(l => l.StartsWith("The engine at ", StringComparison.Ordinal)), Is.InRange(1, 2), end.Errors);
    }

    [Test]
    public async Task Constructor_ThrowsAndIsCaught_TheRunEnds()
    {
        await using var run = await TestProgramRun.StartAsync("caught-constructor");

        var end = await run.Program.WaitAsync();

        Assert.That((end.ExitCode, end.Output), Is.EqualTo((0, "caught\n")), end.Errors);
        Assert.That(run.Engine.Signalled, Is.True);
    }

    [Test]
    public async Task Exit_BeforeTheRunIsOver_IsNoSuccess()
    {
        await using var run = await TestProgramRun.StartAsync("exit-early", new SilentAnswers());

        var end = await run.Program.WaitAsync();

        Assert.That(end.ExitCode, Is.EqualTo(1));
        Assert.That(end.Errors, Does.StartWith("The program ended by itself before").And.Contain("mend"));
    }

    [Test]
    public async Task Exit_WithACodeOfItsOwn_KeepsIt()
    {
        await using var run = await TestProgramRun.StartAsync("exit-early-with-code", new SilentAnswers());

        var end = await run.Program.WaitAsync();

        Assert.That((end.ExitCode, end.Errors), Is.EqualTo((7, "")));
    }

    [Test]
    public async Task RunAsync_TwiceInARow_RunsBoth()
    {
        await using var run = await TestProgramRun.StartAsync("runs-twice");

        var end = await run.Program.WaitAsync();

        Assert.That(end.ExitCode, Is.Zero, end.Errors);
        Assert.That(
            run.Engine.Requests<RegisterResourceRequest>().Where(r => r.Custom).Select(r => r.Name),
            Is.EqualTo(new[] { "first", "second" }));
    }

    /// <summary>An engine that knows neither of features nor of the signal at the end.</summary>
    private sealed class AncientAnswers : EngineAnswers
    {
        public override bool HasFeature(string id) => throw new GrpcException(GrpcStatusCode.Unimplemented, "unknown method SupportsFeature");

        public override Task<Google.Protobuf.WellKnownTypes.Empty> SignalAsync(Google.Protobuf.WellKnownTypes.Empty request)
            => throw new GrpcException(GrpcStatusCode.Unimplemented, "unknown method SignalAndWaitForShutdown");
    }

    /// <summary>An engine that does not answer the signal at the end.</summary>
    private sealed class DyingAnswers : EngineAnswers
    {
        public TaskCompletionSource Signalled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task<Google.Protobuf.WellKnownTypes.Empty> SignalAsync(Google.Protobuf.WellKnownTypes.Empty request)
        {
            Signalled.TrySetResult();
            await Task.Delay(Timeout.Infinite);
            return request;
        }
    }

    /// <summary>An engine that ends the deployment after a hundred resources, as one does whose user pressed Ctrl-C.</summary>
    private sealed class ShutDownAnswers : EngineAnswers
    {
        private int _count;

        public override Task<RegisterResourceResponse> RegisterAsync(string urn, RegisterResourceRequest request)
            => Interlocked.Increment(ref _count) > 100
                ? throw new GrpcException(GrpcStatusCode.Unavailable, "resource monitor shut down")
                : base.RegisterAsync(urn, request);
    }
}
