using System.Diagnostics;
using HaIac.Protocol.Grpc;

namespace HaIac.Provider.Tests.Serving;

/// <summary>Many resources at once: what they cost is counted in patches and questions to the cluster, not in seconds.</summary>
public sealed class ScaleTests
{
    [Test]
    [Property("Correction", "C4")]
    [Property("Requirement", "M1")]
    public async Task TwoHundredServicesInAChain_AtOnce_TakeFewPatchesAndQuestions()
    {
        var cluster = new PaperCluster();
        await using var plugin = await Plugin.StartAsync((_, patience) => cluster.Open(patience, 200), "local:", ".");
        var watch = Stopwatch.StartNew();

        var services = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => plugin.CreateAsync("haiac:services:Service", $"svc{i}", Service(i))));

        TestContext.Out.WriteLine($"200 creates: {cluster.Patches} patches, {cluster.Questions} questions, {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.That(cluster.Patches, Is.LessThanOrEqualTo(3));
        Assert.That(cluster.Questions, Is.LessThan(600)); // Status, configuration and plan per resource would be 600; it takes some tens.

        var patches = cluster.Patches;
        watch.Restart();
        await using var destroyer = await Plugin.StartAsync((_, patience) => cluster.Open(patience, 200), "local:", ".");
        await Task.WhenAll(services.Select((service, i) => destroyer.DeleteAsync("haiac:services:Service", $"svc{i}", service.Id, service.Outputs)));

        TestContext.Out.WriteLine($"200 deletes: {cluster.Patches - patches} patches, {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.That(cluster.Patches - patches, Is.LessThanOrEqualTo(3));
        Assert.That(cluster.Cib.Resources.Concat(cluster.Cib.Constraints), Is.Empty);
    }

    [Test]
    public async Task Chain_WithFewerCallsAtOnceThanHangTogether_ComesAndGoes()
    {
        const int Length = 20;
        const int AtOnce = 4;
        var cluster = new PaperCluster();
        await using var plugin = await Plugin.StartAsync((_, patience) => cluster.Open(patience, 1), "local:", ".");

        // Against the order of the chain: each service names one whose create has not begun.
        var services = await AtMostAsync(AtOnce, Enumerable.Range(0, Length).Reverse(), async i => (
            Index: i, Created: await plugin.CreateAsync("haiac:services:Service", $"svc{i}", Service(i))));
        Assert.That(cluster.Cib.Constraints, Has.Exactly(Length - 1).Items);
        await using var destroyer = await Plugin.StartAsync((_, patience) => cluster.Open(patience, 1), "local:", ".");

        // In the order of the chain: each service is named by the constraint of the next one.
        await AtMostAsync(AtOnce, services.OrderBy(s => s.Index), async s =>
        {
            await destroyer.DeleteAsync("haiac:services:Service", $"svc{s.Index}", s.Created.Id, s.Created.Outputs);
            return s.Index;
        });

        Assert.That(cluster.Cib.Resources.Concat(cluster.Cib.Constraints), Is.Empty);
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task DeleteOfAService_ThatSomebodyStillNames_IsRefusedAsAWhole()
    {
        var cluster = new PaperCluster();
        await using var plugin = await Plugin.StartAsync((_, patience) => cluster.Open(patience, 1), "local:", ".");
        await plugin.CreateAsync("haiac:services:Service", "svc0", Service(0));
        var service = await plugin.CreateAsync("haiac:services:Service", "svc1", Service(1));
        await plugin.CreateAsync("haiac:cib:LocationConstraint", "l", """{"resource":"svc1-clone","node":"ctl1","score":"100"}""");
        await using var destroyer = await Plugin.StartAsync(
            (_, patience) => cluster.Open(patience, 1), "local:", ".", Plugin.Patience(TimeSpan.FromSeconds(2)));

        var delete = () => destroyer.DeleteAsync("haiac:services:Service", "svc1", service.Id, service.Outputs);

        Assert.That(delete, Throws.InstanceOf<GrpcException>().With.Message.Contain("HAI3203"));
        Assert.That(cluster.Cib.Constraints.Select(c => c.Id.Value), Is.EquivalentTo(new[] { "o1", "l" }));
    }

    private static async Task<TResult[]> AtMostAsync<T, TResult>(int atOnce, IEnumerable<T> items, Func<T, Task<TResult>> action)
    {
        using var slots = new SemaphoreSlim(atOnce);
        return await Task.WhenAll(items.Select(async item =>
        {
            await slots.WaitAsync();
            try
            {
                return await action(item);
            }
            finally
            {
                slots.Release();
            }
        }));
    }

    private static string Service(int i)
    {
        var order = i == 0 ? "" : "{\"cibId\":\"o" + i + "\",\"first\":\"svc" + (i - 1) + "-clone\",\"then\":\"svc" + i + "-clone\"}";
        return "{\"serviceName\":\"svc" + i + "\",\"haMode\":\"ActiveActive\",\"clone\":{\"cibId\":\"svc" + i + "-clone\",\"primitive\":{\"cibId\":\"svc" + i
            + "\",\"agent\":\"ocf:pacemaker:Dummy\",\"operations\":[{\"name\":\"monitor\",\"interval\":\"10s\"}]},\"meta\":{\"interleave\":\"true\"}},\"orders\":[" + order + "]}";
    }
}
