using HaIac.Cib.Constraints;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Provider.Tests.Serving;

namespace HaIac.Provider.Tests.Switching;

/// <summary>A service changes hands on a living cluster: Pacemaker's real scheduler, units on paper.</summary>
[Category("Tools")]
public sealed class ServiceSwitchTests
{
    private const string Type = "haiac:services:Service";
    private const string Off = """{"serviceName":"heat","haMode":"Disabled"}""";
    private const string Native = """{"serviceName":"heat","haMode":"Disabled","running":true}""";
    private const string ForeignClone = """{"serviceName":"heat","haMode":"ActiveActive","clone":{"cibId":"heat-clone","primitive":{"cibId":"heat","agent":"ocf:pacemaker:Dummy"}}}""";
    private const string ForeignPrimitive = """{"serviceName":"heat","haMode":"ActivePassive","primitive":{"cibId":"heat","agent":"ocf:pacemaker:Dummy"}}""";
    private const string NativeClone = """{"serviceName":"heat","haMode":"ActiveActive","clone":{"cibId":"heat-clone","primitive":{"cibId":"heat","agent":"systemd:heat"}}}""";
    private const string NativePrimitive = """{"serviceName":"heat","haMode":"ActivePassive","primitive":{"cibId":"heat","agent":"systemd:heat"}}""";

    private static readonly string[] s_nodes = ["ctl1", "ctl2", "ctl3"];

    [Test, Property("Requirement", "A1")]
    public async Task Create_NothingDeclared_TouchesNothing()
    {
        await using var cluster = await WithUnitsAsync();

        var (id, outputs) = await cluster.Plugin.CreateAsync(Type, "heat", Off);
        await cluster.Plugin.DeleteAsync(Type, "heat", id, outputs);

        Assert.That((cluster.Nodes.Changes.Count, cluster.Patches), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task WholeLife_OfTheInitSystem_StartsRestartsAndSeesDrift()
    {
        await using var cluster = await WithUnitsAsync(enabled: false, active: false);
        var (id, outputs) = await cluster.Plugin.CreateAsync(Type, "heat", """{"serviceName":"heat","haMode":"Disabled","running":true,"enabled":true,"restartOn":{"conf":"1"}}""");
        Assert.That(s_nodes.Select(node => (cluster.Nodes.Unit(node, "heat").IsActive, cluster.Nodes.Unit(node, "heat").IsEnabled)), Is.All.EqualTo((true, true)));

        cluster.Nodes.Add("ctl2", "heat", active: false);
        var read = await cluster.Plugin.ReadAsync(Type, "heat", id, outputs);
        Assert.That(((bool)read.Inputs!["running"]!, (bool)read.Inputs!["enabled"]!), Is.EqualTo((false, true)), "a stopped unit is drift");

        await cluster.Plugin.UpdateAsync(Type, "heat", id, read.Outputs!, """{"serviceName":"heat","haMode":"Disabled","running":true,"enabled":true,"restartOn":{"conf":"2"}}""");
        Assert.That(cluster.Nodes.Changes.TakeLast(3), Is.EquivalentTo(["ctl1 restart heat", "ctl2 start heat", "ctl3 restart heat"]));
        Assert.That(cluster.Patches, Is.Zero);
    }

    [Test, Property("Requirement", "E1"), Property("Requirement", "E2"), Property("Requirement", "E7")]
    public async Task Switch_UnitItselfAsClone_IsAdoptedWithItsProcessesAndBackAgain()
    {
        await using var cluster = await WithUnitsAsync();
        var pids = s_nodes.Select(node => cluster.Nodes.Unit(node, "heat").MainPid).ToList();
        var (id, off) = await cluster.Plugin.CreateAsync(Type, "heat", Off);

        var on = await cluster.Plugin.UpdateAsync(Type, "heat", id, off, NativeClone);

        Assert.That(cluster.Nodes.Changes, Is.EquivalentTo(s_nodes.Select(node => $"{node} disable heat")));
        Assert.That(s_nodes.Select(node => cluster.Nodes.Unit(node, "heat").MainPid), Is.EqualTo(pids));
        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("heat-clone"), Has.Count.EqualTo(3));
        Assert.That(cluster.Patches, Is.EqualTo(1));
        Assert.That(on["native"]!["ctl2"]!["heat"]!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""{"active":true,"enabled":true,"manager":"systemd"}"""));

        var again = await cluster.Plugin.UpdateAsync(Type, "heat", id, on, NativeClone.Replace("\"systemd:heat\"", "\"systemd:heat\",\"meta\":{\"migration-threshold\":3}"));
        Assert.That(again["native"]!.ToString(), Is.EqualTo(on["native"]!.ToString()), "a later look must not forget that it was enabled");

        foreach (var node in s_nodes)
        {
            cluster.Nodes.Add(node, "heat", enabled: false, active: false); // The cluster stops them; on paper nobody does.
        }

        var back = await cluster.Plugin.UpdateAsync(Type, "heat", id, again, Off);
        Assert.That(s_nodes.Select(node => (cluster.Nodes.Unit(node, "heat").IsEnabled, cluster.Nodes.Unit(node, "heat").IsActive)), Is.All.EqualTo((true, false)), "enabled as before, started by nobody");
        Assert.That((await cluster.CibAsync()).Resources, Is.Empty);
        Assert.That(back.ContainsKey("native"), Is.False);
    }

    [Test, Property("Requirement", "E2")]
    public async Task Switch_UnitItselfOnOneNode_KeepsOneAndStopsTheOthersFirst()
    {
        await using var cluster = await WithUnitsAsync();
        var patchesAtStop = new List<int>();
        cluster.Nodes.Changed = (_, unit) => patchesAtStop.Add(unit.IsActive ? 0 : cluster.Patches);

        await cluster.Plugin.CreateAsync(Type, "heat", NativePrimitive);

        Assert.That(s_nodes.Count(node => cluster.Nodes.Unit(node, "heat").IsActive), Is.EqualTo(1));
        Assert.That(patchesAtStop, Is.All.Zero, "never two: the others stop before the cluster has it");
    }

    [Test, Property("Requirement", "E1"), Property("Requirement", "C3")]
    public async Task Switch_AnotherProgramAsClone_IsNeverGoneAndLeavesNoBan()
    {
        await using var cluster = await WithUnitsAsync();
        var fewest = 3;
        cluster.Nodes.Changed = (_, _) => fewest = Math.Min(fewest, Instances(cluster));
        var (id, off) = await cluster.Plugin.CreateAsync(Type, "heat", Native);

        var on = await cluster.Plugin.UpdateAsync(Type, "heat", id, off, ForeignClone);

        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("heat-clone"), Has.Count.EqualTo(3));
        Assert.That(s_nodes.Select(node => cluster.Nodes.Unit(node, "heat").IsActive), Is.All.False);
        Assert.That((await cluster.CibAsync()).Constraints, Is.Empty);
        Assert.That(fewest, Is.EqualTo(2), "node by node");

        await cluster.Plugin.UpdateAsync(Type, "heat", id, on, Native);

        Assert.That(s_nodes.Select(node => (cluster.Nodes.Unit(node, "heat").IsEnabled, cluster.Nodes.Unit(node, "heat").IsActive)), Is.All.EqualTo((true, true)));
        Assert.That(((await cluster.CibAsync()).Resources, (await cluster.CibAsync()).Constraints), Is.EqualTo((Array.Empty<object>(), Array.Empty<object>())));
        Assert.That(fewest, Is.EqualTo(2), "back again node by node");
    }

    [Test, Property("Requirement", "E1")]
    public async Task Switch_AnotherProgramOnOneNode_StopsAllBeforeTheClusterHasIt()
    {
        await using var cluster = await WithUnitsAsync();
        var patches = new List<int>();
        cluster.Nodes.Changed = (_, _) => patches.Add(cluster.Patches);

        var (_, outputs) = await cluster.Plugin.CreateAsync(Type, "heat", ForeignPrimitive);

        Assert.That(s_nodes.Select(node => cluster.Nodes.Unit(node, "heat").IsActive), Is.All.False);
        Assert.That(patches, Is.All.Zero);
        Assert.That(outputs["runningOn"]!["heat"]!.ToObject<string[]>(), Has.Length.EqualTo(1));
    }

    [Test, Property("Requirement", "I5"), Property("Requirement", "E6")]
    public async Task Switch_UnitThatDoesNotStop_GoesBackToTheInitSystemWithoutATrace()
    {
        await using var cluster = await WithUnitsAsync();
        var before = (await cluster.CibAsync()).Configuration!;
        var (id, off) = await cluster.Plugin.CreateAsync(Type, "heat", Off);
        cluster.Nodes.Fails = line => line == "ctl2 stop heat";

        var failure = await Plugin.FailureOf(cluster.Plugin.UpdateAsync(Type, "heat", id, off, ForeignClone));

        Assert.That(failure.Message, Does.Contain("HAI3301").And.Contain("ctl2 stop heat"));
        Assert.That((await cluster.CibAsync()).Configuration!.DeepEquals(before), Is.True);
        Assert.That(s_nodes.Select(node => (cluster.Nodes.Unit(node, "heat").IsEnabled, cluster.Nodes.Unit(node, "heat").IsActive)), Is.All.EqualTo((true, true)));
    }

    [Test, Property("Requirement", "E7"), Property("Requirement", "L2")]
    public async Task Switch_InstanceThatDoesNotCome_GoesBackAndSaysWhereItStood()
    {
        await using var cluster = await WithUnitsAsync();
        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "other", """{"agent":"ocf:pacemaker:Dummy"}""");
        await cluster.Plugin.CreateAsync("haiac:cib:LocationConstraint", "other-on-ctl2", """{"resource":"other","node":"ctl2","score":"INFINITY"}""");
        var inputs = ForeignClone.Replace("{\"serviceName\"", "{\"waits\":{\"limit\":\"1s\"},\"colocations\":[{\"cibId\":\"apart\",\"dependent\":\"heat-clone\",\"primary\":\"other\",\"score\":\"-INFINITY\"}],\"serviceName\"");

        var failure = await Plugin.FailureOf(cluster.Plugin.CreateAsync(Type, "heat", inputs));

        Assert.That(failure.Message, Does.Contain("HAI3307").And.Contain("heat-clone is not running on ctl2").And.Contain("The init system runs it as before"));
        Assert.That(s_nodes.Select(node => (cluster.Nodes.Unit(node, "heat").IsEnabled, cluster.Nodes.Unit(node, "heat").IsActive)), Is.All.EqualTo((true, true)));
        Assert.That((await cluster.CibAsync()).Resources.Select(resource => resource.Id.Value), Is.EqualTo(["other"]));
    }

    [Test, Property("Requirement", "E7")]
    public async Task Delete_NodeThatCannotBeRestored_IsToldAndHoldsUpNothing()
    {
        await using var cluster = await WithUnitsAsync();
        var (id, outputs) = await cluster.Plugin.CreateAsync(Type, "heat", NativePrimitive);
        cluster.Nodes.Fails = line => line == "ctl2 enable heat";

        await cluster.Plugin.DeleteAsync(Type, "heat", id, outputs);

        Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Has.Some.Contains("HAI3306").And.Some.Contains("ctl2 enable heat"));
        Assert.That((cluster.Nodes.Unit("ctl1", "heat").IsEnabled, cluster.Nodes.Unit("ctl3", "heat").IsEnabled), Is.EqualTo((true, true)));
        Assert.That((await cluster.CibAsync()).Resources, Is.Empty);
    }

    [Test, Property("Requirement", "C2")]
    public async Task Update_ScriptChanged_RestartsTheServiceNodeByNode()
    {
        await using var cluster = await WithUnitsAsync(active: false);
        var inputs = ForeignClone.Replace("{\"serviceName\"", "{\"scripts\":[{\"path\":\"/opt/heat-check\",\"content\":\"1\"}],\"serviceName\"");
        var (id, outputs) = await cluster.Plugin.CreateAsync(Type, "heat", inputs);
        var patches = cluster.Patches;

        await cluster.Plugin.UpdateAsync(Type, "heat", id, outputs, inputs.Replace("\"content\":\"1\"", "\"content\":\"2\""));

        Assert.That(s_nodes.Select(node => cluster.Nodes.File(node, "/opt/heat-check")!.Content), Is.All.EqualTo("2"));
        Assert.That(cluster.Patches, Is.GreaterThan(patches), "the cluster has restarted it");
        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("heat-clone"), Has.Count.EqualTo(3));
        Assert.That((await cluster.CibAsync()).Constraints, Is.Empty);
    }

    [Test, Property("Requirement", "I5")]
    public async Task Switch_BanOfADeadRun_IsRecognisedAndRemoved()
    {
        await using var cluster = await WithUnitsAsync();
        var (id, off) = await cluster.Plugin.CreateAsync(Type, "heat", Off);

        // What a run that dies after its first node leaves behind.
        var clone = """{"primitive":{"cibId":"heat","agent":"ocf:pacemaker:Dummy"}}""";
        await cluster.Plugin.CreateAsync("haiac:cib:Clone", "heat-clone", clone);
        await cluster.Plugin.CreateAsync("haiac:cib:LocationConstraint", "haiac-takeover-heat-clone-on-ctl3", """{"resource":"heat-clone","node":"ctl3","score":"-INFINITY","discovery":"never"}""");
        await (await cluster.AnotherAsync()).UpdateAsync(Type, "heat", id, off, ForeignClone);

        Assert.That((await cluster.CibAsync()).Constraints, Is.Empty);
        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("heat-clone"), Has.Count.EqualTo(3));
    }

    [Test, Property("Requirement", "N3")]
    public async Task Switch_CloneAndPrimitive_AreWrappedInPlaceAndConstraintsFollow()
    {
        await using var cluster = await WithUnitsAsync(active: false);
        var (id, one) = await cluster.Plugin.CreateAsync(Type, "heat", ForeignPrimitive);
        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", """{"agent":"ocf:pacemaker:Dummy"}""");
        await cluster.Plugin.CreateAsync("haiac:cib:OrderConstraint", "o", """{"first":"heat","then":"vip"}""");

        var many = await cluster.Plugin.UpdateAsync(Type, "heat", id, one, ForeignClone);
        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("heat-clone"), Has.Count.EqualTo(3));
        Assert.That(((OrderConstraint)(await cluster.CibAsync()).Constraints.Single()).First?.Value, Is.EqualTo("heat-clone"));
        Assert.That(id, Is.EqualTo("heat"));

        await cluster.Plugin.UpdateAsync(Type, "heat", id, many, ForeignPrimitive, preview: true);
        Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Has.Some.Contains("clone heat-clone would become primitive heat in place"));
        await cluster.Plugin.UpdateAsync(Type, "heat", id, many, ForeignPrimitive);
        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("heat"), Has.Count.EqualTo(1));
        Assert.That((await cluster.CibAsync()).ToXml(), Does.Not.Contain("heat-clone"));
    }

    [Test, Property("Requirement", "N5")]
    public async Task Noop_AnyCall_TouchesNothingAndForgetsNothing()
    {
        await using var cluster = await WithUnitsAsync();
        var off = ForeignClone.Replace("{\"serviceName\"", "{\"noop\":true,\"serviceName\"");
        var (id, outputs) = await cluster.Plugin.CreateAsync(Type, "heat", off);
        Assert.That((cluster.Patches, cluster.Nodes.Changes.Count, id), Is.EqualTo((0, 0, "heat")));

        var on = await cluster.Plugin.UpdateAsync(Type, "heat", id, outputs, ForeignClone);
        var patches = cluster.Patches;
        var asleep = await cluster.Plugin.UpdateAsync(Type, "heat", id, on, off.Replace("ocf:pacemaker:Dummy", "ocf:pacemaker:Stateful"));
        await cluster.Plugin.DeleteAsync(Type, "heat", id, asleep);

        Assert.That(cluster.Patches, Is.EqualTo(patches));
        Assert.That(asleep["clone"]!["primitive"]!["agent"]!.ToString(), Is.EqualTo("ocf:pacemaker:Dummy"), "what was applied is still known");
    }

    [Test, Property("Requirement", "B16")]
    public async Task Create_TakeoverSwitchedOff_MakesClusterObjectsOnly()
    {
        await using var cluster = await WithUnitsAsync();

        await cluster.Plugin.CreateAsync(Type, "heat", NativeClone.Replace("{\"serviceName\"", "{\"takeover\":{\"enabled\":false},\"serviceName\""));

        Assert.That(cluster.Nodes.Changes, Is.Empty);
    }

    [Test, Property("Requirement", "B15")]
    public async Task Create_PrimitiveDeclaredElsewhere_OnlyTakesOver()
    {
        await using var cluster = await WithUnitsAsync();
        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "p_heat", """{"agent":"systemd:heat"}""");
        var patches = cluster.Patches;

        var (id, outputs) = await cluster.Plugin.CreateAsync(Type, "heat", """{"serviceName":"heat","haMode":"ActivePassive","managesPrimitive":false}""");

        Assert.That((id, cluster.Patches), Is.EqualTo(("heat", patches)));
        Assert.That(cluster.Nodes.Changes.Where(line => line.Contains("disable", StringComparison.Ordinal)), Has.Exactly(3).Items);
        Assert.That((await cluster.Plugin.ReadAsync(Type, "heat", id, outputs)).Id, Is.EqualTo("heat"));
        await cluster.Plugin.DeleteAsync(Type, "heat", id, outputs);
        Assert.That(s_nodes.Select(node => cluster.Nodes.Unit(node, "heat").IsEnabled), Is.All.True);
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

        var (id, outputs) = await cluster.Plugin.CreateAsync(Type, "heat", inputs);
        Assert.That(s_nodes.Select(node => (cluster.Nodes.File(node, path)?.Mode, cluster.Nodes.File(node, "/usr/local/bin/ocf_handler_heat")?.Mode)), Is.All.EqualTo(("0755", "0700")));

        cluster.Nodes.Tamper("ctl2", path, "gone wrong");
        var read = await cluster.Plugin.ReadAsync(Type, "heat", id, outputs);
        Assert.That(read.Inputs!["scripts"], Is.Empty.Or.Null, "a script that is not everywhere as declared is drift");
        var updated = await cluster.Plugin.UpdateAsync(Type, "heat", id, read.Outputs!, inputs);
        Assert.That(cluster.Nodes.File("ctl2", path)!.Content, Is.EqualTo("#!/bin/sh\n"));

        await cluster.Plugin.DeleteAsync(Type, "heat", id, updated);
        Assert.That(s_nodes.Select(node => (cluster.Nodes.File(node, path), cluster.Nodes.File(node, "/usr/local/bin/ocf_handler_heat"))), Is.All.EqualTo(((object?)null, (object?)null)));
        Assert.That((await cluster.CibAsync()).Configuration!.DeepEquals(before), Is.True);
    }

    [Test, Property("Requirement", "C3")]
    public async Task Create_UnitMissingOnOneNode_IsRefusedBeforeAnythingIsWritten()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        cluster.Nodes.Add("ctl1", "heat");
        cluster.Nodes.Add("ctl3", "heat");

        var failure = await Plugin.FailureOf(cluster.Plugin.CreateAsync(Type, "heat", NativeClone));
        var preview = await Plugin.FailureOf(cluster.Plugin.CreateAsync(Type, "heat", NativeClone, preview: true));

        Assert.That(failure.Message, Does.Contain("HAI2106").And.Contain("systemd:heat is missing on ctl2"));
        Assert.That(preview.Message, Is.EqualTo(failure.Message));
        Assert.That((cluster.Patches, cluster.Nodes.Changes.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Create_NodeThatIsNone_NamesTheNearest()
    {
        await using var cluster = await WithUnitsAsync();

        var failure = await Plugin.FailureOf(cluster.Plugin.CreateAsync(Type, "heat", Native.Replace("\"running\"", "\"nodes\":[\"ctl11\"],\"running\"")));

        Assert.That(failure.Message, Does.Contain("HAI3305").And.Contain("ctl11 is no node").And.Contain("Did you mean ctl1?"));
    }

    [Test, Property("Requirement", "J1"), Property("Requirement", "J2"), Property("Requirement", "J4"), Property("Requirement", "G4")]
    public async Task OptIn_Enabled_AllowsEachNodeAndSeesAMissingOneAsDrift()
    {
        await using var cluster = await WithUnitsAsync(active: false);
        var inputs = ForeignPrimitive.Replace("{\"serviceName\"", "{\"optIn\":{\"enabled\":true},\"serviceName\"");
        var (id, outputs) = await cluster.Plugin.CreateAsync(Type, "heat", inputs);
        Assert.That((await cluster.CibAsync()).Constraints.OfType<LocationConstraint>().Select(location => (location.Id.Value, location.Score?.ToString())),
            Is.EquivalentTo(s_nodes.Select(node => ($"heat-on-{node}", "100"))));
        Assert.That((bool)(await cluster.Plugin.ReadAsync(Type, "heat", id, outputs)).Inputs!["optIn"]!["enabled"]!, Is.True);

        await cluster.Plugin.DeleteAsync(Type, "heat", id, outputs);
        Assert.That((await cluster.CibAsync()).Constraints, Is.Empty);
    }

    [Test, Property("Requirement", "N5"), Property("Requirement", "N3")]
    public async Task Preview_Takeover_TellsEachNodeAndWritesNothing()
    {
        await using var cluster = await WithUnitsAsync();

        await cluster.Plugin.CreateAsync(Type, "heat", ForeignClone, preview: true);

        Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Does.Contain("ctl2: heat.service would be disabled and stopped, taken over")
            .And.Contain("heat changes hands node by node (ctl1, ctl2, ctl3); it stays available"));
        Assert.That((cluster.Patches, cluster.Nodes.Changes.Count), Is.EqualTo((0, 0)));
    }

    [Test, Property("Requirement", "A7")]
    public async Task Thirty_ServicesAtOnce_TakeOnePatch()
    {
        await using var cluster = await VirtualPlugin.StartAsync(crowd: new(30));
        var names = Enumerable.Range(0, 30).Select(i => $"svc{i}").ToList();
        foreach (var (name, node) in names.SelectMany(name => s_nodes.Select(node => (name, node))))
        {
            cluster.Nodes.Add(node, name);
        }

        await Task.WhenAll(names.Select(name => cluster.Plugin.CreateAsync(Type, name, NativeClone.Replace("heat", name))));

        Assert.That(cluster.Patches, Is.EqualTo(1));
        Assert.That(names.Select(name => cluster.Nodes.Unit("ctl3", name).IsEnabled), Is.All.False);
    }

    [Test, Property("Requirement", "E7")]
    public async Task Read_TakenOutOfTheClusterByOthers_IsDriftAndKeepsHowTheUnitsWere()
    {
        await using var cluster = await WithUnitsAsync();
        var (id, outputs) = await cluster.Plugin.CreateAsync(Type, "heat", NativeClone);
        await cluster.WriteAsync(new RemoveObject((CibObject)(await cluster.CibAsync()).Resources.Single()));

        var read = await cluster.Plugin.ReadAsync(Type, "heat", id, outputs);
        Assert.That((read.Id, read.Inputs!["haMode"]!.ToString()), Is.EqualTo((id, "Disabled")));
        var on = await cluster.Plugin.UpdateAsync(Type, "heat", id, read.Outputs!, NativeClone);
        Assert.That(((bool)on["native"]!["ctl2"]!["heat"]!["enabled"]!, (await cluster.CibAsync()).Resources.Count()), Is.EqualTo((true, 1)), "back in the cluster");

        await cluster.Plugin.DeleteAsync(Type, "heat", id, read.Outputs!);
        Assert.That(s_nodes.Select(node => cluster.Nodes.Unit(node, "heat").IsEnabled), Is.All.True, "or given up: as before the takeover");
    }

    [Test, Property("Requirement", "K2")]
    public async Task Cleanup_AlwaysOnStart_LooksAnewOnCreateAndUpdate()
    {
        await using var cluster = await WithUnitsAsync(active: false);
        var inputs = ForeignClone.Replace("{\"serviceName\"", "{\"cleanup\":{\"onStart\":\"always\"},\"serviceName\"");

        var (id, outputs) = await cluster.Plugin.CreateAsync(Type, "heat", inputs);
        Assert.That(cluster.Cleanups, Is.EqualTo(["refresh heat-clone"]));
        await cluster.Plugin.UpdateAsync(Type, "heat", id, outputs, inputs.Replace("Dummy\"", "Dummy\",\"meta\":{\"migration-threshold\":3}"));

        Assert.That(cluster.Cleanups, Is.EqualTo(["refresh heat-clone", "refresh heat-clone"]));
        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("heat-clone"), Has.Count.EqualTo(3));
    }

    [Test, Property("Requirement", "C2")]
    public async Task Read_AgentOfAnotherVersionOnANode_IsToldWithTheWayToReplaceIt()
    {
        const string path = "/usr/lib/ocf/resource.d/haiac/openstack-service";
        await using var cluster = await WithUnitsAsync(active: false);
        var inputs = ForeignPrimitive.Replace("ocf:pacemaker:Dummy\"", "ocf:haiac:openstack-service\",\"parameters\":{\"binary\":\"/bin/true\"},\"meta\":{\"target-role\":\"Stopped\"}");
        var (id, outputs) = await cluster.Plugin.CreateAsync(Type, "heat", inputs);
        await cluster.Plugin.ReadAsync(Type, "heat", id, outputs);
        Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Has.None.Contains("not the version"));

        cluster.Nodes.Tamper("ctl2", path, "an old one");
        await cluster.Plugin.ReadAsync(Type, "heat", id, outputs);

        Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Has.Some.Contains($"{path} is missing on a node, or not the version").And.Some.Contains("restartOn"));
    }

    [Test, Property("Requirement", "B3")]
    public async Task Preview_ClusterHasItWithPrefix_WarnsAndOtherwiseDoesNot()
    {
        await using var cluster = await WithUnitsAsync();
        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "p_heat", """{"agent":"ocf:pacemaker:Dummy"}""");
        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "p_other", """{"agent":"ocf:pacemaker:Dummy"}""");

        await cluster.Plugin.CreateAsync(Type, "heat", ForeignClone, preview: true);

        Assert.That(cluster.Plugin.Logs.Select(log => log.Message).Where(text => text.Contains("HAI3308", StringComparison.Ordinal)),
            Has.Exactly(1).Items.And.Some.Contains("primitive p_heat (ocf:pacemaker:Dummy), which looks like heat too"));
    }

    private static async Task<VirtualPlugin> WithUnitsAsync(bool enabled = true, bool active = true)
    {
        var cluster = await VirtualPlugin.StartAsync();
        foreach (var node in s_nodes)
        {
            cluster.Nodes.Add(node, "heat", enabled, active);
        }

        return cluster;
    }

    /// <summary>On how many nodes the service runs now, by either manager.</summary>
    private static int Instances(VirtualPlugin cluster)
    {
        var clustered = cluster.Cluster.StatusAsync().GetAwaiter().GetResult().RunningOn("heat-clone").Select(node => node.Value);
        return s_nodes.Count(node => cluster.Nodes.Unit(node, "heat").IsActive || clustered.Contains(node));
    }
}
