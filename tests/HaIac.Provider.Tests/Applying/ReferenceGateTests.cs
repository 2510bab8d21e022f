using HaIac.Provider.Applying;

namespace HaIac.Provider.Tests.Applying;

public sealed class ReferenceGateTests
{
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(300);

    [Test]
    [Property("Requirement", "C4")]
    public async Task NeedsMet_DeclaredByAnotherCall_GoesOn()
    {
        var gate = new ReferenceGate(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var constraint = gate.Enter([], ["vip"], []);
        var waiting = constraint.NeedsMetAsync(CancellationToken.None);
        Assert.That(waiting.IsCompleted, Is.False);

        using var resource = gate.Enter(["vip"], [], []);

        Assert.That(await waiting.WaitAsync(TimeSpan.FromMinutes(2)), Is.True);
    }

    [Test]
    public async Task NeedsMet_TwoCallsThatNeedEachOther_BothGoOn()
    {
        var gate = new ReferenceGate(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var one = gate.Enter(["a"], ["b"], []);
        var first = one.NeedsMetAsync(CancellationToken.None);

        using var other = gate.Enter(["b"], ["a"], []);

        Assert.That(await Task.WhenAll(first, other.NeedsMetAsync(CancellationToken.None)).WaitAsync(TimeSpan.FromMinutes(2)), Is.All.True);
    }

    [Test]
    public async Task NeedsMet_ProviderItselfWaitsForNothing_NobodyGoesOn()
    {
        var gate = new ReferenceGate(TimeProvider.System, s_grace);
        using var resource = gate.Enter(["a"], ["nowhere"], []);
        using var constraint = gate.Enter([], ["a"], []);

        var met = await Task.WhenAll(resource.NeedsMetAsync(CancellationToken.None), constraint.NeedsMetAsync(CancellationToken.None)).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.That(met, Is.All.False);
        Assert.That(constraint.Missing(), Is.EqualTo(["a"]));
    }

    [Test]
    public async Task NeedsMet_SeenInTheCluster_GoesOn()
    {
        var gate = new ReferenceGate(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var constraint = gate.Enter([], ["vip"], []);
        gate.Saw(["vip"]);

        Assert.That(await constraint.NeedsMetAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(2)), Is.True);
    }

    [Test]
    public async Task NeedsMet_OtherCallAtWork_OutlastsTheGrace()
    {
        var gate = new ReferenceGate(TimeProvider.System, s_grace);
        using var constraint = gate.Enter([], ["later"], []);
        Task<bool> waiting;
        using (gate.Enter(["slow"], [], []))
        {
            waiting = constraint.NeedsMetAsync(CancellationToken.None);
            Assert.That(await Task.WhenAny(waiting, Task.Delay(s_grace * 3)), Is.Not.SameAs(waiting));
        }

        Assert.That(await waiting.WaitAsync(TimeSpan.FromMinutes(2)), Is.False);
    }

    [Test]
    public async Task NeedsMet_CallThatWouldDeclareItFails_DoesNotGoOn()
    {
        var gate = new ReferenceGate(TimeProvider.System, s_grace);
        gate.Enter(["vip"], [], []).Dispose();
        using var constraint = gate.Enter([], ["vip"], []);

        Assert.That(await constraint.NeedsMetAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(2)), Is.False);
    }

    [Test]
    public async Task NeedsMet_LandedBefore_GoesOn()
    {
        var gate = new ReferenceGate(TimeProvider.System, TimeSpan.FromMinutes(5));
        using (var resource = gate.Enter(["vip"], [], []))
        {
            resource.Landed();
        }

        using var constraint = gate.Enter([], ["vip"], []);

        Assert.That(await constraint.NeedsMetAsync(CancellationToken.None), Is.True);
    }

    [Test]
    public async Task Removed_ByAnotherCall_GoesOn()
    {
        var gate = new ReferenceGate(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var resource = gate.Enter([], [], ["vip"]);
        var waiting = resource.RemovedAsync(["order"], CancellationToken.None);
        Assert.That(waiting.IsCompleted, Is.False);

        using var constraint = gate.Enter([], [], ["order"]);

        Assert.That(await waiting.WaitAsync(TimeSpan.FromMinutes(2)), Is.True);
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Removed_ByACallThatItselfWaits_GoesOnOnlyWithIt()
    {
        var gate = new ReferenceGate(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var first = gate.Enter([], [], ["a"], awaitsRemovals: true);
        var firstWaits = first.RemovedAsync(["b-after-a"], CancellationToken.None);
        using var second = gate.Enter([], [], ["b", "b-after-a"], awaitsRemovals: true);
        Assert.That(firstWaits.IsCompleted, Is.False, "the second does not know yet what it waits for");
        var secondWaits = second.RemovedAsync(["c-after-b"], CancellationToken.None);
        Assert.That((firstWaits.IsCompleted, secondWaits.IsCompleted), Is.EqualTo((false, false)), "the third is not here yet");

        using var third = gate.Enter([], [], ["c", "c-after-b"], awaitsRemovals: true);
        var thirdWaits = third.RemovedAsync([], CancellationToken.None);

        Assert.That(await Task.WhenAll(firstWaits, secondWaits, thirdWaits).WaitAsync(TimeSpan.FromMinutes(2)), Is.All.True);
    }

    [Test]
    public void NeedsMet_Cancelled_GivesUp()
    {
        using var stop = new CancellationTokenSource();
        var gate = new ReferenceGate(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var constraint = gate.Enter([], ["vip"], []);
        var waiting = constraint.NeedsMetAsync(stop.Token);
        stop.Cancel();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
    }
}
