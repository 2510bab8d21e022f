using HaIac.Cib.Constraints;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Provider.Tests.Serving;
using static HaIac.Provider.Tests.Switching.HeatOnPaper;

namespace HaIac.Provider.Tests.Switching;

/// <summary>A service changes hands on a living cluster: Pacemaker's real scheduler, units on paper.</summary>
[Category("Tools")]
public sealed class ServiceSwitchTests
{
    [Test, Property("Requirement", "E1"), Property("Requirement", "E2"), Property("Requirement", "E7")]
    public async Task Switch_UnitItselfAsClone_IsAdoptedWithItsProcessesAndBackAgain()
    {
        await using var cluster = await WithUnitsAsync();
        var pids = HeatOnPaper.Nodes.Select(node => cluster.Nodes.Unit(node, "heat").MainPid).ToList();
        var (id, off) = await cluster.Plugin.CreateAsync(ServiceType, "heat", Off);

        var on = await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, off, NativeClone);

        Assert.That(cluster.Nodes.Changes, Is.EquivalentTo(HeatOnPaper.Nodes.Select(node => $"{node} disable heat")));
        Assert.That(HeatOnPaper.Nodes.Select(node => cluster.Nodes.Unit(node, "heat").MainPid), Is.EqualTo(pids));
        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("heat-clone"), Has.Count.EqualTo(3));
        Assert.That(cluster.Patches, Is.EqualTo(1));
        Assert.That(on["native"]!["ctl2"]!["heat"]!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""{"active":true,"enabled":true,"manager":"systemd"}"""));

        var again = await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, on, NativeClone.Replace("\"systemd:heat\"", "\"systemd:heat\",\"meta\":{\"migration-threshold\":3}"));
        Assert.That(again["native"]!.ToString(), Is.EqualTo(on["native"]!.ToString()), "a later look must not forget that it was enabled");

        foreach (var node in HeatOnPaper.Nodes)
        {
            cluster.Nodes.Add(node, "heat", enabled: false, active: false); // The cluster stops them; on paper nobody does.
        }

        var back = await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, again, Off);
        Assert.That(HeatOnPaper.Nodes.Select(node => (cluster.Nodes.Unit(node, "heat").IsEnabled, cluster.Nodes.Unit(node, "heat").IsActive)), Is.All.EqualTo((true, false)), "enabled as before, started by nobody");
        Assert.That((await cluster.CibAsync()).Resources, Is.Empty);
        Assert.That(back.ContainsKey("native"), Is.False);
    }

    [Test, Property("Requirement", "E2")]
    public async Task Switch_UnitItselfOnOneNode_KeepsOneAndStopsTheOthersFirst()
    {
        await using var cluster = await WithUnitsAsync();
        var patchesAtStop = new List<int>();
        cluster.Nodes.Changed = (_, unit) => patchesAtStop.Add(unit.IsActive ? 0 : cluster.Patches);

        await cluster.Plugin.CreateAsync(ServiceType, "heat", NativePrimitive);

        Assert.That(HeatOnPaper.Nodes.Count(node => cluster.Nodes.Unit(node, "heat").IsActive), Is.EqualTo(1));
        Assert.That(patchesAtStop, Is.All.Zero, "never two: the others stop before the cluster has it");
    }

    [Test, Property("Requirement", "E1"), Property("Requirement", "C3")]
    public async Task Switch_AnotherProgramAsClone_IsNeverGoneAndLeavesNoBan()
    {
        await using var cluster = await WithUnitsAsync();
        var fewest = 3;
        cluster.Nodes.Changed = (_, _) => fewest = Math.Min(fewest, Instances(cluster));
        var (id, off) = await cluster.Plugin.CreateAsync(ServiceType, "heat", Native);

        var on = await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, off, ForeignClone);

        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("heat-clone"), Has.Count.EqualTo(3));
        Assert.That(HeatOnPaper.Nodes.Select(node => cluster.Nodes.Unit(node, "heat").IsActive), Is.All.False);
        Assert.That((await cluster.CibAsync()).Constraints, Is.Empty);
        Assert.That(fewest, Is.EqualTo(2), "node by node");

        await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, on, Native);

        Assert.That(HeatOnPaper.Nodes.Select(node => (cluster.Nodes.Unit(node, "heat").IsEnabled, cluster.Nodes.Unit(node, "heat").IsActive)), Is.All.EqualTo((true, true)));
        Assert.That(((await cluster.CibAsync()).Resources, (await cluster.CibAsync()).Constraints), Is.EqualTo((Array.Empty<object>(), Array.Empty<object>())));
        Assert.That(fewest, Is.EqualTo(2), "back again node by node");
    }

    [Test, Property("Requirement", "E1")]
    public async Task Switch_AnotherProgramOnOneNode_StopsAllBeforeTheClusterHasIt()
    {
        await using var cluster = await WithUnitsAsync();
        var patches = new List<int>();
        cluster.Nodes.Changed = (_, _) => patches.Add(cluster.Patches);

        var (_, outputs) = await cluster.Plugin.CreateAsync(ServiceType, "heat", ForeignPrimitive);

        Assert.That(HeatOnPaper.Nodes.Select(node => cluster.Nodes.Unit(node, "heat").IsActive), Is.All.False);
        Assert.That(patches, Is.All.Zero);
        Assert.That(outputs["runningOn"]!["heat"]!.ToObject<string[]>(), Has.Length.EqualTo(1));
    }

    [Test, Property("Requirement", "I5"), Property("Requirement", "E6")]
    public async Task Switch_UnitThatDoesNotStop_GoesBackToTheInitSystemWithoutATrace()
    {
        await using var cluster = await WithUnitsAsync();
        var before = (await cluster.CibAsync()).Configuration!;
        var (id, off) = await cluster.Plugin.CreateAsync(ServiceType, "heat", Off);
        cluster.Nodes.Fails = line => line == "ctl2 stop heat";

        var failure = await Plugin.FailureOf(cluster.Plugin.UpdateAsync(ServiceType, "heat", id, off, ForeignClone));

        Assert.That(failure.Message, Does.Contain("HAI3301").And.Contain("ctl2 stop heat"));
        Assert.That((await cluster.CibAsync()).Configuration!.DeepEquals(before), Is.True);
        Assert.That(HeatOnPaper.Nodes.Select(node => (cluster.Nodes.Unit(node, "heat").IsEnabled, cluster.Nodes.Unit(node, "heat").IsActive)), Is.All.EqualTo((true, true)));
    }

    [Test, Property("Requirement", "E7"), Property("Requirement", "L2")]
    public async Task Switch_InstanceThatDoesNotCome_GoesBackAndSaysWhereItStood()
    {
        await using var cluster = await WithUnitsAsync();
        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "other", """{"agent":"ocf:pacemaker:Dummy"}""");
        await cluster.Plugin.CreateAsync("haiac:cib:LocationConstraint", "other-on-ctl2", """{"resource":"other","node":"ctl2","score":"INFINITY"}""");
        var inputs = ForeignClone.Replace("{\"serviceName\"", "{\"waits\":{\"limit\":\"1s\"},\"colocations\":[{\"cibId\":\"apart\",\"dependent\":\"heat-clone\",\"primary\":\"other\",\"score\":\"-INFINITY\"}],\"serviceName\"");

        var failure = await Plugin.FailureOf(cluster.Plugin.CreateAsync(ServiceType, "heat", inputs));

        Assert.That(failure.Message, Does.Contain("HAI3307").And.Contain("heat-clone is not running on ctl2").And.Contain("The init system runs it as before"));
        Assert.That(HeatOnPaper.Nodes.Select(node => (cluster.Nodes.Unit(node, "heat").IsEnabled, cluster.Nodes.Unit(node, "heat").IsActive)), Is.All.EqualTo((true, true)));
        Assert.That((await cluster.CibAsync()).Resources.Select(resource => resource.Id.Value), Is.EqualTo(["other"]));
    }

    [Test, Property("Requirement", "E7")]
    public async Task Delete_NodeThatCannotBeRestored_IsToldAndHoldsUpNothing()
    {
        await using var cluster = await WithUnitsAsync();
        var (id, outputs) = await cluster.Plugin.CreateAsync(ServiceType, "heat", NativePrimitive);
        cluster.Nodes.Fails = line => line == "ctl2 enable heat";

        await cluster.Plugin.DeleteAsync(ServiceType, "heat", id, outputs);

        Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Has.Some.Contains("HAI3306").And.Some.Contains("ctl2 enable heat"));
        Assert.That((cluster.Nodes.Unit("ctl1", "heat").IsEnabled, cluster.Nodes.Unit("ctl3", "heat").IsEnabled), Is.EqualTo((true, true)));
        Assert.That((await cluster.CibAsync()).Resources, Is.Empty);
    }

    [Test, Property("Requirement", "I5")]
    public async Task Switch_BanOfADeadRun_IsRecognisedAndRemoved()
    {
        await using var cluster = await WithUnitsAsync();
        var (id, off) = await cluster.Plugin.CreateAsync(ServiceType, "heat", Off);

        // What a run that dies after its first node leaves behind.
        var clone = """{"primitive":{"cibId":"heat","agent":"ocf:pacemaker:Dummy"}}""";
        await cluster.Plugin.CreateAsync("haiac:cib:Clone", "heat-clone", clone);
        await cluster.Plugin.CreateAsync("haiac:cib:LocationConstraint", "haiac-takeover-heat-clone-on-ctl3", """{"resource":"heat-clone","node":"ctl3","score":"-INFINITY","discovery":"never"}""");
        await (await cluster.AnotherAsync()).UpdateAsync(ServiceType, "heat", id, off, ForeignClone);

        Assert.That((await cluster.CibAsync()).Constraints, Is.Empty);
        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("heat-clone"), Has.Count.EqualTo(3));
    }

    [Test, Property("Requirement", "N3")]
    public async Task Switch_CloneAndPrimitive_AreWrappedInPlaceAndConstraintsFollow()
    {
        await using var cluster = await WithUnitsAsync(active: false);
        var (id, one) = await cluster.Plugin.CreateAsync(ServiceType, "heat", ForeignPrimitive);
        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "vip", """{"agent":"ocf:pacemaker:Dummy"}""");
        await cluster.Plugin.CreateAsync("haiac:cib:OrderConstraint", "o", """{"first":"heat","then":"vip"}""");

        var many = await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, one, ForeignClone);
        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("heat-clone"), Has.Count.EqualTo(3));
        Assert.That(((OrderConstraint)(await cluster.CibAsync()).Constraints.Single()).First?.Value, Is.EqualTo("heat-clone"));
        Assert.That(id, Is.EqualTo("heat"));

        await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, many, ForeignPrimitive, preview: true);
        Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Has.Some.Contains("clone heat-clone would become primitive heat in place"));
        await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, many, ForeignPrimitive);
        Assert.That((await cluster.Cluster.StatusAsync()).RunningOn("heat"), Has.Count.EqualTo(1));
        Assert.That((await cluster.CibAsync()).ToXml(), Does.Not.Contain("heat-clone"));
    }

    [Test, Property("Requirement", "B16")]
    public async Task Create_TakeoverSwitchedOff_MakesClusterObjectsOnly()
    {
        await using var cluster = await WithUnitsAsync();

        await cluster.Plugin.CreateAsync(ServiceType, "heat", NativeClone.Replace("{\"serviceName\"", "{\"takeover\":{\"enabled\":false},\"serviceName\""));

        Assert.That(cluster.Nodes.Changes, Is.Empty);
    }

    [Test, Property("Requirement", "B15")]
    public async Task Create_PrimitiveDeclaredElsewhere_OnlyTakesOver()
    {
        await using var cluster = await WithUnitsAsync();
        await cluster.Plugin.CreateAsync("haiac:cib:Primitive", "p_heat", """{"agent":"systemd:heat"}""");
        var patches = cluster.Patches;

        var (id, outputs) = await cluster.Plugin.CreateAsync(ServiceType, "heat", """{"serviceName":"heat","haMode":"ActivePassive","managesPrimitive":false}""");

        Assert.That((id, cluster.Patches), Is.EqualTo(("heat", patches)));
        Assert.That(cluster.Nodes.Changes.Where(line => line.Contains("disable", StringComparison.Ordinal)), Has.Exactly(3).Items);
        Assert.That((await cluster.Plugin.ReadAsync(ServiceType, "heat", id, outputs)).Id, Is.EqualTo("heat"));
        await cluster.Plugin.DeleteAsync(ServiceType, "heat", id, outputs);
        Assert.That(HeatOnPaper.Nodes.Select(node => cluster.Nodes.Unit(node, "heat").IsEnabled), Is.All.True);
    }

    [Test, Property("Requirement", "N5"), Property("Requirement", "N3")]
    public async Task Preview_Takeover_TellsEachNodeAndWritesNothing()
    {
        await using var cluster = await WithUnitsAsync();

        await cluster.Plugin.CreateAsync(ServiceType, "heat", ForeignClone, preview: true);

        Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Does.Contain("ctl2: heat.service would be disabled and stopped, taken over")
            .And.Contain("heat changes hands node by node (ctl1, ctl2, ctl3); it stays available"));
        Assert.That((cluster.Patches, cluster.Nodes.Changes.Count), Is.EqualTo((0, 0)));
    }

    [Test, Property("Requirement", "A7")]
    public async Task Thirty_ServicesAtOnce_TakeOnePatch()
    {
        await using var cluster = await VirtualPlugin.StartAsync(crowd: new(30));
        var names = Enumerable.Range(0, 30).Select(i => $"svc{i}").ToList();
        foreach (var (name, node) in names.SelectMany(name => HeatOnPaper.Nodes.Select(node => (name, node))))
        {
            cluster.Nodes.Add(node, name);
        }

        await Task.WhenAll(names.Select(name => cluster.Plugin.CreateAsync(ServiceType, name, NativeClone.Replace("heat", name))));

        Assert.That(cluster.Patches, Is.EqualTo(1));
        Assert.That(names.Select(name => cluster.Nodes.Unit("ctl3", name).IsEnabled), Is.All.False);
    }

    [Test, Property("Requirement", "E7")]
    public async Task Read_TakenOutOfTheClusterByOthers_IsDriftAndKeepsHowTheUnitsWere()
    {
        await using var cluster = await WithUnitsAsync();
        var (id, outputs) = await cluster.Plugin.CreateAsync(ServiceType, "heat", NativeClone);
        await cluster.WriteAsync(new RemoveObject((CibObject)(await cluster.CibAsync()).Resources.Single()));

        var read = await cluster.Plugin.ReadAsync(ServiceType, "heat", id, outputs);
        Assert.That((read.Id, read.Inputs!["haMode"]!.ToString()), Is.EqualTo((id, "Disabled")));
        var on = await cluster.Plugin.UpdateAsync(ServiceType, "heat", id, read.Outputs!, NativeClone);
        Assert.That(((bool)on["native"]!["ctl2"]!["heat"]!["enabled"]!, (await cluster.CibAsync()).Resources.Count()), Is.EqualTo((true, 1)), "back in the cluster");

        await cluster.Plugin.DeleteAsync(ServiceType, "heat", id, read.Outputs!);
        Assert.That(HeatOnPaper.Nodes.Select(node => cluster.Nodes.Unit(node, "heat").IsEnabled), Is.All.True, "or given up: as before the takeover");
    }

    /// <summary>On how many nodes the service runs now, by either manager.</summary>
    private static int Instances(VirtualPlugin cluster)
    {
        var clustered = cluster.Cluster.StatusAsync().GetAwaiter().GetResult().RunningOn("heat-clone").Select(node => node.Value);
        return HeatOnPaper.Nodes.Count(node => cluster.Nodes.Unit(node, "heat").IsActive || clustered.Contains(node));
    }
}
