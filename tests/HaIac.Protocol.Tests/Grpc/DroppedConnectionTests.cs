using HaIac.Protocol.Grpc;

namespace HaIac.Protocol.Tests.Grpc;

public sealed class DroppedConnectionTests
{
    [Test]
    public async Task Connection_CutDuringACall_BothSidesLearnOfIt([Values] bool reset)
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var server = await GrpcServer.StartAsync(Waiting(started, cancelled));
        await using var relay = new TcpRelay(server.Address);
        var call = GrpcChannel.ForAddress(relay.Address).CallAsync(Echo.Text, Echo.Of("a"));
        await Wait.ForAsync(started.Task);

        relay.Cut(reset);
        var failure = await Wait.FailureAsync(call);
        await Wait.ForAsync(cancelled.Task);

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Unavailable));
    }

    [Test]
    public async Task Connection_CutBetweenCalls_TheNextCallConnectsAgain()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().Add(Echo.Text, (r, _) => Task.FromResult(r)));
        await using var relay = new TcpRelay(server.Address);
        var channel = GrpcChannel.ForAddress(relay.Address);
        await channel.CallAsync(Echo.Text, Echo.Of("a"));

        relay.Cut(reset: false);

        // Until the client has seen the end of the old connection a call may still fail on it.
        var again = await TryAsync();
        Assert.That(again, Is.EqualTo("b"));

        async Task<string> TryAsync()
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    return (await channel.CallAsync(Echo.Text, Echo.Of("b"))).Value;
                }
                catch (GrpcException e) when (e.StatusCode == GrpcStatusCode.Unavailable && attempt < 100)
                {
                    await Task.Yield();
                }
            }
        }
    }

    [Test]
    public async Task Server_DisposedDuringACall_CallerGetsUnavailable()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        var server = await GrpcServer.StartAsync(Waiting(started, cancelled));
        var call = GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of("a"));
        await Wait.ForAsync(started.Task);

        await server.DisposeAsync();
        var failure = await Wait.FailureAsync(call);
        await Wait.ForAsync(cancelled.Task);

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Unavailable));
    }

    [Test]
    public async Task Server_Stopped_LetsCallsUnderWayAnswer()
    {
        var started = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().Add(Echo.Text, async (r, _) =>
        {
            started.SetResult();
            await go.Task;
            return r;
        }));
        var call = GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of("a"));
        await Wait.ForAsync(started.Task);

        var stopping = server.StopAsync(CancellationToken.None);
        go.SetResult();
        var answer = await Wait.ForAsync(call);
        await Wait.ForAsync(stopping);

        Assert.That(answer.Value, Is.EqualTo("a"));
    }

    private static GrpcServiceTable Waiting(TaskCompletionSource started, TaskCompletionSource cancelled) =>
        new GrpcServiceTable().Add(Echo.Text, async (r, ct) =>
        {
            await using var registration = ct.Register(() => cancelled.TrySetResult());
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return r;
        });
}
