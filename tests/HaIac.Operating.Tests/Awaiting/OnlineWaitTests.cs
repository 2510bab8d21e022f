using HaIac.Operating.Awaiting;
using HaIac.Operating.Findings;
using HaIac.Operating.Services;
using HaIac.Transport;
using HaIac.Transport.Failing;
using HaIac.Transport.Observing;
using Moq;
using static HaIac.Operating.Tests.Awaiting.Pictures;

namespace HaIac.Operating.Tests.Awaiting;

internal sealed class OnlineWaitTests
{
    private static readonly ClusterStatus s_online = Status("vip") with { DesignatedController = HaIac.Cib.Values.NodeName.Parse("ctl1"), PacemakerVersion = "2.1.5" };
    private static readonly WaitSettings s_waits = new() { Interval = TimeSpan.FromMilliseconds(5), Limit = TimeSpan.FromSeconds(30) };

    [Test]
    [Property("Requirement", "G1")]
    [Property("Requirement", "L4")]
    public async Task StatusAsync_NoNodesNoControllerNoVersion_WaitsForEach()
    {
        var progress = new List<string>();
        var wait = Wait(() => s_online with { Nodes = [] }, () => s_online with { DesignatedController = null }, () => s_online with { PacemakerVersion = "" }, () => s_online);

        var status = await wait.StatusAsync(s_waits, progress.Add, CancellationToken.None);

        Assert.That(status, Is.EqualTo(s_online));
        Assert.That(progress, Has.Count.EqualTo(3));
    }

    [Test]
    [Property("Requirement", "L1")]
    [Property("Correction", "L3")]
    public async Task StatusAsync_FaultsThatHeal_AreTriedAgain()
    {
        var wait = Wait(
            () => throw Fault(TransportFailure.ClusterDown), () => throw Fault(TransportFailure.ConnectionLost), () => throw Fault(TransportFailure.TimedOut), () => s_online);

        Assert.That(await wait.StatusAsync(s_waits, _ => { }, CancellationToken.None), Is.EqualTo(s_online));
    }

    [Test]
    [Property("Correction", "L3")]
    public void StatusAsync_FaultsThatDoNotHeal_EndAtOnce()
    {
        foreach (var kind in (TransportFailure[])[TransportFailure.LoginRefused, TransportFailure.HostKey, TransportFailure.NotPermitted, TransportFailure.ToolMissing, TransportFailure.Unreachable])
        {
            var looks = 0;
            var wait = Wait(() => ++looks == 1 ? throw Fault(kind) : s_online);

            Assert.That(async () => await wait.StatusAsync(s_waits, _ => { }, CancellationToken.None), Throws.TypeOf<TransportException>(), kind.Code);
            Assert.That(looks, Is.EqualTo(1));
        }
    }

    [Test]
    [Property("Requirement", "L4")]
    public async Task StatusAsync_ALookThatHangs_HasItsOwnLimit()
    {
        var looks = 0;
        var transport = new Mock<ICibTransport>();
        transport.Setup(it => it.StatusAsync(It.IsAny<CancellationToken>())).Returns(async (CancellationToken token) =>
        {
            if (++looks == 1)
            {
                await Task.Delay(Timeout.Infinite, token);
            }

            return s_online;
        });

        await new OnlineWait(transport.Object, TimeProvider.System).StatusAsync(s_waits with { CommandTimeout = TimeSpan.FromMilliseconds(50) }, _ => { }, CancellationToken.None);

        Assert.That(looks, Is.EqualTo(2));
    }

    [Test]
    [Property("Requirement", "L1")]
    public void StatusAsync_NeverReady_EndsAtItsLimitAndSaysWhatIsMissing()
    {
        var wait = Wait(() => s_online with { DesignatedController = null });

        Assert.That(
            async () => await wait.StatusAsync(s_waits with { Limit = TimeSpan.FromMilliseconds(50) }, _ => { }, CancellationToken.None),
            Throws.TypeOf<FindingException>().With.Message.StartsWith("HAI3403: Cluster is not ready in time").And.Message.Contains("No controller (DC) is elected"));
    }

    [Test]
    [Property("Correction", "L3")]
    public void StatusAsync_Cancelled_GivesUp()
    {
        using var stop = new CancellationTokenSource();
        var wait = Wait(() => s_online with { DesignatedController = null });

        Assert.That(async () => await wait.StatusAsync(s_waits, _ => stop.Cancel(), stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private static OnlineWait Wait(params Func<ClusterStatus>[] answers)
    {
        var next = 0;
        var transport = new Mock<ICibTransport>();
        transport.Setup(it => it.StatusAsync(It.IsAny<CancellationToken>())).Returns(() =>
        {
            try
            {
                return Task.FromResult(answers[Math.Min(next++, answers.Length - 1)]());
            }
            catch (TransportException fault)
            {
                return Task.FromException<ClusterStatus>(fault);
            }
        });
        return new(transport.Object, TimeProvider.System);
    }

    private static TransportException Fault(TransportFailure kind) => new(kind, "It is so.", "ctl1", "Because.", "Wait.");
}
