using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Provider.Applying;
using HaIac.Operating.Awaiting;
using HaIac.Transport;
using HaIac.Transport.Addressing;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;
using Moq;
using Newtonsoft.Json.Linq;

namespace HaIac.Provider.Tests.Serving;

/// <summary>Configuration of the plugin, and clusters that cannot be reached.</summary>
public sealed class ConfigurationTests
{
    [TestCase("{}", "cluster", "HAI2201")]
    [TestCase("""{"clutser":"local:"}""", "cluster", "haiac:clutser is")]
    [TestCase("""{"cluster":"ftp://ctl1"}""", "cluster", "HAI2202")]
    [TestCase("""{"cluster":"local:","settleTimeout":"soon"}""", "settleTimeout", "HAI2202")]
    [TestCase("""{"cluster":"local:","settleTimeout":"0"}""", "settleTimeout", "longer than nothing")]
    [TestCase("""{"cluster":"local:","operatorState":"target-role,is managed"}""", "operatorState", "\"is managed\"")]
    public async Task CheckConfig_NotUnderstood_NamesTheValue(string values, string property, string word)
    {
        await using var plugin = await Plugin.StartAsync(Unreachable, null, ".");

        var answer = await plugin.CallAsync(ResourceProviderMethods.CheckConfig, new CheckRequest { Urn = Plugin.Urn("pulumi:providers:haiac", "default"), News = Plugin.Parse(values), Olds = new() });

        Assert.That(answer.Failures.Select(failure => failure.Property), Is.EqualTo([property]));
        Assert.That(answer.Failures[0].Reason, Does.Contain(word).And.Contain("mend"));
    }

    [TestCase("""{"cluster":"local:"}""")]
    [TestCase("""{"cluster":"virtual:dir?nodes=a,b","settleTimeout":"90"}""")]
    [TestCase("""{"cluster":"local:","operatorState":"target-role, is-managed"}""")]
    [TestCase("""{"cluster":"local:","operatorState":"[\"target-role\",\"standby\"]"}""")]
    [TestCase("""{"cluster":"04da6b54-80e4-46f7-96ec-b56ff0331ba9"}""")]
    [TestCase("""{"cluster":"local:","version":"1.0.0","region":"x"}""")]
    [Property("Requirement", "M3")]
    public async Task CheckConfig_Understood_FindsNothing(string values)
    {
        await using var plugin = await Plugin.StartAsync(Unreachable, null, ".");

        var answer = await plugin.CallAsync(ResourceProviderMethods.CheckConfig, new CheckRequest { Urn = Plugin.Urn("pulumi:providers:haiac", "default"), News = Plugin.Parse(values), Olds = new() });

        Assert.That(answer.Failures, Is.Empty);
    }

    [TestCase("""{"cluster":"virtual:a?nodes=x,y"}""", """{"cluster":"virtual:b?nodes=x,y"}""", true)]
    [TestCase("""{"cluster":"virtual:a?nodes=x,y"}""", """{"cluster":"virtual:a?nodes=x,y,z"}""", false)]
    [TestCase("""{"cluster":"ssh://root@ctl1,ctl2"}""", """{"cluster":"ssh://admin@ctl2,ctl3"}""", false)]
    [TestCase("""{"cluster":"ssh://root@ctl1"}""", """{"cluster":"ssh://root@other1"}""", true)]
    public async Task DiffConfig_AnotherCluster_ReplacesTheProvider(string before, string after, bool replaces)
    {
        await using var plugin = await Plugin.StartAsync(Unreachable, null, ".");

        var answer = await plugin.CallAsync(ResourceProviderMethods.DiffConfig, new DiffRequest
        {
            Urn = Plugin.Urn("pulumi:providers:haiac", "default"), Olds = Plugin.Parse(before), OldInputs = Plugin.Parse(before), News = Plugin.Parse(after),
        });

        Assert.That((answer.Changes, answer.Replaces.Count > 0), Is.EqualTo((DiffResponse.Types.DiffChanges.DiffSome, replaces)));
    }

    [Test]
    public async Task Create_WithoutCluster_SaysHowToConfigureOne()
    {
        await using var plugin = await Plugin.StartAsync(Unreachable, null, ".");

        var failure = await Plugin.FailureOf(plugin.CreateAsync("haiac:cib:Primitive", "vip", """{"agent":"ocf:pacemaker:Dummy"}"""));

        Assert.That(failure.Detail, Does.StartWith("HAI2201").And.Contain("haiac config set haiac:cluster"));
    }

    [Test]
    [Property("Requirement", "A1")]
    public async Task Create_DisabledService_NeedsNoCluster()
    {
        await using var plugin = await Plugin.StartAsync(Unreachable, "local:", ".");

        var (id, outputs) = await plugin.CreateAsync("haiac:services:Service", "heat-api", """{"serviceName":"heat-api","haMode":"Disabled"}""");
        await plugin.DeleteAsync("haiac:services:Service", "heat-api", id, outputs);

        Assert.That((id, outputs["cibIds"]!.Any()), Is.EqualTo(("heat-api", false)));
    }

    [Test]
    public async Task Create_UnreachableCluster_PassesTheFindingOnInPreviewAndUpdate([Values] bool preview)
    {
        await using var plugin = await Plugin.StartAsync(Unreachable, "local:", ".");

        var failure = await Plugin.FailureOf(plugin.CreateAsync("haiac:cib:Primitive", "vip", """{"agent":"ocf:pacemaker:Dummy"}""", preview));

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Unavailable));
        Assert.That(failure.Detail, Does.StartWith("HAI4002: Host cannot be reached").And.Contain("mend"));
        Assert.That(failure.Detail, Does.Not.Contain("   at "));
    }

    [Test]
    public async Task Check_UnknownType_NamesTheNearest()
    {
        await using var plugin = await Plugin.StartAsync(Unreachable, "local:", ".");

        var failure = await Plugin.FailureOf(plugin.CheckAsync("haiac:cib:Primitve", "vip", "{}"));

        Assert.That(failure.Detail, Does.StartWith("HAI2203").And.Contain("Did you mean haiac:cib:Primitive?"));
    }

    [Test]
    public async Task Diff_OneInterval_IsPreviewedAsExactlyThat()
    {
        await using var plugin = await Plugin.StartAsync(Unreachable, "local:", ".");
        var old = JObject.Parse("""{"cibId":"vip","agent":"ocf:pacemaker:Dummy","operations":[{"name":"monitor","interval":"10s"}]}""");

        var answer = await plugin.DiffAsync("haiac:cib:Primitive", "vip", "vip", old, """{"cibId":"vip","agent":"ocf:pacemaker:Dummy","operations":[{"name":"monitor","interval":"20s"}]}""");

        Assert.That(answer.DetailedDiff.Select(pair => (pair.Key, pair.Value.Kind)), Is.EqualTo([("operations[0].interval", PropertyDiff.Types.Kind.Update)]));
        Assert.That((answer.HasDetailedDiff, answer.Replaces.Count, answer.Changes), Is.EqualTo((true, 0, DiffResponse.Types.DiffChanges.DiffSome)));
    }

    [Test]
    [Property("Requirement", "M2")]
    public async Task Diff_OtherSpelling_IsNoChange()
    {
        await using var plugin = await Plugin.StartAsync(Unreachable, "local:", ".");
        var old = JObject.Parse("""{"cibId":"vip","agent":"ocf:pacemaker:Dummy","operations":[{"name":"monitor","interval":"60s"}]}""");

        var answer = await plugin.DiffAsync("haiac:cib:Primitive", "vip", "vip", old, """{"cibId":"vip","agent":"ocf:pacemaker:Dummy","operations":[{"name":"monitor","interval":"1min"}]}""");

        Assert.That(answer.Changes, Is.EqualTo(DiffResponse.Types.DiffChanges.DiffNone));
    }

    [Test]
    public async Task Diff_OtherId_DeletesFirst()
    {
        await using var plugin = await Plugin.StartAsync(Unreachable, "local:", ".");
        var old = JObject.Parse("""{"cibId":"vip","agent":"ocf:pacemaker:Dummy"}""");

        var answer = await plugin.DiffAsync("haiac:cib:Primitive", "vip", "vip", old, """{"cibId":"vip2","agent":"ocf:pacemaker:Dummy"}""");

        Assert.That((answer.DeleteBeforeReplace, answer.Replaces.Single()), Is.EqualTo((true, "cibId")));
    }

    [Test]
    public async Task GetSchema_NamesEveryType()
    {
        await using var plugin = await Plugin.StartAsync(Unreachable, "local:", ".");

        var schema = JObject.Parse((await plugin.CallAsync(ResourceProviderMethods.GetSchema, new GetSchemaRequest())).Schema);

        Assert.That(((JObject)schema["resources"]!).Properties().Select(property => property.Name), Has.Member("haiac:services:Service").And.Member("haiac:cib:Clone"));
    }

    private static ClusterSession Unreachable(ClusterAddress address, AwaitSettings patience)
    {
        var failure = new TransportException(TransportFailure.Unreachable, "ctl1 does not answer on port 22.", "ssh://ctl1", "No route to host.", "Check the name and the network.");
        var transport = new Mock<ICibTransport>();
        transport.SetupGet(it => it.Address).Returns("ssh://ctl1");
        transport.SetReturnsDefault(Task.FromException<HaIac.Cib.Documents.CibDocument>(failure));
        transport.Setup(it => it.MetadataAsync(It.IsAny<HaIac.Cib.Values.AgentName>(), It.IsAny<CancellationToken>())).ThrowsAsync(failure);
        var committer = new Mock<ICibCommitter>();
        committer.Setup(it => it.CommitAsync(It.IsAny<IReadOnlyList<HaIac.Cib.Planning.CibEdit>>(), It.IsAny<CancellationToken>())).ThrowsAsync(failure);
        return new(transport.Object, committer.Object, patience);
    }
}
