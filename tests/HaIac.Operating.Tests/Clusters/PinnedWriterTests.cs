using HaIac.Cib.Documents;
using HaIac.Operating.Clusters;
using HaIac.Transport;
using HaIac.Transport.Failing;
using Moq;

namespace HaIac.Operating.Tests.Clusters;

[TestFixture]
public sealed class PinnedWriterTests
{
    [Test]
    [Property("Requirement", "Q3")]
    public async Task Write_SomebodyWasFaster_WorksTheChangeOutAnewSoThatNothingIsLost()
    {
        var reads = 0;
        var sent = new List<CibPatch>();
        var transport = new Mock<ICibTransport>(MockBehavior.Strict);
        transport.Setup(cluster => cluster.ReadAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => Cib(++reads));
        transport.Setup(cluster => cluster.PatchAsync(It.IsAny<CibPatch>(), It.IsAny<CancellationToken>())).Returns((CibPatch patch, CancellationToken _) =>
        {
            sent.Add(patch);
            return sent.Count == 1 ? throw new TransportException(TransportFailure.Stale, "stale", "", "", "") : Task.CompletedTask;
        });

        await PinnedWriter.WriteAsync(transport.Object, cib => cib.WithRoot(cib.Root.With("mark", "x")), CancellationToken.None);

        Assert.That(sent.Select(patch => patch.Before.Version), Is.EqualTo(new[] { new CibVersion(0, 1, 0), new CibVersion(0, 2, 0) }));
    }

    private static CibDocument Cib(int epoch) =>
        CibDocument.Parse($"""<cib admin_epoch="0" epoch="{epoch}" num_updates="0"><configuration><crm_config/><nodes/><resources/><constraints/></configuration><status/></cib>""");
}
