using HaIac.Protocol.Grpc;

namespace HaIac.Protocol.Tests.Grpc;

public sealed class ManyCallsTests
{
    [Test]
    public async Task Calls_2000Pending_AllReachTheServerAndOneMoreIsAnswered()
    {
        const int count = 2000;
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pending = 0;
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable()
            .Add(Echo.Text, async (r, _) =>
            {
                if (Interlocked.Increment(ref pending) == count)
                {
                    all.SetResult();
                }

                await go.Task;
                return r;
            })
            .Add(Echo.Object, (r, _) => Task.FromResult(r)));
        var channel = GrpcChannel.ForAddress(server.Address);
        var calls = Enumerable.Range(0, count).Select(i => channel.CallAsync(Echo.Text, Echo.Of($"{i}"))).ToArray();

        await Wait.ForAsync(all.Task);
        await Wait.ForAsync(channel.CallAsync(Echo.Object, new Google.Protobuf.WellKnownTypes.Struct()));
        go.SetResult();
        var answers = await Wait.ForAsync(Task.WhenAll(calls));

        Assert.That(answers.Select(a => a.Value), Is.EqualTo(Enumerable.Range(0, count).Select(i => $"{i}")));
    }

    [Test]
    public async Task Calls_1000CancelledAtOnce_TheConnectionLivesOn()
    {
        const int count = 1000;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var none = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pending = 0;
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable()
            .Add(Echo.Text, async (r, ct) =>
            {
                if (Interlocked.Increment(ref pending) == count)
                {
                    all.SetResult();
                }

                try
                {
                    await Task.Delay(Timeout.Infinite, ct);
                }
                finally
                {
                    if (Interlocked.Decrement(ref pending) == 0)
                    {
                        none.SetResult();
                    }
                }

                return r;
            })
            .Add(Echo.Many, (r, _) => Task.FromResult(r)));
        var channel = GrpcChannel.ForAddress(server.Address);
        var bystander = channel.CallAsync(Echo.Many, Echo.Of("before"));
        using var caller = new CancellationTokenSource();
        var calls = Enumerable.Range(0, count).Select(_ => channel.CallAsync(Echo.Text, Echo.Of("a"), caller.Token)).ToArray();
        await Wait.ForAsync(all.Task);

        await caller.CancelAsync();
        var failures = await Task.WhenAll(calls.Select(Wait.FailureAsync));
        await Wait.ForAsync(none.Task);
        await Wait.ForAsync(bystander);
        var after = await Wait.ForAsync(channel.CallAsync(Echo.Many, Echo.Of("after")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failures.Select(f => f.StatusCode), Is.All.EqualTo(GrpcStatusCode.Cancelled));
            Assert.That(after.Value, Is.EqualTo("after"));
        }
    }

    [Test]
    public async Task Calls_1000OfOneKilobyteAtOnce_AllFinish()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().Add(Echo.Text, (r, _) => Task.FromResult(r)));
        var channel = GrpcChannel.ForAddress(server.Address);
        var text = new string('k', 1024);

        for (var round = 0; round < 3; round++)
        {
            var answers = await Wait.ForAsync(
                Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => channel.CallAsync(Echo.Text, Echo.Of(text)))));

            Assert.That(answers.Count(a => a.Value == text), Is.EqualTo(1000));
        }
    }
}
