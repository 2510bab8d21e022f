using System.Text.Json;

namespace HaIac.Cli.Tests.Services;

/// <summary>The verbs on services, on a virtual cluster with Pacemaker's own tools.</summary>
[TestFixture]
[Category("Tools")]
public sealed class ServiceCommandTests
{
    private const string Resources = """
        <primitive id="vip" class="ocf" provider="pacemaker" type="Dummy"/>
        <clone id="p_api-clone"><primitive id="p_api" class="ocf" provider="pacemaker" type="Dummy"/></clone>
        """;

    private TemporaryProject _project = null!;

    [SetUp]
    public async Task MakeCluster()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin");
        if (!path.Any(folder => File.Exists(Path.Combine(folder, "crm_simulate"))))
            Assert.Ignore("crm_simulate is not on this host; install pacemaker-cli-utils");
        _project = new();
        await MustAsync("stack", "init", "dev");
        await MustAsync("config", "set", "haiac:cluster", "virtual:c?nodes=ctl1,ctl2,ctl3");
        await MustAsync("cluster", "status");
        _project.Write("c/cib.xml", _project.Read("c/cib.xml").Replace("<resources/>", $"<resources>{Resources}</resources>", StringComparison.Ordinal));
        await MustAsync("cluster", "recover-node", "ctl1");
    }

    [TearDown]
    public void Remove() => _project?.Dispose();

    [Test]
    [Property("Requirement", "G2")]
    [Property("Requirement", "G7")]
    public async Task Status_RunningService_EndsWith0AndShowsEachNode()
    {
        var result = await RunAsync("service", "status", "api");

        Assert.That(result.Exit, Is.Zero, result.Error);
        Assert.That(result.Out, Does.StartWith("api: running\n").And.Match("ctl1 +running").And.Match("ctl3 +running").And.Contain("p_api in p_api-clone"));
    }

    [Test]
    [Property("Requirement", "H6")]
    [Property("Requirement", "I2")]
    public async Task StopAndStart_OfAService_AreToldAndSeenInTheExitCodeOfStatus()
    {
        Assert.That((await MustAsync("service", "stop", "vip")).Out, Does.Contain("vip: stopped"));
        Assert.That((await RunAsync("service", "status", "vip")).Exit, Is.EqualTo(3));

        var started = await MustAsync("service", "start", "vip");

        Assert.That(started.Out, Does.Match("vip: running on ctl[123]"));
        Assert.That((await RunAsync("service", "status", "vip")).Exit, Is.Zero);
        Assert.That(_project.Read("c/cib.xml"), Does.Not.Contain("\"Stopped\""));
    }

    [Test]
    [Property("Requirement", "I3")]
    [Property("Requirement", "I5")]
    public async Task Stop_OneNodeOfAClone_LeavesTheOthersAndStartTakesTheBanBack()
    {
        await MustAsync("service", "stop", "api", "--node", "ctl2");
        Assert.That(await RunningOnAsync("p_api-clone"), Is.EqualTo(new[] { "ctl1", "ctl3" }));

        await MustAsync("service", "start", "api", "--node", "ctl2");

        Assert.That(await RunningOnAsync("p_api-clone"), Is.EqualTo(new[] { "ctl1", "ctl2", "ctl3" }));
    }

    [Test]
    [Property("Requirement", "F1")]
    public async Task DisableAndEnable_OfAService_LeaveItAloneAndManageItAgain()
    {
        await MustAsync("service", "disable", "vip");
        Assert.That((await MustAsync("service", "status", "vip")).Out, Does.Contain("not managed"));

        await MustAsync("service", "enable", "vip");

        Assert.That((await MustAsync("service", "status", "vip")).Out, Does.Not.Contain("not managed"));
    }

    [Test]
    [Property("Requirement", "K1")]
    [Property("Requirement", "K3")]
    public async Task Cleanup_AfterAFailure_SaysWhatItErased()
    {
        await MustAsync("cluster", "fail-resource", "vip", (await RunningOnAsync("vip"))[0]);

        var result = await MustAsync("service", "cleanup", "vip");

        Assert.That(result.Out, Does.Contain("erased: ").And.Contain("vip"));
    }

    [Test]
    [Property("Requirement", "I9")]
    public async Task Restart_OfAClone_EndsWithAllInstancesBackAndNoBanLeft()
    {
        await MustAsync("service", "restart", "api", "--rolling");

        Assert.That(await RunningOnAsync("p_api-clone"), Is.EqualTo(new[] { "ctl1", "ctl2", "ctl3" }));
        Assert.That(_project.Read("c/cib.xml"), Does.Not.Contain("haiac-ban"));
    }

    [Test]
    [Property("Requirement", "D1")]
    public async Task Status_UnknownService_NamesWhatWasTried()
    {
        var result = await RunAsync("service", "status", "apix");

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("HAI3401").And.Contain("p_apix").And.Contain("mend"));
    }

    [Test]
    public async Task Status_Json_IsOneDocument()
    {
        using var json = JsonDocument.Parse((await MustAsync("service", "status", "vip", "--json")).Out);

        Assert.That(json.RootElement.GetProperty("state").GetString(), Is.EqualTo("running"));
        Assert.That(json.RootElement.GetProperty("nodes").GetArrayLength(), Is.EqualTo(3));
    }

    [Test]
    [Property("Requirement", "D2")]
    public async Task Status_NameInTheProgram_IsTheServiceOfTheState()
    {
        Declare("billing", """{"serviceName":"billing-daemon","haMode":"ActivePassive","primitive":{"cibId":"vip","agent":"ocf:pacemaker:Dummy"},"scripts":[{"path":"/x","content":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"v1:AAAA:BBBB"}}]}""");

        var byName = await RunAsync("service", "status", "billing");
        var byDaemon = await RunAsync("service", "status", "billing-daemon");

        Assert.That(byName.Exit, Is.Zero, byName.Error);
        Assert.That(byName.Out, Does.StartWith("billing: running").And.Contain("primitive vip"));
        Assert.That(byDaemon.Out, Is.EqualTo(byName.Out));
    }

    [Test]
    public async Task Status_All_AreTheServicesThatTheStackGivesToTheCluster()
    {
        Declare("vip", """{"serviceName":"vip","haMode":"ActivePassive"}""", "plain", """{"serviceName":"plain","haMode":"Disabled"}""");

        Assert.That((await MustAsync("service", "status", "--all")).Out, Does.Contain("vip: running").And.Not.Contain("plain"));
    }

    [Test]
    public async Task Verb_ServiceOfTheInitSystem_IsSkippedAndSaid()
    {
        Declare("plain", """{"serviceName":"plain","haMode":"Disabled"}""");

        Assert.That((await MustAsync("service", "stop", "plain")).Out, Does.Contain("not run by the cluster").And.Contain("systemctl status plain"));
    }

    [TestCase("service status", "HAI1258")]
    [TestCase("service status x --all", "HAI1258")]
    public async Task Verb_BadInput_SaysWhatIsMeant(string arguments, string code)
    {
        var result = await RunAsync(arguments.Split(' '));

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain(code));
    }

    [Test]
    public async Task Verb_DaemonOfTwoServices_AsksForTheName()
    {
        Declare("one", """{"serviceName":"same","haMode":"ActivePassive"}""", "two", """{"serviceName":"same","haMode":"ActivePassive"}""");

        Assert.That((await RunAsync("service", "status", "same")).Error, Does.Contain("HAI1257").And.Contain("one, two"));
    }

    private void Declare(params string[] namesAndInputs)
    {
        const string File = ".pulumi/stacks/demo/dev.json";
        const string Type = "haiac:services:Service";
        var resources = namesAndInputs.Chunk(2).Select(pair => $$$"""{"urn":"urn:pulumi:dev::demo::{{{Type}}}::{{{pair[0]}}}","custom":true,"id":"{{{pair[0]}}}","type":"{{{Type}}}","inputs":{{{pair[1]}}},"outputs":{}}""");
        _project.Write(File, _project.Read(File).Replace("\"metadata\":{}", $"\"resources\":[{string.Join(',', resources)}],\"metadata\":{{}}", StringComparison.Ordinal));
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => _project.RunAsync(arguments);

    private async Task<CommandResult> MustAsync(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.That(result.Exit, Is.Zero, result.Error);
        return result;
    }

    private async Task<string[]> RunningOnAsync(string id)
    {
        using var document = JsonDocument.Parse((await MustAsync("cluster", "status", "--json")).Out);
        var found = document.RootElement.GetProperty("resources").EnumerateArray().Single(resource => resource.GetProperty("id").GetString() == id);
        return [.. found.GetProperty("runningOn").EnumerateArray().Select(node => node.GetString()!)];
    }
}
