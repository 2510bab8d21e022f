using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Provider.Functions;
using HaIac.Provider.Serving;
using HaIac.Provider.Tests.Serving;
using Newtonsoft.Json.Linq;

namespace HaIac.Provider.Tests.Functions;

/// <summary>Functions of the package over real gRPC, on a virtual cluster.</summary>
[TestFixture]
[Category("Tools")]
public sealed class FunctionTests
{
    [Test]
    [Property("Requirement", "G2")]
    public async Task GetStatus_OfAService_TellsItsStateOnEachNode()
    {
        await using var cluster = await WithVipAsync();

        var answer = await InvokeAsync(cluster.Plugin, "haiac:services:getStatus", """{"service":"vip"}""");

        Assert.That(answer["state"]!.ToString(), Is.EqualTo("running"));
        Assert.That(answer["running"]!.Value<bool>());
        Assert.That(((JObject)answer["nodes"]!).Properties().Count(node => node.Value.ToString() == "running"), Is.EqualTo(1));
        Assert.That(((JObject)answer["nodes"]!).Properties().Count(), Is.EqualTo(3));
    }

    [Test]
    [Property("Requirement", "I2")]
    [Property("Requirement", "H6")]
    public async Task StopAndStart_OfAService_DoItAndSayWhatTheyDid()
    {
        await using var cluster = await WithVipAsync();

        var stopped = await InvokeAsync(cluster.Plugin, "haiac:services:stop", """{"service":"vip"}""");
        var again = await InvokeAsync(cluster.Plugin, "haiac:services:stop", """{"service":"vip"}""");
        var started = await InvokeAsync(cluster.Plugin, "haiac:services:start", """{"service":"vip"}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stopped["changed"]!.Value<bool>(), Is.True);
            Assert.That(stopped["state"]!.ToString(), Is.EqualTo("stopped"));
            Assert.That(again["changed"]!.Value<bool>(), Is.False);
            Assert.That(started["state"]!.ToString(), Is.EqualTo("running"));
            Assert.That((JArray)started["steps"]!, Is.Not.Empty);
        }
    }

    [TestCase(true, "")]
    [TestCase(false, ""","dryRun":true""")]
    [Property("Requirement", "N5")]
    public async Task Stop_InAPreview_ChangesNothingAndSaysSo(bool toldByEngine, string toldByProgram)
    {
        await using var cluster = await WithVipAsync();
        var before = cluster.Patches;

        var answer = await InvokeAsync(cluster.Plugin, "haiac:services:stop", $$"""{"service":"vip"{{toldByProgram}}}""", toldByEngine);

        Assert.That(answer["preview"]!.Value<bool>(), Is.True);
        Assert.That(answer["changed"]!.Value<bool>(), Is.False);
        Assert.That(answer["state"]!.ToString(), Is.EqualTo("running"));
        Assert.That(cluster.Patches, Is.EqualTo(before));
        Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Has.Some.Contains("changes nothing in a preview"));
    }

    [Test]
    [Property("Requirement", "F1")]
    public async Task DisableAndEnable_OfAService_ChangeWhoManagesIt()
    {
        await using var cluster = await WithVipAsync();

        await InvokeAsync(cluster.Plugin, "haiac:services:disable", """{"service":"vip"}""");
        Assert.That((await InvokeAsync(cluster.Plugin, "haiac:services:getStatus", """{"service":"vip"}"""))["managed"]!.Value<bool>(), Is.False);
        await InvokeAsync(cluster.Plugin, "haiac:services:enable", """{"service":"vip"}""");

        Assert.That((await InvokeAsync(cluster.Plugin, "haiac:services:getStatus", """{"service":"vip"}"""))["managed"]!.Value<bool>(), Is.True);
    }

    [Test]
    [Property("Requirement", "P1")]
    [Property("Requirement", "P2")]
    [Property("Requirement", "P3")]
    public async Task GetReport_OfTheCluster_TellsResourcesAndOptions()
    {
        await using var cluster = await WithVipAsync();

        var report = await InvokeAsync(cluster.Plugin, "haiac:cluster:getReport", "{}");

        Assert.That(report["resources"]!["vip"]!.ToString(), Does.Match("^ctl[123] running$"));
        Assert.That(report["options"]!["symmetric-cluster"]!.ToString(), Is.EqualTo("true"));
        Assert.That(report["nodes"]!["ctl2"]!.ToString(), Is.EqualTo("online"));
    }

    [Test]
    public async Task GetNodes_WithOneInFailure_TellsWhichAreUsable()
    {
        await using var cluster = await WithVipAsync();
        await cluster.Cluster.FailNodeAsync(Cib.Values.NodeName.Parse("ctl2"));

        var nodes = await InvokeAsync(cluster.Plugin, "haiac:cluster:getNodes", "{}");

        Assert.That(nodes["names"]!.Values<string>(), Is.EqualTo(new[] { "ctl1", "ctl2", "ctl3" }));
        Assert.That(nodes["usable"]!.Values<string>(), Is.EqualTo(new[] { "ctl1", "ctl3" }));
    }

    [Test]
    public async Task Invoke_BadArguments_TellsAllAtOnce()
    {
        await using var cluster = await VirtualPlugin.StartAsync();

        var answer = await CallAsync(cluster.Plugin, "haiac:services:stop", """{"servce":"vip","node":"two words","dryRun":"yes"}""", preview: false);

        Assert.That(answer.Failures.Select(failure => failure.Property), Is.EquivalentTo(["servce", "dryRun", "service", "node"]));
        Assert.That(answer.Failures.Single(failure => failure.Property == "servce").Reason, Does.Contain("Did you mean service?"));
    }

    [Test]
    [Property("Requirement", "D1")]
    public async Task Invoke_UnknownService_FailsWithTheFindingInAPreviewToo()
    {
        await using var cluster = await WithVipAsync();

        var failure = await Plugin.FailureOf(InvokeAsync(cluster.Plugin, "haiac:services:stop", """{"service":"nothing"}""", preview: true));

        Assert.That(failure.Message, Does.Contain("HAI3401").And.Contain("nothing").And.Contain("mend"));
    }

    [Test]
    public async Task Invoke_UnknownFunction_NamesTheNearest()
    {
        await using var cluster = await VirtualPlugin.StartAsync();

        var failure = await Plugin.FailureOf(InvokeAsync(cluster.Plugin, "haiac:services:getStaus", "{}"));

        Assert.That(failure.Message, Does.Contain("HAI2203").And.Contain("Did you mean haiac:services:getStatus?"));
    }

    [Test]
    public void Schema_Functions_AreThoseOfTheTable()
    {
        var functions = (JObject)JObject.Parse(PackageSchema.Text)["functions"]!;

        Assert.That(functions.Properties().Select(function => function.Name), Is.EquivalentTo(FunctionTable.All.Keys));
        Assert.That(functions["haiac:services:restart"]!["inputs"]!["properties"]!["rolling"]!["type"]!.ToString(), Is.EqualTo("boolean"));
        Assert.That(functions["haiac:services:stop"]!["inputs"]!["required"]!.Values<string>(), Is.EqualTo(new[] { "service" }));
    }

    private static async Task<VirtualPlugin> WithVipAsync()
    {
        var cluster = await VirtualPlugin.StartAsync();
        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", """{"agent":"ocf:pacemaker:Dummy"}""");
        return cluster;
    }

    private static async Task<JObject> InvokeAsync(Plugin plugin, string token, string arguments, bool preview = false)
    {
        var answer = await CallAsync(plugin, token, arguments, preview);
        Assert.That(answer.Failures, Is.Empty);
        return Plugin.Json(answer.Return);
    }

    private static Task<InvokeResponse> CallAsync(Plugin plugin, string token, string arguments, bool preview) =>
        plugin.CallAsync(ResourceProviderMethods.Invoke, new InvokeRequest { Tok = token, Args = Plugin.Parse(arguments), Preview = preview });
}
