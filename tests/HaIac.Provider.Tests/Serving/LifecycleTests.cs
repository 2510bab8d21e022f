namespace HaIac.Provider.Tests.Serving;

/// <summary>Create, read, update and delete of every type on a virtual cluster with Pacemaker's real tools.</summary>
[Category("Tools")]
public sealed class LifecycleTests
{
    private const string Dummy = """{"agent":"ocf:pacemaker:Dummy","operations":[{"name":"monitor","interval":"10s"}]}""";

    [Test]
    [Property("Requirement", "S2")]
    public async Task Primitive_WholeLife_LeavesTheCibAsItWasFound()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var before = (await cluster.CibAsync()).Configuration!;
        var (id, outputs) = await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "public-vip",
            """{"agent":"ocf:heartbeat:IPaddr2","parameters":{"ip":"192.0.2.10","cidr_netmask":24},"operations":[{"name":"monitor","interval":"10s","timeout":"20s"}]}""");
        Assert.That(id, Is.EqualTo("public-vip"));
        Assert.That(outputs["runningOn"]!["public-vip"]!.ToObject<string[]>(), Has.Length.EqualTo(1));
        Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Has.Some.Match("public-vip runs on ctl[123]"));

        var read = await cluster.Plugin.ReadAsync("haiac:cib:Primitive", "public-vip", id, outputs);
        Assert.That(read.Inputs!["operations"]![0]!["interval"]!.ToString(), Is.EqualTo("10s"));
        Assert.That(read.Outputs, Is.EqualTo(outputs));

        var changed = """{"agent":"ocf:heartbeat:IPaddr2","parameters":{"ip":"192.0.2.10","cidr_netmask":24},"operations":[{"name":"monitor","interval":"20s","timeout":"20s"}]}""";
        var updated = await cluster.Plugin.UpdateAsync("haiac:cib:Primitive", "public-vip", id, outputs, changed);
        Assert.That((await cluster.CibAsync()).ToXml(), Does.Contain("interval=\"20s\"").And.Not.Contain("interval=\"10s\""));

        await (await cluster.AnotherAsync()).DeleteAsync("haiac:cib:Primitive", "public-vip", id, updated);
        Assert.That((await cluster.CibAsync()).Configuration!.DeepEquals(before), Is.True);
        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("public-vip"), Is.Empty);
    }

    [Test]
    [Property("Requirement", "S2")]
    [Property("Requirement", "C4")]
    public async Task AllTypes_InOneProgram_ComeAndGo()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var before = (await cluster.CibAsync()).Configuration!;
        (string Type, string Name, string Inputs)[] program =
        [
            ("haiac:cib:OrderConstraint", "api-after-vip", """{"first":"vip","then":"api-clone","kind":"Optional"}"""),
            ("haiac:cib:ColocationConstraint", "vip-with-api", """{"dependent":"vip","primary":"api-clone","score":"INFINITY"}"""),
            ("haiac:cib:LocationConstraint", "vip-on-ctl2", """{"resource":"vip","node":"ctl2","score":50}"""),
            ("haiac:cib:Primitive", "vip", Dummy),
            ("haiac:cib:Clone", "api-clone", """{"primitive":{"cibId":"api","agent":"ocf:pacemaker:Dummy"},"meta":{"interleave":true}}"""),
            ("haiac:cib:Group", "pair", """{"primitives":[{"cibId":"one","agent":"ocf:pacemaker:Dummy"},{"cibId":"two","agent":"ocf:pacemaker:Dummy"}]}"""),
            ("haiac:cib:ClusterProperties", "options", """{"properties":{"cluster-recheck-interval":"10min"}}"""),
            ("haiac:services:Service", "heat-engine", """{"serviceName":"heat-engine","haMode":"ActiveActive","clone":{"cibId":"heat-engine-clone","primitive":{"cibId":"heat-engine","agent":"ocf:pacemaker:Dummy"}},"orders":[{"cibId":"heat-after-vip","first":"vip","then":"heat-engine-clone"}]}"""),
            ("haiac:services:Service", "off", """{"serviceName":"off","haMode":"Disabled"}"""),
        ];

        var made = await Task.WhenAll(program.Select(item => cluster.Plugin.CreateAsync(item.Type, item.Name, item.Inputs)));

        var status = await cluster.Cluster.StatusAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Select(item => item.Id), Is.EqualTo(["api-after-vip", "vip-with-api", "vip-on-ctl2", "vip", "api-clone", "pair", "cib-bootstrap-options", "heat-engine-clone", "off"]));
            Assert.That(status.RunningOn("vip").Select(node => node.Value), Is.EqualTo(["ctl2"]));
            Assert.That(status.RunningOn("api-clone"), Has.Count.EqualTo(3));
            Assert.That(status.RunningOn("heat-engine-clone"), Has.Count.EqualTo(3));
            Assert.That((await cluster.CibAsync()).Properties.Properties.Find("cluster-recheck-interval"), Is.EqualTo("10min"));
        }

        for (var i = 0; i < program.Length; i++)
        {
            var read = await cluster.Plugin.ReadAsync(program[i].Type, program[i].Name, made[i].Id, made[i].Outputs);
            Assert.That(read.Id, Is.EqualTo(made[i].Id), program[i].Name);
            var diff = await cluster.Plugin.DiffAsync(program[i].Type, program[i].Name, made[i].Id, read.Outputs!, (await cluster.Plugin.CheckAsync(program[i].Type, program[i].Name, program[i].Inputs)).Inputs.ToString());
            Assert.That(diff.DetailedDiff, Is.Empty, program[i].Name);
        }

        var destroyer = await cluster.AnotherAsync();
        await Task.WhenAll(program.Zip(made).Select(pair => destroyer.DeleteAsync(pair.First.Type, pair.First.Name, pair.Second.Id, pair.Second.Outputs)));
        var after = await cluster.CibAsync();
        Assert.That(after.Configuration!.DeepEquals(before), Is.True, after.ToXml());
    }

    [Test]
    [Property("Requirement", "A7")]
    [Property("Correction", "C4")]
    public async Task FiftyCreates_AtOnce_TakeFewPatches()
    {
        await using var cluster = await VirtualPlugin.StartAsync(crowd: new(50));

        var made = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => cluster.Plugin.CreateAsync("haiac:cib:Clone", $"svc{i}-clone",
            $$$"""{"primitive":{"cibId":"svc{{{i}}}","agent":"ocf:pacemaker:Dummy"}}""")));

        Assert.That(made, Has.Length.EqualTo(50));
        Assert.That(cluster.Patches, Is.LessThanOrEqualTo(3));
        TestContext.Out.WriteLine($"{cluster.Patches} patches");
    }
}
