using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace HaIac.Provider.Tests.Serving;

/// <summary>Bad input and bad circumstances on a virtual cluster: each is told with what, where, why and mend, and nothing is written.</summary>
[Category("Tools")]
public sealed class FindingTests
{
    private const string Dummy = """{"agent":"ocf:pacemaker:Dummy"}""";
    private static readonly TimeSpan s_nobodyComes = TimeSpan.FromMilliseconds(300);

    [TestCase("""{"agent":"ocf:heartbeat:IPadr2","parameters":{"ip":"192.0.2.1"}}""", "agent", "HAI2101", "Did you mean ocf:heartbeat:IPaddr2?")]
    [TestCase("""{"agent":"ocf:heartbeat:IPaddr2"}""", "parameters.ip", "HAI2103", "\"ip\"")]
    [TestCase("""{"agent":"ocf:heartbeat:IPaddr2","parameters":{"ip":"192.0.2.1","netmask":24}}""", "parameters.netmask", "HAI2102", "cidr_netmask")]
    public async Task Check_AgentDoesNotFit_NamesIt(string inputs, string property, string code, string word)
    {
        await using var cluster = await VirtualPlugin.StartAsync();

        var (_, failures) = await cluster.Plugin.CheckAsync("haiac:cib:Primitive", "vip", inputs);

        Assert.That(failures.Select(failure => failure.Property), Is.EqualTo([property]));
        Assert.That(failures[0].Reason, Does.StartWith($"{code}: ").And.Contain(word).And.Contain("mend"));
    }

    [TestCase("systemd:heat-api")]
    [TestCase("ocf:nobody:Thing")]
    public async Task Check_AgentThatATrialHostCannotKnow_IsAccepted(string agent)
    {
        await using var cluster = await VirtualPlugin.StartAsync();

        var (id, _) = await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "api", $$$"""{"agent":"{{{agent}}}","parameters":{"x":1}}""");

        Assert.That(id, Is.EqualTo("api"));
    }

    [Test]
    public async Task Check_PromotableWithoutPromote_NamesTheAgent()
    {
        await using var cluster = await VirtualPlugin.StartAsync();

        var (_, failures) = await cluster.Plugin.CheckAsync("haiac:cib:Clone", "db-clone", """{"promotable":true,"primitive":{"cibId":"db","agent":"ocf:pacemaker:Dummy"}}""");

        Assert.That(failures.Select(failure => (failure.Property, failure.Reason.Split(':')[0])), Is.EqualTo([("primitive.agent", "HAI2104")]));
    }

    [Test]
    public async Task Create_ConstraintOnNothing_SaysSoAndSuggestsTheNearest()
    {
        await using var cluster = await VirtualPlugin.StartAsync(s_nobodyComes);
        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "public-vip", Dummy);

        var failure = await Plugin.FailureOf(cluster.Plugin.CreateAsync("haiac:cib:LocationConstraint", "loc", """{"resource":"pubic-vip","node":"ctl1","score":1}"""));

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.FailedPrecondition));
        Assert.That(failure.Detail, Does.StartWith("HAI3202: ").And.Contain("pubic-vip").And.Contain("Did you mean \"public-vip\"?").And.Contain("DependsOn"));
        Assert.That((await cluster.CibAsync()).ToXml(), Does.Not.Contain("\"loc\""));
    }

    [Test]
    [Property("Requirement", "N5")]
    public async Task CreatePreview_ConstraintOnNothing_FailsAndWritesNothing()
    {
        await using var cluster = await VirtualPlugin.StartAsync(s_nobodyComes);

        var failure = await Plugin.FailureOf(cluster.Plugin.CreateAsync("haiac:cib:LocationConstraint", "loc", """{"resource":"nowhere","node":"ctl1","score":1}""", preview: true));

        Assert.That(failure.Detail, Does.StartWith("HAI3202"));
        Assert.That(cluster.Patches, Is.Zero);
    }

    [Test]
    public async Task CreatePreview_WhatIsHardlyMeant_IsAWarningOfTheEngine()
    {
        await using var cluster = await VirtualPlugin.StartAsync();

        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", """{"agent":"ocf:pacemaker:Dummy","meta":{"resource-stickyness":"5"}}""", preview: true);

        var log = cluster.Plugin.Logs.Single();
        Assert.That((log.Severity, log.Message.Split(':')[0]), Is.EqualTo((LogSeverity.Warning, "HAI3123")));
        Assert.That(log.Message, Does.Contain("Did you mean resource-stickiness?"));
        Assert.That(cluster.Patches, Is.Zero);
    }

    [Test]
    public async Task CreatePreview_ConstraintBeforeItsResource_IsFineAndWritesNothing()
    {
        await using var cluster = await VirtualPlugin.StartAsync();

        var constraint = cluster.Plugin.CreateAsync("haiac:cib:LocationConstraint", "loc", """{"resource":"vip","node":"ctl1","score":1}""", preview: true);
        var (id, outputs) = await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", Dummy, preview: true);
        await constraint;

        Assert.That(id, Is.Empty);
        Assert.That(outputs["cibIds"]!.ToObject<string[]>(), Is.EqualTo(["vip"]));
        Assert.That(outputs["runningOn"]!.ToString(), Is.EqualTo("04da6b54-80e4-46f7-96ec-b56ff0331ba9"));
        Assert.That(cluster.Patches, Is.Zero);
    }

    [Test]
    [Property("Correction", "N4")]
    public async Task Create_IdTakenByOthers_SaysWhatDiffersAndWritesNothing([Values] bool preview)
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", """{"agent":"ocf:pacemaker:Dummy","meta":{"migration-threshold":3}}""");
        var patches = cluster.Patches;

        var failure = await Plugin.FailureOf((await cluster.AnotherAsync()).CreateAsync("haiac:cib:Primitive", "vip", """{"agent":"ocf:pacemaker:Dummy","meta":{"migration-threshold":5}}""", preview));

        Assert.That(failure.Detail, Does.StartWith("HAI3101").And.Contain("migration-threshold is 3, wanted 5"));
        Assert.That(cluster.Patches, Is.EqualTo(patches));
    }

    [Test]
    [Property("Requirement", "N2")]
    public async Task Create_SameObjectFromAnEarlierTry_IsTakenOver()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", Dummy);
        var patches = cluster.Patches;

        var (id, _) = await (await cluster.AnotherAsync()).CreateAsync("haiac:cib:Primitive", "vip", Dummy);

        Assert.That(id, Is.EqualTo("vip"));
        Assert.That(cluster.Patches, Is.EqualTo(patches));
    }

    [Test]
    public async Task Delete_AfterARenameInTheProgram_LeavesTheObject()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var (id, old) = await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "old", """{"cibId":"vip","agent":"ocf:pacemaker:Dummy"}""");
        var next = await cluster.AnotherAsync();
        await next.CreateAsync("haiac:cib:Primitive", "new", """{"cibId":"vip","agent":"ocf:pacemaker:Dummy"}""");

        await next.DeleteAsync("haiac:cib:Primitive", "old", id, old);

        Assert.That((await cluster.CibAsync()).ToXml(), Does.Contain("<primitive id=\"vip\""));
    }

    [Test]
    [Property("Correction", "N4")]
    [Property("Requirement", "S3")]
    public async Task Update_ChangedBySomebodyElse_IsAConflictAndWritesNothing([Values] bool preview)
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var (id, old) = await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", """{"agent":"ocf:pacemaker:Dummy","meta":{"migration-threshold":3}}""");
        await cluster.Plugin.UpdateAsync("haiac:cib:Primitive", "vip", id, old, """{"agent":"ocf:pacemaker:Dummy","meta":{"migration-threshold":2}}""");

        var failure = await Plugin.FailureOf((await cluster.AnotherAsync()).UpdateAsync("haiac:cib:Primitive", "vip", id, old, """{"agent":"ocf:pacemaker:Dummy","meta":{"migration-threshold":5}}""", preview));

        Assert.That(failure.Detail, Does.StartWith("HAI4203").And.Contain("migration-threshold").And.Contain("last applied 3, now 2 in the cluster, wanted 5"));
    }

    [Test]
    [Property("Requirement", "N2")]
    public async Task Update_TakenOutBySomebodyElse_IsCreatedAnewWithAWarning()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var (id, old) = await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", Dummy);
        await (await cluster.AnotherAsync()).DeleteAsync("haiac:cib:Primitive", "vip", id, old);
        var next = await cluster.AnotherAsync();

        await next.UpdateAsync("haiac:cib:Primitive", "vip", id, old, """{"agent":"ocf:pacemaker:Dummy","meta":{"migration-threshold":5}}""");

        Assert.That((await cluster.CibAsync()).ToXml(), Does.Contain("<primitive id=\"vip\""));
        Assert.That(next.Logs.Where(log => log.Severity == LogSeverity.Warning).Select(log => log.Message), Has.Some.Contain("created anew"));
    }

    [Test]
    public async Task Read_TakenOutBySomebodyElse_GivesAnEmptyId()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var (id, old) = await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", Dummy);
        await (await cluster.AnotherAsync()).DeleteAsync("haiac:cib:Primitive", "vip", id, old);

        Assert.That((await (await cluster.AnotherAsync()).ReadAsync("haiac:cib:Primitive", "vip", id, old)).Id, Is.Empty);
    }

    [Test]
    [Property("Correction", "M6")]
    public async Task Read_ChangedBySomebodyElse_ShowsTheDrift()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var (id, old) = await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", """{"agent":"ocf:pacemaker:Dummy","meta":{"migration-threshold":3,"failure-timeout":"60s"}}""");
        await cluster.Plugin.UpdateAsync("haiac:cib:Primitive", "vip", id, old, """{"agent":"ocf:pacemaker:Dummy","meta":{"migration-threshold":2,"failure-timeout":"1min","resource-stickiness":7}}""");

        var read = await (await cluster.AnotherAsync()).ReadAsync("haiac:cib:Primitive", "vip", id, old);

        Assert.That(read.Inputs!["meta"]!.ToObject<Dictionary<string, string>>(), Is.EqualTo(new Dictionary<string, string> { ["migration-threshold"] = "2", ["failure-timeout"] = "60s" }));
    }

    [Test]
    public async Task Read_ForAnImport_GivesEverything()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        await cluster.Plugin.CreateAsync("haiac:cib:Clone", "api-clone", """{"primitive":{"cibId":"api","agent":"ocf:pacemaker:Dummy","operations":[{"name":"monitor","interval":"10s"}]},"meta":{"interleave":"true"}}""");

        var read = await cluster.Plugin.ReadAsync("haiac:cib:Clone", "api-clone", "api-clone", null);

        Assert.That(read.Inputs!["primitive"]!["operations"]![0]!["interval"]!.ToString(), Is.EqualTo("10s"));
        Assert.That(read.Inputs!["meta"]!["interleave"]!.ToString(), Is.EqualTo("true"));
        Assert.That(read.Outputs!["runningOn"]!["api-clone"]!.ToObject<string[]>(), Is.EqualTo(["ctl1", "ctl2", "ctl3"]));
    }

    [Test]
    public async Task Delete_StillNamedByAConstraintOfOthers_SaysWhichAndWritesNothing()
    {
        await using var cluster = await VirtualPlugin.StartAsync(s_nobodyComes);
        var (id, old) = await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", Dummy);
        await cluster.Plugin.CreateAsync("haiac:cib:LocationConstraint", "loc", """{"resource":"vip","node":"ctl1","score":1}""");

        var failure = await Plugin.FailureOf((await cluster.AnotherAsync()).DeleteAsync("haiac:cib:Primitive", "vip", id, old));

        Assert.That(failure.Detail, Does.StartWith("HAI3203").And.Contain("location constraint loc"));
        Assert.That((await cluster.CibAsync()).ToXml(), Does.Contain("<primitive id=\"vip\""));
    }

    [Test]
    public async Task Update_AfterAFailure_CleansItUp()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var (id, old) = await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", """{"agent":"ocf:pacemaker:Dummy","operations":[{"name":"monitor","interval":"10s"}]}""");
        await cluster.Cluster.FailResourceAsync(Cib.Values.CibId.Parse("vip"));
        Assert.That((await cluster.Cluster.StatusAsync()).Failures, Is.Not.Empty);
        var next = await cluster.AnotherAsync();

        await next.UpdateAsync("haiac:cib:Primitive", "vip", id, old, """{"agent":"ocf:pacemaker:Dummy","operations":[{"name":"monitor","interval":"20s"}]}""");

        Assert.That((await cluster.Cluster.StatusAsync()).Failures, Is.Empty);
        Assert.That(next.Logs.Select(log => log.Message), Has.Some.Contain("Cleaned up an earlier failure: monitor of vip"));
    }

    [Test]
    public async Task Update_OfTheAgent_ChangesTheObjectInPlace()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var (id, old) = await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", Dummy);
        await cluster.Plugin.CreateAsync("haiac:cib:LocationConstraint", "loc", """{"resource":"vip","node":"ctl3","score":1}""");

        var outputs = await cluster.Plugin.UpdateAsync("haiac:cib:Primitive", "vip", id, old, """{"agent":"ocf:heartbeat:Dummy"}""");

        Assert.That(outputs["runningOn"]!["vip"]!.ToObject<string[]>(), Is.EqualTo(["ctl3"]));
        Assert.That((await cluster.CibAsync()).ToXml(), Does.Contain("provider=\"heartbeat\"").And.Not.Contain("provider=\"pacemaker\""));
    }

    [Test]
    [Property("Requirement", "L6")]
    public async Task Create_AllNodesOff_IsAnInitialisationFailureThatKeepsTheObject()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        await cluster.Plugin.CreateAsync("haiac:cib:ClusterProperties", "options", """{"properties":{"stonith-enabled":false,"no-quorum-policy":"stop"}}""");
        await cluster.Cluster.FailNodeAsync(Cib.Values.NodeName.Parse("ctl1"));
        await cluster.Cluster.FailNodeAsync(Cib.Values.NodeName.Parse("ctl2"));

        var failure = await Plugin.FailureOf(cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", Dummy));

        Assert.That(failure.TryGetDetail<ErrorResourceInitFailed>(out var detail), Is.True);
        Assert.That(detail!.Id, Is.EqualTo("vip"));
        Assert.That(detail.Reasons.Single(), Does.StartWith("HAI5102").And.Contain("no quorum"));
        Assert.That((await cluster.CibAsync()).ToXml(), Does.Contain("<primitive id=\"vip\""));
    }

    [Test]
    public async Task ClusterProperties_ReplacingWhatWasThere_BringItBackWhenTheyGo()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        await cluster.Plugin.CreateAsync("haiac:cib:ClusterProperties", "installer", """{"properties":{"no-quorum-policy":"freeze"}}""");
        var (id, old) = await (await cluster.AnotherAsync()).CreateAsync("haiac:cib:ClusterProperties", "ours", """{"properties":{"no-quorum-policy":"stop","cluster-recheck-interval":"5min"}}""");
        Assert.That((await cluster.CibAsync()).Properties.Properties.Find("no-quorum-policy"), Is.EqualTo("stop"));

        await (await cluster.AnotherAsync()).DeleteAsync("haiac:cib:ClusterProperties", "ours", id, old);

        var left = (await cluster.CibAsync()).Properties.Properties;
        Assert.That((left.Find("no-quorum-policy"), left.Find("cluster-recheck-interval")), Is.EqualTo(("freeze", (string?)null)));
    }
}
