using HaIac.Operating.Awaiting;
using HaIac.Transport;
using HaIac.Transport.Failing;
using HaIac.Transport.Observing;
using Moq;
using static HaIac.Operating.Tests.Awaiting.Pictures;

namespace HaIac.Operating.Tests.Awaiting;

public sealed class SettleWatcherTests
{
    private static readonly ClusterStatus s_starting = Status("vip", Instance("vip", null) with { Pending = "Starting" });
    private static readonly ClusterStatus s_running = Status("vip", Instance("vip", "ctl1"));

    [Test]
    public async Task WaitAsync_StartingThenRunning_ReportsProgressAndSettles()
    {
        var progress = new List<string>();
        var watcher = Watcher([s_starting, s_starting, s_running]);

        var verdict = await watcher.WaitAsync(Primitive(), TimeSpan.FromMinutes(5), progress.Add, CancellationToken.None);

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Settled));
        Assert.That(progress, Is.EqualTo(["starting"]));
    }

    [Test]
    public async Task WaitAsync_ManyCallers_ShareOneLoop()
    {
        var allWait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var looks = 0;
        var transport = Transport(async () =>
        {
            await allWait.Task;
            return ++looks == 1 ? s_starting : s_running;
        });
        var watcher = new SettleWatcher(transport.Object, runsAgents: true, Patience.Short());

        var waiting = Enumerable.Range(0, 40).Select(_ => watcher.WaitAsync(Primitive(), TimeSpan.FromMinutes(5), _ => { }, CancellationToken.None)).ToList();
        allWait.SetResult();
        await Task.WhenAll(waiting);

        Assert.That(looks, Is.EqualTo(2));
    }

    [Test]
    [Property("Correction", "H9")]
    public async Task WaitAsync_BlockedForGood_EndsEarlyWithTheReason()
    {
        var watcher = Watcher([Status("vip", Instance("vip", null)) with { HasQuorum = false }]);

        var verdict = await watcher.WaitAsync(Primitive(), TimeSpan.FromMinutes(5), _ => { }, CancellationToken.None);

        Assert.That((verdict.Kind, verdict.Finding!.Code.Code), Is.EqualTo((VerdictKind.Blocked, "HAI5102")));
    }

    [Test]
    [Property("Correction", "L6")]
    [Property("Correction", "S3")]
    [Property("Requirement", "L6")]
    [Property("Requirement", "P3")]
    public async Task WaitAsync_NeverSettles_EndsAtItsLimitWithWhatWasGoingOn()
    {
        var watcher = Watcher([s_starting]);

        var verdict = await watcher.WaitAsync(Primitive(), TimeSpan.FromMilliseconds(100), _ => { }, CancellationToken.None);

        Assert.That(verdict.Finding!.ToString(), Does.StartWith("HAI5101").And.Contain("starting").And.Contain("customTimeouts").And.Contain("report").And.Contain("symmetric-cluster=true").And.Contain("nodes ctl1 online"));
    }

    [Test]
    [Property("Requirement", "L3")]
    public async Task WaitAsync_ConnectionBreaksOnce_GoesOn()
    {
        var looks = 0;
        var transport = Transport(() => ++looks == 1 ? throw Lost() : Task.FromResult(s_running));
        var watcher = new SettleWatcher(transport.Object, runsAgents: true, Patience.Short());

        var verdict = await watcher.WaitAsync(Primitive(), TimeSpan.FromMinutes(5), _ => { }, CancellationToken.None);

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Settled));
    }

    [Test]
    public async Task WaitAsync_ConnectionStaysBroken_SaysSoAtTheLimit()
    {
        var watcher = new SettleWatcher(Transport(() => throw Lost()).Object, runsAgents: true, Patience.Short());

        var verdict = await watcher.WaitAsync(Primitive(), TimeSpan.FromMilliseconds(100), _ => { }, CancellationToken.None);

        Assert.That(verdict.Finding!.Why, Does.Contain("could not be observed"));
    }

    [Test]
    [Property("Correction", "L3")]
    public void WaitAsync_Cancelled_GivesUp()
    {
        using var stop = new CancellationTokenSource();
        var waiting = Watcher([s_starting]).WaitAsync(Primitive(), TimeSpan.FromMinutes(5), _ => stop.Cancel(), stop.Token);

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
    }

    private static SettleWatcher Watcher(ClusterStatus[] statuses)
    {
        var next = 0;
        var transport = Transport(() => Task.FromResult(statuses[Math.Min(next++, statuses.Length - 1)]));
        return new(transport.Object, runsAgents: true, Patience.Short());
    }

    private static Mock<ICibTransport> Transport(Func<Task<ClusterStatus>> status)
    {
        var transport = new Mock<ICibTransport>();
        var picture = Picture(s_running);
        transport.Setup(it => it.StatusAsync(It.IsAny<CancellationToken>())).Returns(() => Task.Run(status));
        transport.Setup(it => it.ReadAsync(It.IsAny<CancellationToken>())).ReturnsAsync(picture.Cib);
        transport.Setup(it => it.PlanAsync(picture.Cib, It.IsAny<CancellationToken>())).ReturnsAsync(picture.Next);
        return transport;
    }

    private static TransportException Lost() => new(TransportFailure.ConnectionLost, "The connection broke.", "ctl1", "It is rebooting.", "Wait.");
}
