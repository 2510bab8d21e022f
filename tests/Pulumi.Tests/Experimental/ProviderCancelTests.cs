using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using Pulumi.Experimental.Provider;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Tests.Experimental;

public sealed class ProviderCancelTests
{
    [Test]
    public async Task Cancel_WhileCallsRun_CancelsThemAndLivesOn()
    {
        await using var served = await ServedProvider.StartAsync();
        var started = new CountdownEvent(2);
        served.Script.OnCreate = async (_, ct) =>
        {
            started.Signal();
            await Task.Delay(Timeout.Infinite, ct);
            return new CreateResponse();
        };
        var calls = new[] { Create(served), Create(served) };
        await Task.Run(() => started.Wait(TimeSpan.FromSeconds(30)));

        await served.CallAsync(ResourceProviderMethods.Cancel, new Empty());
        var failures = await Task.WhenAll(calls);
        served.Script.OnCreate = (_, ct) => Task.FromResult(new CreateResponse { Id = ct.IsCancellationRequested ? "cancelled" : "fresh" });
        var later = await served.CallAsync(ResourceProviderMethods.Create, new Wire.CreateRequest { Urn = ServedProvider.Urn });
        await served.CallAsync(ResourceProviderMethods.Cancel, new Empty());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failures.Select(f => f.StatusCode), Is.All.EqualTo(GrpcStatusCode.Cancelled));
            Assert.That(later.Id, Is.EqualTo("fresh"));
        }
    }

    [Test]
    public async Task Cancel_BeforeAnEngineAttached_IsAnswered()
    {
        await using var served = await ServedProvider.StartAsync(attached: false);

        Assert.That(await served.CallAsync(ResourceProviderMethods.Cancel, new Empty()), Is.EqualTo(new Empty()));
    }

    [Test]
    public async Task Create_CallerGoesAway_CancelsTheToken()
    {
        await using var served = await ServedProvider.StartAsync();
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        served.Script.OnCreate = async (_, ct) =>
        {
            using var registration = ct.Register(cancelled.SetResult);
            started.SetResult();
            await cancelled.Task;
            throw new OperationCanceledException(ct);
        };
        using var caller = new CancellationTokenSource();
        var call = served.CallAsync(ResourceProviderMethods.Create, new Wire.CreateRequest { Urn = ServedProvider.Urn }, caller.Token);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await caller.CancelAsync();

        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That(async () => await call, Throws.TypeOf<GrpcException>().With.Property("StatusCode").EqualTo(GrpcStatusCode.Cancelled));
    }

    [Test]
    public async Task Serve_ToldToStop_LetsRunningCallsAnswer()
    {
        await using var served = await ServedProvider.StartAsync();
        var started = new TaskCompletionSource();
        served.Script.OnCreate = async (_, ct) =>
        {
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, ct);
            }
            catch (OperationCanceledException)
            {
                throw new ProviderException(ProviderFailureKind.Precondition, "half made: vip");
            }

            return new CreateResponse();
        };
        var call = Create(served);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await served.StopAsync();

        Assert.That((await call).Detail, Is.EqualTo("half made: vip"));
    }

    private static Task<GrpcException> Create(ServedProvider served) =>
        served.FailAsync(ResourceProviderMethods.Create, new Wire.CreateRequest { Urn = ServedProvider.Urn });
}
