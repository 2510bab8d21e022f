using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Operating.Lifecycle;
using HaIac.Transport;
using HaIac.Transport.Committing;
using Moq;

namespace HaIac.Operating.Tests.Lifecycle;

internal sealed class ClusterWriterTests
{
    private static readonly CommitException s_race = new([new CibFinding { Code = CibFindingCodes.ChangedByOthers, What = "target-role changed.", Where = "primitive vip", Mend = "Wait." }]);

    [Test]
    [Property("Requirement", "N2")]
    [Property("Correction", "L3")]
    public async Task WriteAsync_SomebodyWasFaster_WorksItOutAnew()
    {
        var committer = new Mock<ICibCommitter>();
        committer.SetupSequence(it => it.CommitAsync(It.IsAny<IReadOnlyList<CibEdit>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(s_race).ReturnsAsync(new CommitReceipt { Before = Cibs.Of(""), After = Cibs.Of(""), Written = true });
        var plans = 0;

        var wrote = await Writer(committer).WriteAsync(cib => MetaPlan.Stop(cib, new(++plans > 0 ? "vip" : "")), CancellationToken.None);

        Assert.That((wrote, plans), Is.EqualTo((true, 2)));
    }

    [Test]
    [Property("Correction", "L3")]
    public async Task WriteAsync_SomebodyIsAlwaysFaster_SaysWhatInterferes()
    {
        var committer = new Mock<ICibCommitter>();
        committer.Setup(it => it.CommitAsync(It.IsAny<IReadOnlyList<CibEdit>>(), It.IsAny<CancellationToken>())).ThrowsAsync(s_race);

        var fault = await Faults.OfAsync(() => Writer(committer).WriteAsync(cib => MetaPlan.Stop(cib, new("vip")), CancellationToken.None));

        Assert.That(fault.Message, Does.StartWith("HAI3410: Others keep changing the same setting").And.Contain("target-role changed"));
    }

    [Test]
    [Property("Correction", "L3")]
    [Property("Correction", "N4")]
    public void WriteAsync_RefusedByTheSchema_FailsAtOnce()
    {
        var committer = new Mock<ICibCommitter>();
        var refused = new CommitException([new CibFinding { Code = CibFindingCodes.SchemaRefused, What = "It is refused.", Where = "vip", Mend = "Change it." }]);
        committer.Setup(it => it.CommitAsync(It.IsAny<IReadOnlyList<CibEdit>>(), It.IsAny<CancellationToken>())).ThrowsAsync(refused);

        Assert.That(async () => await Writer(committer).WriteAsync(cib => MetaPlan.Stop(cib, new("vip")), CancellationToken.None), Throws.TypeOf<CommitException>());
        committer.Verify(it => it.CommitAsync(It.IsAny<IReadOnlyList<CibEdit>>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    private static ClusterWriter Writer(Mock<ICibCommitter> committer)
    {
        var transport = new Mock<ICibTransport>();
        transport.Setup(it => it.ReadAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Cibs.Of(Cibs.Dummy("vip")));
        return new(transport.Object, committer.Object, TimeProvider.System);
    }
}
