using HaIac.Protocol.Grpc;

namespace HaIac.Protocol.Tests.Grpc;

public sealed class TimeAndCancelTests
{
    [Test]
    public async Task Deadline_Passes_CallerGetsItAndTheHandlerIsCancelled()
    {
        var cancelled = new TaskCompletionSource();
        await using var server = await GrpcServer.StartAsync(Waiting(cancelled));

        var failure = await Wait.FailureAsync(
            GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of("a"), deadline: TimeSpan.FromMilliseconds(50)));
        await Wait.ForAsync(cancelled.Task);

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.DeadlineExceeded));
    }

    [Test]
    public async Task Deadline_PassesAtTheServerOnly_ServerAnswersDeadlineExceeded()
    {
        var cancelled = new TaskCompletionSource();
        await using var server = await GrpcServer.StartAsync(Waiting(cancelled));
        using var client = RawCall.Client();
        using var request = RawCall.Request(server.Address, Echo.Text.Path, RawCall.Frame(Echo.Of("a")));
        request.Headers.Add("grpc-timeout", "50m");

        using var response = await Wait.ForAsync(client.SendAsync(request));

        Assert.That(RawCall.Status(response), Is.EqualTo("4"));
    }

    [TestCase(-1)]
    [TestCase(0)]
    public async Task Deadline_InThePast_IsExceeded(int seconds)
    {
        await using var server = await GrpcServer.StartAsync(Waiting(new TaskCompletionSource()));

        var failure = await Wait.FailureAsync(
            GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of("a"), deadline: TimeSpan.FromSeconds(seconds)));

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.DeadlineExceeded));
    }

    [TestCase(3600)]
    [TestCase(int.MaxValue)]
    public async Task Deadline_FarAway_Works(int minutes)
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().Add(Echo.Text, (r, _) => Task.FromResult(r)));

        var answer = await GrpcChannel.ForAddress(server.Address).CallAsync(
            Echo.Text, Echo.Of("a"), deadline: TimeSpan.FromMinutes(minutes));

        Assert.That(answer.Value, Is.EqualTo("a"));
    }

    [TestCase("1H", 3_600_000)]
    [TestCase("2M", 120_000)]
    [TestCase("3S", 3000)]
    [TestCase("4m", 4)]
    [TestCase("5000u", 5)]
    [TestCase("6000000n", 6)]
    [TestCase("99999999H", 40d * 24 * 3_600_000)]
    [TestCase("S", null)]
    [TestCase("", null)]
    [TestCase("12", null)]
    [TestCase("-1S", null)]
    [TestCase("1x", null)]
    public void Timeout_Header_IsReadInEveryUnit(string text, double? milliseconds) =>
        Assert.That(GrpcTimeout.Parse(text)?.TotalMilliseconds, Is.EqualTo(milliseconds));

    [TestCase(0, "0u")]
    [TestCase(1.5, "1500000u")]
    [TestCase(100, "100S")]
    public void Timeout_Written_HasAtMostEightDigits(double seconds, string text) =>
        Assert.That(GrpcTimeout.Format(TimeSpan.FromSeconds(seconds)), Is.EqualTo(text));

    [Test]
    public async Task Cancel_ByTheCaller_CancelsTheHandler()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var server = await GrpcServer.StartAsync(Waiting(cancelled, started));
        using var caller = new CancellationTokenSource();
        var call = GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of("a"), caller.Token);
        await Wait.ForAsync(started.Task);

        await caller.CancelAsync();
        var failure = await Wait.FailureAsync(call);
        await Wait.ForAsync(cancelled.Task);

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Cancelled));
    }

    [Test]
    public async Task Cancel_BeforeTheCall_IsCancelled()
    {
        await using var server = await GrpcServer.StartAsync(Waiting(new TaskCompletionSource()));

        var failure = await Wait.FailureAsync(
            GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of("a"), new CancellationToken(canceled: true)));

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Cancelled));
    }

    private static GrpcServiceTable Waiting(TaskCompletionSource cancelled, TaskCompletionSource? started = null) =>
        new GrpcServiceTable().Add(Echo.Text, async (r, ct) =>
        {
            await using var registration = ct.Register(() => cancelled.TrySetResult());
            started?.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return r;
        });
}
