using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;

namespace HaIac.Provider.Tests.Serving;

/// <summary>A create that went ahead of its constraints, and whose rest comes to nothing, leaves the cluster as it was.</summary>
public sealed class EarlyWriteTests
{
    private const string Type = "haiac:services:Service";

    [Test]
    public async Task Create_WentAheadAndItsConstraintIsRefused_TakesItsResourceBack()
    {
        var cluster = new PaperCluster { Refuses = "o1" };
        await using var plugin = await Plugin.StartAsync((_, patience) => cluster.Open(patience, 1), "local:", ".");
        var ahead = plugin.CreateAsync(Type, "svc1", Service(1, "o1"));
        await Until(() => Has(cluster, "svc1-clone"));

        await plugin.CreateAsync(Type, "svc0", Service(0, null));

        Assert.That(async () => await ahead, Throws.InstanceOf<GrpcException>());
        Assert.That((Has(cluster, "svc0-clone"), Has(cluster, "svc1-clone"), Has(cluster, "o1")), Is.EqualTo((true, false, false)));
    }

    [Test]
    public async Task Create_WentAheadAndIsCancelled_TakesItsResourceBack()
    {
        var cluster = new PaperCluster();
        await using var plugin = await Plugin.StartAsync((_, patience) => cluster.Open(patience, 1), "local:", ".");
        var ahead = plugin.CreateAsync(Type, "svc1", Service(1, "o1"));
        await Until(() => Has(cluster, "svc1-clone"));

        await plugin.CallAsync(ResourceProviderMethods.Cancel, new Empty());

        Assert.That(async () => await ahead, Throws.InstanceOf<GrpcException>());
        Assert.That(Has(cluster, "svc1-clone"), Is.False);
    }

    [Test]
    public async Task Create_GoesAheadWithWhatAnEarlierTryLeft_TakesItOver()
    {
        var cluster = new PaperCluster();
        await using (var first = await Plugin.StartAsync((_, patience) => cluster.Open(patience, 1), "local:", "."))
        {
            await first.CreateAsync(Type, "svc1", Service(1, null));
        }

        await using var plugin = await Plugin.StartAsync((_, patience) => cluster.Open(patience, 1), "local:", ".");
        var patches = cluster.Patches;
        var ahead = plugin.CreateAsync(Type, "svc1", Service(1, "o1"));
        await Task.Delay(TimeSpan.FromSeconds(2)); // Longer than it waits before it goes ahead; if it did not, the next line would hide that.
        await plugin.CreateAsync(Type, "svc0", Service(0, null));
        await ahead;

        Assert.That((Has(cluster, "svc1-clone"), Has(cluster, "o1"), cluster.Patches > patches), Is.EqualTo((true, true, true)));
    }

    private static bool Has(PaperCluster cluster, string id) => cluster.Cib.FindElement(HaIac.Cib.Values.CibId.Parse(id)) is not null;

    private static async Task Until(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }

    private static string Service(int i, string? order)
    {
        var orders = order is null ? "" : "{\"cibId\":\"" + order + "\",\"first\":\"svc" + (i - 1) + "-clone\",\"then\":\"svc" + i + "-clone\"}";
        return "{\"serviceName\":\"svc" + i + "\",\"haMode\":\"ActiveActive\",\"clone\":{\"cibId\":\"svc" + i + "-clone\",\"primitive\":{\"cibId\":\"svc" + i
            + "\",\"agent\":\"ocf:pacemaker:Dummy\",\"operations\":[{\"name\":\"monitor\",\"interval\":\"10s\"}]},\"meta\":{\"interleave\":\"true\"}},\"orders\":[" + orders + "]}";
    }
}
