namespace Pulumi.Tests.Deployments;

/// <summary>A program that stands still is told what it waits for; one whose work goes on, or whose engine is at work, is not.</summary>
[CancelAfter(60_000)]
internal sealed class StallWatchTests
{
    [Test]
    public async Task Quiet_OwnTaskNeverCompletes_SaysSoOnceAndGoesOn(CancellationToken cancellationToken)
    {
        var told = new TaskCompletionSource<string>();
        var end = new TaskCompletionSource();
        var runner = new Runner(Limits(text => Assert.That(told.TrySetResult(text), Is.True, "told twice")));

        var run = runner.RunAsync(() => end.Task);
        var text = await told.Task.WaitAsync(cancellationToken);
        end.SetResult();

        Assert.That(text, Does.Contain("asked nothing of the engine").And.Contain("code or tasks of the program"));
        Assert.That(await run.WaitAsync(cancellationToken), Is.Empty);
    }

    [Test]
    public async Task Quiet_SomebodyNeedsIt_IsNamed(CancellationToken cancellationToken)
    {
        var told = new TaskCompletionSource<string>();
        var end = new TaskCompletionSource<OutputData<int>>();
        var runner = new Runner(Limits(text => told.TrySetResult(text)));
        var invoke = new Waiter(() => "invoke of 'a:b:c'");
        var resource = new Waiter(() => "resource 'w' (a:b:C)");
        resource.StartsOn(invoke);

        var run = runner.RunAsync(() =>
        {
            runner.Watch(end.Task, resource);
            return Task.CompletedTask;
        });
        var text = await told.Task.WaitAsync(cancellationToken);
        end.SetResult(OutputData<int>.Plain(1));
        await run.WaitAsync(cancellationToken);

        Assert.That(text, Does.Contain("invoke of 'a:b:c' (needed by resource 'w' (a:b:C))"));
    }

    [Test]
    public async Task Quiet_EngineHasNotAnswered_IsWaitedForInSilence(CancellationToken cancellationToken)
    {
        var asked = 0;
        var looks = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        var limits = Limits(_ => Assert.Fail("the engine is at work")) with
        {
            OpenCalls = () =>
            {
                if (++asked == 5)
                {
                    looks.SetResult();
                }

                return 1;
            },
        };

        var run = new Runner(limits).RunAsync(() => end.Task);
        await looks.Task.WaitAsync(cancellationToken);
        end.SetResult();

        Assert.That(await run.WaitAsync(cancellationToken), Is.Empty);
    }

    [Test]
    public async Task Circle_LongerThanTheFirstLook_FailsTheRun(CancellationToken cancellationToken)
    {
        var runner = new Runner(Limits(_ => { }));
        var waiters = Enumerable.Range(0, 3000).Select(i => new Waiter(() => i % 1000 == 0 ? $"number {i}" : null)).ToArray();
        for (var i = 0; i < waiters.Length; i++)
        {
            waiters[i].StartsOn(waiters[(i + 1) % waiters.Length]);
        }

        var failures = await runner.RunAsync(() =>
        {
            runner.Watch(new TaskCompletionSource().Task, waiters[0]);
            return Task.CompletedTask;
        }).WaitAsync(cancellationToken);

        Assert.That(failures.Single().Message, Does.Contain("circle: number 0 -> number 1000 -> number 2000 -> number 0"));
    }

    [Test]
    public async Task Drain_FurtherFailures_AreToldButNotWhatTheCancellationBrings(CancellationToken cancellationToken)
    {
        var runner = new Runner();
        var late = new TaskCompletionSource();
        var call = new TaskCompletionSource();
        await runner.RunAsync(() =>
        {
            runner.Watch(late.Task);
            runner.Watch(call.Task);
            throw new InvalidOperationException("first");
        }).WaitAsync(cancellationToken);

        var all = await runner.DrainAsync(
            () =>
            {
                call.SetException(new HaIac.Protocol.Grpc.GrpcException(HaIac.Protocol.Grpc.GrpcStatusCode.Cancelled, "cancelled"));
                late.SetException(new FormatException("second"));
                return Task.CompletedTask;
            },
            TimeSpan.FromSeconds(20)).WaitAsync(cancellationToken);

        Assert.That(all.Select(f => f.Message), Is.EqualTo(new[] { "first", "second" }));
    }

    [Test]
    public async Task Deferred_EngineHasNotAnsweredWhoWillResolveIt_IsWaitedFor(CancellationToken cancellationToken)
    {
        var looks = 0;
        var patient = new TaskCompletionSource();
        var limits = Limits(_ => { }) with
        {
            OpenCalls = () =>
            {
                if (++looks == 20)
                {
                    patient.SetResult();
                }

                return 1;
            },
        };
        var runner = new Runner(limits);
        runner.Stalls.Patience = TimeSpan.FromMilliseconds(50);
        var deferred = new DeferredOutput<int>();

        var run = runner.RunAsync(() =>
        {
            runner.Watch(deferred);
            runner.Watch(deferred.Output.DataTask, deferred.Output.Waiter);
            return Task.CompletedTask;
        });
        await Task.WhenAny(patient.Task, run).WaitAsync(cancellationToken);
        var resolve = () => deferred.Resolve(Output.Create(1));

        Assert.That(resolve, Throws.Nothing);
        Assert.That(await run.WaitAsync(cancellationToken), Is.Empty);
    }

    private static StallLimits Limits(Action<string> tell)
        => new() { Look = TimeSpan.FromMilliseconds(10), Quiet = TimeSpan.FromMilliseconds(100), Tell = tell };
}
