using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;

namespace Pulumi.Tests.Experimental.Robustness;

/// <summary>Every method, cancelled by the engine and by its caller, with providers that listen and providers that do not.</summary>
public sealed class ProviderCancelledTests : MisbehavingFixture
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static IEnumerable<ProviderMethod> AllButCancel => ProviderMethods.All.Where(m => m.Name != "Cancel");

    [TestCaseSource(nameof(AllButCancel))]
    public async Task Call_EngineCancels_IsCancelled(ProviderMethod method)
    {
        var started = Wait(out var never);
        Provider.Behaviour = never;
        var call = Client.CallAsync(method.Name, method.Request(new Struct()));
        await started.WaitAsync(Limit);
        Provider.Behaviour = MisbehavingProvider.Well;

        var cancel = await Client.CallAsync("Cancel", new Empty());
        var answer = await call.WaitAsync(Limit);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cancel.Status, Is.EqualTo(GrpcStatusCode.Ok));
            Assert.That(answer.Status, Is.EqualTo(GrpcStatusCode.Cancelled));
            Assert.That(answer.Message, Is.EqualTo($"{method} was cancelled."));
        }
    }

    [TestCaseSource(typeof(ProviderMethods), nameof(ProviderMethods.All))]
    public async Task Call_CallerGoesAway_ProviderIsToldAndLivesOn(ProviderMethod method)
    {
        var told = new TaskCompletionSource();
        var started = Wait(out var never);
        Provider.Behaviour = (answer, ct) =>
        {
            ct.Register(() => told.TrySetResult());
            return never(answer, ct);
        };
        using var caller = new CancellationTokenSource();
        var call = Client.CallAsync(method.Name, method.Request(new Struct()), caller.Token);
        await started.WaitAsync(Limit);

        await caller.CancelAsync();

        Assert.That(async () => await call, Throws.InstanceOf<OperationCanceledException>());
        await told.Task.WaitAsync(Limit);
    }

    [TestCaseSource(typeof(ProviderMethods), nameof(ProviderMethods.All))]
    public async Task Call_TimeRunsOutAndProviderIsDeaf_IsDeadlineExceeded(ProviderMethod method)
    {
        var late = new TaskCompletionSource<object?>();
        Provider.Behaviour = (_, _) => late.Task;

        var answer = await Client.CallAsync(method.Name, method.Request(new Struct()), timeout: "50m").WaitAsync(Limit);
        late.SetException(new InvalidOperationException("much later"));

        Assert.That(answer.Status, Is.EqualTo(GrpcStatusCode.DeadlineExceeded));
    }

    [TestCaseSource(nameof(AllButCancel))]
    public async Task Call_EngineCancelsAndProviderFinishesAllTheSame_AnswerIsNotLost(ProviderMethod method)
    {
        var started = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        Provider.Behaviour = async (answer, _) =>
        {
            started.TrySetResult();
            await finish.Task;
            return answer;
        };
        var call = Client.CallAsync(method.Name, method.Request(new Struct()));
        await started.Task.WaitAsync(Limit);
        Provider.Behaviour = MisbehavingProvider.Well;

        await Client.CallAsync("Cancel", new Empty());
        finish.SetResult();

        Assert.That((await call.WaitAsync(Limit)).Status, Is.EqualTo(GrpcStatusCode.Ok));
    }

    [Test]
    public async Task Cancel_ARegistrationOnTheTokenThrows_TheOtherCallsAreCancelledAllTheSame()
    {
        var started = Wait(out var never);
        Provider.Behaviour = (answer, ct) =>
        {
            ct.Register(() => throw new InvalidOperationException("cannot stop"));
            return never(answer, ct);
        };
        var method = ProviderMethods.All.Single(m => m.Name == "Create");
        var call = Client.CallAsync(method.Name, method.Request(new Struct()));
        await started.WaitAsync(Limit);
        Provider.Behaviour = MisbehavingProvider.Well;

        var cancel = await Client.CallAsync("Cancel", new Empty());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cancel.Status, Is.EqualTo(GrpcStatusCode.Ok));
            Assert.That((await call.WaitAsync(Limit)).Status, Is.EqualTo(GrpcStatusCode.Cancelled));
        }
    }

    private static Task Wait(out Func<object, CancellationToken, Task<object?>?> never)
    {
        var started = new TaskCompletionSource();
        never = async (answer, ct) =>
        {
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return answer;
        };
        return started.Task;
    }
}
