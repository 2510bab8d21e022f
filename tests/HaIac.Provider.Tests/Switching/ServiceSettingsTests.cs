using HaIac.Cib.Constraints;
using HaIac.Provider.Tests.Serving;
using static HaIac.Provider.Tests.Switching.HeatOnPaper;

namespace HaIac.Provider.Tests.Switching;

/// <summary>What a service needs of its nodes and settings besides who runs it: Pacemaker's real scheduler, units and files on paper.</summary>
[Category("Tools")]
public sealed class ServiceSettingsTests
{
    [Test, Property("Requirement", "A1")]
    public async Task Create_NothingDeclared_TouchesNothing()
    {
        await using var cluster = await WithUnitsAsync();

        var (id, outputs) = await cluster.Plugin.CreateAsync(ServiceType, "heat", Off);
        await cluster.Plugin.DeleteAsync(ServiceType, "heat", id, outputs);

        Assert.That((cluster.Nodes.Changes.Count, cluster.Patches), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task WholeLife_OfTheInitSystem_StartsRestartsAndSeesDrift()
    {
        await using var cluster = await WithUnitsAsync(enabled: false, active: false);
        var (id, outputs) = await cluster.Plugin.CreateAsync(ServiceType, "heat", """{"serviceName":"heat","haMode":"Disabled","running":true,"enabled":true,"restartOn":{"conf":"1"}}""");
        Assert.That(HeatOnPaper.Nodes.Select(node => (cluster.Nodes.Unit(node, "heat").IsActive, cluster.Nodes.Unit(node, "heat").IsEnabled)), Is.All.EqualTo((true, true)));

        cluster.Nodes.Add("ctl2", "heat", active: false);
        var read = await cluster.Plugin.ReadAsync(ServiceType, "heat", id, outputs);
        Assert.That(((bool)read.Inputs!["running"]!, (bool)read.Inputs!["enabled"]!), Is.EqualTo((false, true)), "a stopped unit is drift");

        await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, read.Outputs!, """{"serviceName":"heat","haMode":"Disabled","running":true,"enabled":true,"restartOn":{"conf":"2"}}""");
        Assert.That(cluster.Nodes.Changes.TakeLast(3), Is.EquivalentTo(["ctl1 restart heat", "ctl2 start heat", "ctl3 restart heat"]));
        Assert.That(cluster.Patches, Is.Zero);
    }

    [Test, Property("Requirement", "C2")]
    public async Task Update_ScriptChanged_RestartsTheServiceNodeByNode()
    {
        await using var cluster = await WithUnitsAsync(active: false);
        var inputs = ForeignClone.Replace("{\"serviceName\"", "{\"scripts\":[{\"path\":\"/opt/heat-check\",\"content\":\"1\"}],\"serviceName\"");
        var (id, outputs) = await cluster.Plugin.CreateAsync(ServiceType, "heat", inputs);
        var patches = cluster.Patches;

        await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, outputs, inputs.Replace("\"content\":\"1\"", "\"content\":\"2\""));

        Assert.That(HeatOnPaper.Nodes.Select(node => cluster.Nodes.File(node, "/opt/heat-check")!.Content), Is.All.EqualTo("2"));
        Assert.That(cluster.Patches, Is.GreaterThan(patches), "the cluster has restarted it");
        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("heat-clone"), Has.Count.EqualTo(3));
        Assert.That((await cluster.CibAsync()).Constraints, Is.Empty);
    }

    [Test, Property("Requirement", "N5")]
    public async Task Noop_AnyCall_TouchesNothingAndForgetsNothing()
    {
        await using var cluster = await WithUnitsAsync();
        var off = ForeignClone.Replace("{\"serviceName\"", "{\"noop\":true,\"serviceName\"");
        var (id, outputs) = await cluster.Plugin.CreateAsync(ServiceType, "heat", off);
        Assert.That((cluster.Patches, cluster.Nodes.Changes.Count, id), Is.EqualTo((0, 0, "heat")));

        var on = await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, outputs, ForeignClone);
        var patches = cluster.Patches;
        var asleep = await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, on, off.Replace("ocf:pacemaker:Dummy", "ocf:pacemaker:Stateful"));
        await cluster.Plugin.DeleteAsync(ServiceType, "heat", id, asleep);

        Assert.That(cluster.Patches, Is.EqualTo(patches));
        Assert.That(asleep["clone"]!["primitive"]!["agent"]!.ToString(), Is.EqualTo("ocf:pacemaker:Dummy"), "what was applied is still known");
    }

    [Test, Property("Requirement", "B1"), Property("Requirement", "B14"), Property("Requirement", "C1")]
    [Property("Correction", "C3")]
    [Property("Correction", "B1")]
    public async Task Scripts_OfAService_ComeBeforeItAndLeaveWithIt()
    {
        const string path = "/usr/lib/ocf/resource.d/mine/heat";
        await using var cluster = await WithUnitsAsync(active: false);
        var before = (await cluster.CibAsync()).Configuration!;
        var inputs = """{"serviceName":"heat","haMode":"ActivePassive","primitive":{"cibId":"heat","agent":"ocf:mine:heat"},"scripts":[{"path":"/usr/lib/ocf/resource.d/mine/heat","content":"#!/bin/sh\n"}]}""";

        var (id, outputs) = await cluster.Plugin.CreateAsync(ServiceType, "heat", inputs);
        Assert.That(HeatOnPaper.Nodes.Select(node => (cluster.Nodes.File(node, path)?.Mode, cluster.Nodes.File(node, "/usr/local/bin/ocf_handler_heat")?.Mode)), Is.All.EqualTo(("0755", "0700")));

        cluster.Nodes.Tamper("ctl2", path, "gone wrong");
        var read = await cluster.Plugin.ReadAsync(ServiceType, "heat", id, outputs);
        Assert.That(read.Inputs!["scripts"], Is.Empty.Or.Null, "a script that is not everywhere as declared is drift");
        var updated = await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, read.Outputs!, inputs);
        Assert.That(cluster.Nodes.File("ctl2", path)!.Content, Is.EqualTo("#!/bin/sh\n"));

        await cluster.Plugin.DeleteAsync(ServiceType, "heat", id, updated);
        Assert.That(HeatOnPaper.Nodes.Select(node => (cluster.Nodes.File(node, path), cluster.Nodes.File(node, "/usr/local/bin/ocf_handler_heat"))), Is.All.EqualTo(((object?)null, (object?)null)));
        Assert.That((await cluster.CibAsync()).Configuration!.DeepEquals(before), Is.True);
    }

    [Test, Property("Requirement", "C3")]
    public async Task Create_UnitMissingOnOneNode_IsRefusedBeforeAnythingIsWritten()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        cluster.Nodes.Add("ctl1", "heat");
        cluster.Nodes.Add("ctl3", "heat");

        var failure = await Plugin.FailureOf(cluster.Plugin.CreateAsync(ServiceType, "heat", NativeClone));
        var preview = await Plugin.FailureOf(cluster.Plugin.CreateAsync(ServiceType, "heat", NativeClone, preview: true));

        Assert.That(failure.Message, Does.Contain("HAI2106").And.Contain("systemd:heat is missing on ctl2"));
        Assert.That(preview.Message, Is.EqualTo(failure.Message));
        Assert.That((cluster.Patches, cluster.Nodes.Changes.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Create_NodeThatIsNone_NamesTheNearest()
    {
        await using var cluster = await WithUnitsAsync();

        var failure = await Plugin.FailureOf(cluster.Plugin.CreateAsync(ServiceType, "heat", Native.Replace("\"running\"", "\"nodes\":[\"ctl11\"],\"running\"")));

        Assert.That(failure.Message, Does.Contain("HAI3305").And.Contain("ctl11 is no node").And.Contain("Did you mean ctl1?"));
    }

    [Test, Property("Requirement", "J1"), Property("Requirement", "J2"), Property("Requirement", "J4"), Property("Requirement", "G4")]
    public async Task OptIn_Enabled_AllowsEachNodeAndSeesAMissingOneAsDrift()
    {
        await using var cluster = await WithUnitsAsync(active: false);
        var inputs = ForeignPrimitive.Replace("{\"serviceName\"", "{\"optIn\":{\"enabled\":true},\"serviceName\"");
        var (id, outputs) = await cluster.Plugin.CreateAsync(ServiceType, "heat", inputs);
        Assert.That((await cluster.CibAsync()).Constraints.OfType<LocationConstraint>().Select(location => (location.Id.Value, location.Score?.ToString())),
            Is.EquivalentTo(HeatOnPaper.Nodes.Select(node => ($"heat-on-{node}", "100"))));
        Assert.That((bool)(await cluster.Plugin.ReadAsync(ServiceType, "heat", id, outputs)).Inputs!["optIn"]!["enabled"]!, Is.True);

        await cluster.Plugin.DeleteAsync(ServiceType, "heat", id, outputs);
        Assert.That((await cluster.CibAsync()).Constraints, Is.Empty);
    }

    [Test, Property("Requirement", "K2")]
    public async Task Cleanup_AlwaysOnStart_LooksAnewOnCreateAndUpdate()
    {
        await using var cluster = await WithUnitsAsync(active: false);
        var inputs = ForeignClone.Replace("{\"serviceName\"", "{\"cleanup\":{\"onStart\":\"always\"},\"serviceName\"");

        var (id, outputs) = await cluster.Plugin.CreateAsync(ServiceType, "heat", inputs);
        Assert.That(cluster.Cleanups, Is.EqualTo(["refresh heat-clone"]));
        await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, outputs, inputs.Replace("Dummy\"", "Dummy\",\"meta\":{\"migration-threshold\":3}"));

        Assert.That(cluster.Cleanups, Is.EqualTo(["refresh heat-clone", "refresh heat-clone"]));
        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("heat-clone"), Has.Count.EqualTo(3));
    }

    [Test, Property("Requirement", "C2")]
    public async Task Read_AgentOfAnotherVersionOnANode_IsToldWithTheWayToReplaceIt()
    {
        const string path = "/usr/lib/ocf/resource.d/haiac/openstack-service";
        await using var cluster = await WithUnitsAsync(active: false);
        var inputs = ForeignPrimitive.Replace("ocf:pacemaker:Dummy\"", "ocf:haiac:openstack-service\",\"parameters\":{\"binary\":\"/bin/true\"},\"meta\":{\"target-role\":\"Stopped\"}");
        var (id, outputs) = await cluster.Plugin.CreateAsync(ServiceType, "heat", inputs);
        await cluster.Plugin.ReadAsync(ServiceType, "heat", id, outputs);
        Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Has.None.Contains("not the version"));

        cluster.Nodes.Tamper("ctl2", path, "an old one");
        await cluster.Plugin.ReadAsync(ServiceType, "heat", id, outputs);

        Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Has.Some.Contains($"{path} is missing on a node, or not the version").And.Some.Contains("restartOn"));
    }

    [Test, Property("Requirement", "B3")]
    public async Task Preview_ClusterHasItWithPrefix_WarnsAndOtherwiseDoesNot()
    {
        await using var cluster = await WithUnitsAsync();
        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "p_heat", """{"agent":"ocf:pacemaker:Dummy"}""");
        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "p_other", """{"agent":"ocf:pacemaker:Dummy"}""");

        await cluster.Plugin.CreateAsync(ServiceType, "heat", ForeignClone, preview: true);

        Assert.That(cluster.Plugin.Logs.Select(log => log.Message).Where(text => text.Contains("HAI3308", StringComparison.Ordinal)),
            Has.Exactly(1).Items.And.Some.Contains("primitive p_heat (ocf:pacemaker:Dummy), which looks like heat too"));
    }
}
