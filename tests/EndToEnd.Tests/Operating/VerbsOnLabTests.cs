using System.Xml.Linq;
using EndToEnd.Tests.Takeover;
using HaIac.Labs;

namespace EndToEnd.Tests.Operating;

/// <summary>The verbs of the command line, and the functions of the provider, on three real nodes.</summary>
[TestFixture]
[Category("Lab")]
[NonParallelizable]
public sealed class VerbsOnLabTests : TakeoverFixture
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    [Test]
    [Property("Requirement", "A4")]
    [Property("Requirement", "K1")]
    [Property("Requirement", "I3")]
    [Property("Requirement", "F1")]
    public async Task Service_OfHeatEngineByTheGenericAgent_RecoversFromACrashAndFollowsEveryVerb()
    {
        var project = await Daemons.ProjectAsync("heat-engine");
        await project.MustAsync("config", "set", "mode", "ActiveActive");
        await project.MustAsync("config", "set", "agent", "ocf:haiac:openstack-service");
        await project.MustAsync("config", "set", "--path", "parameters.binary", "/usr/bin/heat-engine");
        await project.MustAsync("config", "set", "--path", "parameters.config", "/etc/heat/heat.conf");
        await project.MustAsync("config", "set", "--path", "parameters.user", "heat");
        await project.MustAsync("up", "--yes");
        var configuration = ObjectsIn(await Daemons.CibAsync());
        var first = await ProcessAsync(Daemons.Lab["ctl2"]);

        await Daemons.Lab["ctl2"].ReadAsync($"kill -KILL {first}");
        await Lab.WaitUntilAsync("the cluster has started it again", async _ => await ProcessAsync(Daemons.Lab["ctl2"]) is not null and var now && now != first, s_limit);
        await Lab.WaitUntilAsync("the crash is in its status", async _ => (await project.RunAsync("service", "status", "heat-engine")).All.Contains("FAILED", StringComparison.OrdinalIgnoreCase), s_limit);

        var cleanup = await project.MustAsync("service", "cleanup", "heat-engine");
        Assert.That(cleanup.All, Does.Contain("monitor of heat-engine failed on ctl2"), "what is erased is told");
        await project.MustAsync("service", "status", "heat-engine");

        await project.MustAsync("service", "stop", "heat-engine", "--node", "ctl2");
        Assert.That(await ProcessesAsync(), Is.EqualTo([true, false, true]));
        await project.MustAsync("service", "start", "heat-engine", "--node", "ctl2");
        Assert.That(await ProcessesAsync(), Has.All.True);

        var before = await ProcessAsync(Daemons.Lab["ctl1"]);
        var restart = await project.MustAsync("service", "restart", "heat-engine", "--rolling");
        Assert.That(await ProcessesAsync(), Has.All.True);
        Assert.That(await ProcessAsync(Daemons.Lab["ctl1"]), Is.Not.EqualTo(before), restart.All);

        await project.MustAsync("service", "disable", "heat-engine");
        Assert.That((await project.RunAsync("service", "status", "heat-engine")).All, Does.Contain("not managed"));
        await project.MustAsync("service", "enable", "heat-engine");

        await project.MustAsync("service", "stop", "heat-engine");
        Assert.That(await ProcessesAsync(), Has.All.False);
        Assert.That((await project.RunAsync("service", "status", "heat-engine")).ExitCode, Is.EqualTo(3));
        await project.MustAsync("service", "start", "heat-engine");
        Assert.That(await ProcessesAsync(), Does.Contain(true));

        Assert.That(ObjectsIn(await Daemons.CibAsync()), Is.EqualTo(configuration), "no verb leaves anything behind");
        await project.MustAsync("up", "--yes", "--expect-no-changes");
        await project.MustAsync("destroy", "--yes");
    }

    [Test]
    [Property("Requirement", "Q1")]
    [Property("Requirement", "Q2")]
    [Property("Requirement", "P1")]
    [Property("Requirement", "P2")]
    [Property("Requirement", "P3")]
    public async Task Cluster_EveryVerb_DoesWhatItSaysAndIsTakenBack()
    {
        using var project = await Project.ForScenarioAsync("dummies", Daemons.Lab.SshAddress);
        await project.MustAsync("up", "--yes");
        var status = await project.MustAsync("cluster", "status");
        Assert.That(status.All, Does.Contain("ctl1").And.Contain("ctl3").And.Contain("d1").And.Contain("no-quorum-policy").And.Contain("symmetric-cluster"), status.ToString());
        Assert.That((await project.MustAsync("cluster", "status", "--history")).All, Does.Contain("start").And.Contain("d1"));

        await project.MustAsync("cluster", "maintenance", "on", "--yes");
        Assert.That((await project.MustAsync("cluster", "status")).All, Does.Contain("maintenance"));
        await project.MustAsync("cluster", "maintenance", "off", "--yes");

        await project.MustAsync("cluster", "move", "d1", "ctl3", "--yes");
        Assert.That(await NodesOfAsync("d1"), Is.EqualTo(["ctl3"]));
        await project.MustAsync("cluster", "standby", "ctl3", "--yes");
        Assert.That(await NodesOfAsync("d1"), Does.Not.Contain("ctl3").And.Length.EqualTo(1));
        await project.MustAsync("cluster", "online", "ctl3", "--yes");
        await project.MustAsync("cluster", "clear", "d1", "--yes");
        await project.MustAsync("cluster", "ban", "d1", "ctl1", "--yes");
        await project.MustAsync("cluster", "ban", "d1", "ctl2", "--lifetime", "2h", "--yes");
        Assert.That(await NodesOfAsync("d1"), Is.EqualTo(["ctl3"]));
        await project.MustAsync("cluster", "clear", "d1", "--yes");
        Assert.That(CibFile.Configuration(await Daemons.CibAsync()), Does.Not.Contain("rsc_location"));

        await project.MustAsync("cluster", "property", "no-quorum-policy", "freeze", "--yes");
        Assert.That((await Daemons.Lab.Nodes[0].ReadAsync("crm_attribute --type crm_config --name no-quorum-policy --query --quiet")).Trim(), Is.EqualTo("freeze"));
        await project.MustAsync("cluster", "property", "no-quorum-policy", "--yes");
        Assert.That(CibFile.Configuration(await Daemons.CibAsync()), Does.Not.Contain("no-quorum-policy"));

        var unknown = await project.RunAsync("cluster", "standby", "ctl9", "--yes");
        Assert.That((unknown.ExitCode, unknown.All.Contains("ctl9", StringComparison.Ordinal)), Is.EqualTo((1, true)), unknown.ToString());
        await project.MustAsync("destroy", "--yes");
    }

    [Test]
    [Property("Requirement", "Q3")]
    public async Task Cluster_NodeThatLeaves_IsForgottenAndMayComeBack()
    {
        using var project = await Project.ForScenarioAsync("dummies", Daemons.Lab.SshAddress);
        await project.MustAsync("up", "--yes");
        await Daemons.Lab.Nodes[0].ReadAsync("crm_attribute --node ctl3 --name rack --update left && crm_resource --ban --resource d1 --node ctl3");

        var early = await project.RunAsync("cluster", "remove-node", "ctl3", "--yes");
        Assert.That((early.ExitCode, early.All.Contains("still online", StringComparison.Ordinal)), Is.EqualTo((1, true)), early.ToString());

        await Daemons.Lab["ctl3"].PowerOffAsync();
        await Lab.WaitUntilAsync("the others have noticed", async _ => (await project.MustAsync("cluster", "status")).All.Contains("offline", StringComparison.OrdinalIgnoreCase), s_limit);
        var removed = await project.MustAsync("cluster", "remove-node", "ctl3", "--yes");

        Assert.That(removed.All, Does.Contain("corosync"), "what is left to do by hand is told");
        Assert.That(await Daemons.CibAsync(), Does.Not.Contain("ctl3"), "record, attributes, state and constraints are gone");

        // Corosync's node list, which is not ours, has it still; the daemons must not write its record back by themselves.
        await Daemons.Lab.Nodes[0].ReadAsync("crm_attribute --name haiac-probe --update 1 && crm_attribute --name haiac-probe --delete && crm_resource --wait");
        Assert.That(await Daemons.CibAsync(), Does.Not.Contain("uname=\"ctl3\""), "the daemons forgot it too");

        await Daemons.Lab["ctl3"].PowerOnAsync();
        await Daemons.Lab.WaitForQuorumAsync(TimeSpan.FromMinutes(3));
        await Lab.WaitUntilAsync("it is a member again", async _ => (await Daemons.CibAsync()).Contains("uname=\"ctl3\"", StringComparison.Ordinal), s_limit);
        await project.MustAsync("destroy", "--yes");
    }

    [Test]
    [Property("Requirement", "G1")]
    [Property("Requirement", "H7")]
    public async Task Functions_CalledByAProgram_AreAskedInAPreviewAndDoneInAnUpdate()
    {
        using var project = await Project.ForScenarioAsync("dummy", Daemons.Lab.SshAddress);
        await project.MustAsync("up", "--yes");
        using var program = await Project.ForScenarioAsync("functions", Daemons.Lab.SshAddress);
        await program.MustAsync("config", "set", "service", "a");

        var preview = await program.MustAsync("preview");
        Assert.That(await NodesOfAsync("a"), Has.Length.EqualTo(1), preview.All);
        await program.MustAsync("up", "--yes", "--skip-preview");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputAsync("online"), Is.EqualTo("ctl1,ctl2,ctl3"));
            Assert.That(await OutputAsync("before"), Is.EqualTo("running True 1"));
            Assert.That(await OutputAsync("stopped"), Is.EqualTo("False True stopped"));
            Assert.That(await OutputAsync("started"), Is.EqualTo("False True running"));
            Assert.That(await OutputAsync("quorum"), Is.EqualTo("true"));
            Assert.That(await NodesOfAsync("a"), Has.Length.EqualTo(1));
        }

        await project.MustAsync("destroy", "--yes");

        async Task<string> OutputAsync(string name) => (await program.MustAsync("stack", "output", name)).Output.Trim();
    }

    private async Task<string[]> NodesOfAsync(string resource) => [.. (await Daemons.Lab.ViewAsync()).NodesOf(resource)];

    private static string ObjectsIn(string cib)
    {
        var configuration = XDocument.Parse(cib).Root!.Element("configuration")!;
        return $"{configuration.Element("resources")}{configuration.Element("constraints")}";
    }

    /// <summary>The daemon's first process on a node; null if it does not run.</summary>
    private static async Task<string?> ProcessAsync(LabNode node) =>
        (await node.RunAsync("pgrep --oldest --uid heat --full heat-engine")).StandardOutput.Trim() is { Length: > 0 } pid ? pid : null;

    private async Task<bool[]> ProcessesAsync() => await Task.WhenAll(Daemons.Lab.Nodes.Select(async node => await ProcessAsync(node) is not null));
}
