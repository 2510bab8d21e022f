using System.Diagnostics;
using HaIac.Cib.Values;
using HaIac.Labs;
using HaIac.Transport.Addressing;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;
using HaIac.Transport.Running;

namespace HaIac.Transport.Tests.Nodes;

/// <summary>Real systemd on three real nodes, over one ssh:// transport that lists their addresses.</summary>
[TestFixture]
[Category("Lab")]
[NonParallelizable]
internal sealed class NodesOnLabTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private Lab lab = null!;
    private ICibTransport cluster = null!;

    private INodeWorker Nodes => cluster.Nodes;

    private IEnumerable<NodeName> All => lab.Nodes.Select(node => NodeName.Parse(node.Name));

    private NodeName First => All.First();

    [OneTimeSetUp]
    public async Task StartLab()
    {
        if (LabHost.Missing() is { IsEmpty: false } missing)
        {
            Assert.Ignore($"This host lacks what the lab needs: {string.Join(", ", missing)}.");
        }

        lab = await Lab.StartAsync(new LabOptions { Progress = TestContext.Progress.WriteLine });
        await using var opening = Open();
        var names = All.ToList();
        await Task.WhenAll(names.Select(node => Task.WhenAll(LabUnits.All().Select(unit => opening.Nodes.PutFileAsync(node, unit)))));
        await Task.WhenAll(names.Select(node => opening.Nodes.RunAsync(node, new Command { Program = "systemctl", Arguments = ["daemon-reload"], Timeout = Limit })));
    }

    [OneTimeTearDown]
    public async Task TakeLabDown()
    {
        if (lab is not null)
        {
            await lab.DisposeAsync();
        }
    }

    [SetUp]
    public void OpenCluster() => cluster = Open();

    [TearDown]
    public async Task CloseCluster()
    {
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }

    [Test]
    [Property("Requirement", "E4")]
    public async Task ChangeUnitAsync_EachAction_IsSoOnEveryNode()
    {
        foreach (var (action, wished) in new (UnitAction, Func<UnitState, bool>)[]
        {
            (UnitAction.Enable, unit => unit.IsEnabled),
            (UnitAction.Start, unit => unit.IsActive && unit.MainPid > 0),
            (UnitAction.Reload, unit => unit.IsActive),
            (UnitAction.Restart, unit => unit.IsActive),
            (UnitAction.Disable, unit => unit is { IsEnabled: false, IsActive: true }),
            (UnitAction.Stop, unit => unit is { ActiveState: "inactive", MainPid: 0 }),
            (UnitAction.Mask, unit => unit.IsMasked),
            (UnitAction.Unmask, unit => unit is { IsMasked: false, EnabledState: "disabled" }),
        })
        {
            var changed = await Task.WhenAll(All.Select(node => Change(node, "haiac-reload", action)));
            var again = await Task.WhenAll(All.Select(node => Change(node, "haiac-reload", action)));
            var seen = await Task.WhenAll(All.Select(async node => (await Nodes.UnitsAsync(node, ["haiac-reload"]))[0]));

            Assert.That(changed.Concat(again).Concat(seen), Has.All.Matches<UnitState>(unit => wished(unit!)), action.ToString());
        }

        foreach (var node in lab.Nodes)
        {
            Assert.That((await node.ReadAsync("cat /run/haiac-reloaded")).Trim(), Is.EqualTo("reloaded\nreloaded"), "both reloads came, and no restart stood in for them");
        }
    }

    [Test]
    public async Task ChangeUnitAsync_RealService_KeepsItsProcessUntilItIsRestarted()
    {
        var unit = (await Nodes.UnitsAsync(First, ["haproxy"]))[0];
        Assert.That(unit.Installed, Is.True);
        await Nodes.ChangeUnitAsync(First, unit, UnitAction.Stop);

        var started = await Nodes.ChangeUnitAsync(First, unit, UnitAction.Start);
        var kept = await Nodes.ChangeUnitAsync(First, unit, UnitAction.Start);
        var restarted = await Nodes.ChangeUnitAsync(First, unit, UnitAction.Restart);
        await Nodes.ChangeUnitAsync(First, unit, UnitAction.Stop);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(started.CanReload, Is.True);
            Assert.That(kept.MainPid, Is.EqualTo(started.MainPid));
            Assert.That(restarted.MainPid, Is.Not.EqualTo(started.MainPid));
        }
    }

    [TestCase("haiac-fail")]
    [TestCase("haiac-fail-notify")]
    [Property("Requirement", "E6")]
    public async Task ChangeUnitAsync_DaemonEndsWithAStatus_TellsStatusAndItsLastLines(string unit)
    {
        var fault = await Thrown.ByAsync<TransportException>(() => Change(First, unit, UnitAction.Start));

        TestContext.Out.WriteLine(fault.Message);
        Assert.That(
            fault.Message,
            Does.StartWith("HAI4031").And.Contain(First.Value).And.Contain($"{unit}.service").And.Contain("Result=exit-code").And.Contain("status was 3").And.Contain("cannot open the database"));
    }

    [Test]
    public async Task ChangeUnitAsync_ProgramMissing_SaysSo()
    {
        var fault = await Thrown.ByAsync<TransportException>(() => Change(First, "haiac-no-program", UnitAction.Start));

        Assert.That(fault.Message, Does.Contain("203 (EXEC"));
    }

    [Test]
    public async Task ChangeUnitAsync_UnknownUnit_NamesThoseLikeIt()
    {
        var fault = await Thrown.ByAsync<TransportException>(() => Change(First, "haiac-reloaded", UnitAction.Stop));

        TestContext.Out.WriteLine(fault.Message);
        Assert.That(fault.Message, Does.Contain("HAI4030").And.Contain("haiac-reload.").Or.Contain("haiac-reload,"));
        Assert.That((await Nodes.UnitsAsync(First, ["haiac-reloaded"]))[0].Installed, Is.False);
    }

    [Test]
    public async Task ChangeUnitAsync_StaticOrMasked_CannotBeEnabled()
    {
        await Change(First, "haiac-1", UnitAction.Mask);

        var unwilling = await Thrown.ByAsync<TransportException>(() => Change(First, "haiac-static", UnitAction.Enable));
        var masked = await Thrown.ByAsync<TransportException>(() => Change(First, "haiac-1", UnitAction.Enable));
        var start = await Thrown.ByAsync<TransportException>(() => Change(First, "haiac-1", UnitAction.Start));
        await Change(First, "haiac-1", UnitAction.Unmask);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(unwilling.Message, Does.Contain("HAI4032").And.Contain("[Install]"));
            Assert.That(masked.Message, Does.Contain("HAI4032").And.Contain("masked"));
            Assert.That(start.Message, Does.Contain("HAI4032").And.Contain("masked"));
        }
    }

    [Test]
    public async Task ChangeUnitAsync_MaskWhereItsFileIs_SaysWhatIsInTheWay()
    {
        var fault = await Thrown.ByAsync<TransportException>(() => Change(First, "haiac-static", UnitAction.Mask));

        Assert.That(fault.Message, Does.Contain("HAI4032").And.Contain("/etc/systemd/system").And.Contain("takeover: mask"));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task ChangeUnitAsync_MaskBeforeThePackageComes_IsPossible()
    {
        var masked = await Change(First, "haiac-to-come", UnitAction.Mask);
        var unmasked = await Change(First, "haiac-to-come", UnitAction.Unmask);

        Assert.That(masked.IsMasked, Is.True);
        Assert.That(unmasked.Installed, Is.False);
    }

    [Test]
    [Property("Requirement", "E4")]
    public async Task ChangeUnitAsync_InitScriptUnderSystemd_IsAUnitLikeOthers()
    {
        await Nodes.PutFileAsync(First, new NodeFile("/etc/init.d/haiac-script", LabUnits.Script) { Mode = "0755" });
        await Nodes.RunAsync(First, new Command { Program = "systemctl", Arguments = ["daemon-reload"], Timeout = Limit });

        var enabled = await Change(First, "haiac-script", UnitAction.Enable);
        var started = await Change(First, "haiac-script", UnitAction.Start);
        var disabled = await Change(First, "haiac-script", UnitAction.Disable);
        var stopped = await Change(First, "haiac-script", UnitAction.Stop);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(enabled, Has.Property(nameof(UnitState.Manager)).EqualTo("systemd").And.Property(nameof(UnitState.IsEnabled)).True);
            Assert.That(started.IsActive, Is.True);
            Assert.That(disabled.IsEnabled, Is.False);
            Assert.That(stopped.IsActive, Is.False);
        }
    }

    [Test]
    public async Task ChangeUnitAsync_FileOfTheUnitWasChanged_IsReadAnew()
    {
        var file = LabUnits.Unit("haiac-changed", "ExecStart=/bin/sleep 1000");
        await Nodes.PutFileAsync(First, file);
        await Change(First, "haiac-changed", UnitAction.Start);

        await Nodes.PutFileAsync(First, LabUnits.Unit("haiac-changed", "ExecStart=/bin/sleep 2000"));
        var restarted = await Change(First, "haiac-changed", UnitAction.Restart);

        Assert.That(await lab[First.Value].ReadAsync($"tr '\\0' ' ' </proc/{restarted.MainPid}/cmdline"), Does.Contain("2000"));
        await Change(First, "haiac-changed", UnitAction.Stop);
        await Nodes.RemoveFileAsync(First, file.Path, null);
    }

    [Test]
    [Property("Requirement", "C3")]
    public async Task PutFileAsync_AllNodes_AreEqualAndGoAgain()
    {
        var file = new NodeFile("/usr/lib/ocf/resource.d/haiac/'trial' $(id)", "#!/bin/sh\necho \"$1\"\n") { Mode = "0755" };

        var written = await Task.WhenAll(All.Select(node => Nodes.PutFileAsync(node, file)));
        var again = await Task.WhenAll(All.Select(node => Nodes.PutFileAsync(node, file)));
        var states = await Task.WhenAll(All.Select(async node => (await Nodes.FilesAsync(node, [file.Path]))[0]));
        var removed = await Task.WhenAll(All.Select(node => Nodes.RemoveFileAsync(node, file.Path, file.Checksum)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(written, Is.All.True);
            Assert.That(again, Is.All.False);
            Assert.That(states, Is.All.EqualTo(file.State));
            Assert.That(removed, Is.All.True);
        }
    }

    [Test]
    public async Task ChangeUnitAsync_SlowOne_HoldsUpNoOther()
    {
        var slow = Change(First, "haiac-slow", UnitAction.Start);
        var quick = Change(First, "haiac-2", UnitAction.Start);

        Assert.That((await quick).IsActive, Is.True);
        Assert.That((await Change(First, "haiac-3", UnitAction.Start)).IsActive, Is.True);
        Assert.That((await Nodes.UnitsAsync(First, ["haiac-2"]))[0].IsActive, Is.True);
        Assert.That(slow.IsCompleted, Is.False);

        Assert.That((await slow).IsActive, Is.True);
        await Task.WhenAll(new[] { "haiac-slow", "haiac-2", "haiac-3" }.Select(unit => Change(First, unit, UnitAction.Stop)));
    }

    [Test]
    public async Task ChangeUnitAsync_ConnectionBreaksInTheMiddle_IsInDoubtAndCanBeLookedAtAfterwards()
    {
        await Nodes.UnitsAsync(First, ["haiac-slow"]);
        var change = Change(First, "haiac-slow", UnitAction.Start);
        await Lab.WaitUntilAsync("the unit starts", async ct => (await Nodes.UnitsAsync(First, ["haiac-slow"], ct))[0].ActiveState == "activating", Limit);

        // Within the node's own process namespace.
        await lab[First.Value].RunAsync("for p in $(pgrep -f '^sshd: root'); do kill -9 $p; done");
        var fault = await Thrown.ByAsync<TransportException>(() => change);

        TestContext.Out.WriteLine(fault.Message);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.ConnectionLost));
            Assert.That(fault.OutcomeUnknown, Is.True);
            Assert.That(fault.Message, Does.Contain(First.Value));
        }

        await Lab.WaitUntilAsync("systemd has gone on with it", async ct => (await Nodes.UnitsAsync(First, ["haiac-slow"], ct))[0].ActiveState == "active", Limit);
        await Change(First, "haiac-slow", UnitAction.Stop);
    }

    [Test]
    public async Task ChangeUnitAsync_OneNodeHasNoPower_OthersAreServedAndItIsNamed()
    {
        var off = All.Last();
        await lab[off.Value].PowerOffAsync();
        try
        {
            var lost = Nodes.UnitsAsync(off, ["haiac-1"]);
            var served = await Change(First, "haiac-1", UnitAction.Start);
            var early = lost.IsCompleted;
            var fault = await Thrown.ByAsync<TransportException>(() => lost);

            TestContext.Out.WriteLine(fault.Message);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(served.IsActive, Is.True);
                Assert.That(early, Is.False, "it does not wait for the dead one");
                Assert.That(fault.Message, Does.Contain("HAI4002").And.Contain($"node {off}").And.Contain(lab[off.Value].Address));
            }
        }
        finally
        {
            await lab[off.Value].PowerOnAsync();
            await lab.WaitForQuorumAsync(Limit);
        }

        Assert.That((await Nodes.UnitsAsync(off, ["haiac-1"]))[0].Installed, Is.True);
        await Change(First, "haiac-1", UnitAction.Stop);
    }

    [Test]
    [Property("Requirement", "L1")]
    public async Task ChangeUnitAsync_LongerThanItsLimit_IsATimeout()
    {
        await using var impatient = Open(new TransportSettings { UnitTimeout = TimeSpan.FromSeconds(1) });

        var fault = await Thrown.ByAsync<TransportException>(() => impatient.Nodes.ChangeUnitAsync(First, new UnitState { Name = "haiac-slow", Installed = true }, UnitAction.Start));

        Assert.That(fault.Message, Does.Contain("HAI4008").And.Contain(First.Value));
        Assert.That(fault.OutcomeUnknown, Is.True);
        await Change(First, "haiac-slow", UnitAction.Stop);
    }

    [Test]
    public async Task ChangeUnitAsync_ThirtyUnitsOnThreeNodes_CostAtMostFourTimesOne()
    {
        var one = TimeSpan.MaxValue;
        var many = TimeSpan.MaxValue;
        await TakeOverAsync(1);

        // The best of each, in turns: what else the host does meanwhile hits both.
        for (var round = 0; round < 3; round++)
        {
            one = Shorter(one, await TakeOverAsync(1));
            many = Shorter(many, await TakeOverAsync(LabUnits.Many));
        }

        var ratio = many / one;
        TestContext.Out.WriteLine($"disabling and stopping on three nodes: 1 unit {one.TotalMilliseconds:0} ms, {LabUnits.Many} units {many.TotalMilliseconds:0} ms, ratio {ratio:0.0}");
        Assert.That(ratio, Is.LessThanOrEqualTo(4.0));
    }

    /// <summary>What a takeover does on the nodes: units that run and are enabled end and are not started any more.</summary>
    private async Task<TimeSpan> TakeOverAsync(int count)
    {
        var work = (from node in All from i in Enumerable.Range(1, count) select (node, unit: $"haiac-{i}")).ToList();
        await Task.WhenAll(work.Select(async item =>
        {
            await Change(item.node, item.unit, UnitAction.Enable);
            await Change(item.node, item.unit, UnitAction.Start);
        }));

        var watch = Stopwatch.StartNew();
        var states = await Task.WhenAll(work.Select(async item =>
        {
            await Change(item.node, item.unit, UnitAction.Disable);
            return await Change(item.node, item.unit, UnitAction.Stop);
        }));
        watch.Stop();

        Assert.That(states, Has.All.Matches<UnitState>(unit => unit is { IsActive: false, IsEnabled: false }));
        return watch.Elapsed;
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    // The host may be busy with other things; what is tested of limits has its own.
    private ICibTransport Open(TransportSettings? settings = null) =>
        CibTransports.Open(ClusterAddress.Parse(lab.SshAddress, "/"), settings ?? new TransportSettings { QueryTimeout = Limit, UnitTimeout = Limit });

    private Task<UnitState> Change(NodeName node, string unit, UnitAction action) => Nodes.ChangeUnitAsync(node, new UnitState { Name = unit, Installed = true }, action);
}
