using HaIac.Cib.Values;

namespace HaIac.Provider.Tests.Serving;

/// <summary>Bundles on a virtual cluster with Pacemaker's real scheduler, which makes containers, guests and instances of them.</summary>
[Category("Tools")]
public sealed class BundleLifecycleTests
{
    private const string Type = "haiac:cib:Bundle";

    [Test]
    public async Task PromotableBundle_WholeLife_LeavesTheCibAsItWasFound()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var before = (await cluster.CibAsync()).Configuration!;

        var (id, outputs) = await cluster.Plugin.CreateAsync(Type, "galera-bundle", Galera("db:1"));

        var status = await cluster.Cluster.StatusAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(id, Is.EqualTo("galera-bundle"));
            Assert.That(outputs["runningOn"]!["galera-bundle"]!.ToObject<string[]>(), Is.EqualTo(["ctl1", "ctl2", "ctl3"]));
            Assert.That(status.RunningOn("galera").Select(node => node.Value), Is.EqualTo(["ctl1", "ctl2", "ctl3"]));
            Assert.That(status.InstancesOf("galera").Select(instance => instance.Role), Is.All.EqualTo(ResourceRole.Promoted));
            Assert.That((await cluster.Cluster.VerifyAsync(await cluster.CibAsync())).Accepted, Is.True);
            Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Has.Some.EqualTo("galera-bundle runs on ctl1 (promoted), ctl2 (promoted), ctl3 (promoted)"));
        }

        var read = await cluster.Plugin.ReadAsync(Type, "galera-bundle", id, outputs);
        Assert.That(read.Outputs, Is.EqualTo(outputs));

        var updated = await cluster.Plugin.UpdateAsync(Type, "galera-bundle", id, outputs, Galera("db:2"));
        Assert.That((await cluster.CibAsync()).ToXml(), Does.Contain("image=\"db:2\"").And.Not.Contain("image=\"db:1\""));
        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("galera-bundle"), Has.Count.EqualTo(3));

        await (await cluster.AnotherAsync()).DeleteAsync(Type, "galera-bundle", id, updated);
        Assert.That((await cluster.CibAsync()).Configuration!.DeepEquals(before), Is.True, (await cluster.CibAsync()).ToXml());
        Assert.That((await cluster.Cluster.StatusAsync()).Nodes.Select(node => node.Name.Value), Is.EqualTo(["ctl1", "ctl2", "ctl3"]));
    }

    [Test]
    public async Task BundleWithoutPrimitive_FollowedByAnAddress_KeepsItWhereAContainerRuns()
    {
        await using var cluster = await VirtualPlugin.StartAsync();

        await Task.WhenAll(
            cluster.Plugin.CreateAsync(Type, "haproxy-bundle", """{"container":{"image":"proxy:1","replicas":2,"network":"host"}}"""),
            cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", """{"agent":"ocf:heartbeat:IPaddr2","parameters":{"ip":"192.0.2.10"}}"""),
            cluster.Plugin.CreateAsync("haiac:cib:ColocationConstraint", "vip-with-proxy", """{"dependent":"vip","primary":"haproxy-bundle","score":"INFINITY"}"""),
            cluster.Plugin.CreateAsync("haiac:cib:LocationConstraint", "proxy-not-on-ctl1", """{"resource":"haproxy-bundle","score":"-INFINITY","rule":{"conditions":[{"attribute":"#uname","comparison":"eq","value":"ctl1"}]}}"""));

        var status = await cluster.Cluster.StatusAsync();
        Assert.That(status.RunningOn("haproxy-bundle").Select(node => node.Value), Is.EqualTo(["ctl2", "ctl3"]));
        Assert.That(status.RunningOn("vip").Single().Value, Is.AnyOf("ctl2", "ctl3"));
    }

    [Test]
    public async Task Diff_ImageAndTechnology_OnlyTheTechnologyReplaces()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var (id, outputs) = await cluster.Plugin.CreateAsync(Type, "b", """{"container":{"image":"x:1"}}""");

        var image = await cluster.Plugin.DiffAsync(Type, "b", id, outputs, """{"cibId":"b","container":{"image":"x:2","technology":"podman"}}""");
        var technology = await cluster.Plugin.DiffAsync(Type, "b", id, outputs, """{"cibId":"b","container":{"image":"x:1","technology":"docker"}}""");

        Assert.That(image.Replaces, Is.Empty);
        Assert.That(image.DetailedDiff.Keys, Is.EqualTo(["container.image"]));
        Assert.That(technology.Replaces, Is.EqualTo(["container"]));
    }

    private static string Galera(string image) =>
        $$$"""{"container":{"image":"{{{image}}}","replicas":3,"promotedMax":3,"network":"host"},"network":{"controlPort":3123},"storage":[{"sourceDir":"/var/lib/mysql","targetDir":"/var/lib/mysql","options":"rw"}],"primitive":{"cibId":"galera","agent":"ocf:heartbeat:galera","parameters":{"wsrep_cluster_address":"gcomm://ctl1,ctl2,ctl3"},"meta":{"container-attribute-target":"host"},"operations":[{"name":"monitor","interval":"20s"},{"name":"monitor","interval":"10s","role":"Promoted"}]}}""";
}
