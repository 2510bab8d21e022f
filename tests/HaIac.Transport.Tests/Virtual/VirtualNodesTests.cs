using HaIac.Cib.Values;
using HaIac.Transport.Addressing;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;
using HaIac.Transport.Running;
using HaIac.Transport.Virtual;

namespace HaIac.Transport.Tests.Virtual;

/// <summary>Units and files of nodes on paper; Pacemaker's tools are not needed.</summary>
[TestFixture]
internal sealed class VirtualNodesTests
{
    private static readonly NodeName Ctl1 = NodeName.Parse("ctl1");
    private static readonly NodeName Ctl2 = NodeName.Parse("ctl2");

    private TemporaryDirectory directory = null!;
    private VirtualCluster cluster = null!;

    private INodeWorker Nodes => cluster.Nodes;

    private string FolderOfCtl2 => Path.Combine(cluster.Directory, "nodes", "ctl2");

    [SetUp]
    public void Open()
    {
        directory = new TemporaryDirectory();
        cluster = new VirtualCluster(
            (VirtualAddress)ClusterAddress.Parse("virtual:cluster?nodes=ctl1,ctl2", directory.Path),
            new LocalCommandRunner(TimeProvider.System, new ProgramFinder(["/nowhere"])),
            new TransportSettings());
    }

    [TearDown]
    public async Task Close()
    {
        await cluster.DisposeAsync();
        directory.Dispose();
    }

    [Test]
    [Property("Requirement", "E4")]
    public async Task UnitsAsync_NobodyTouchedThem_AreInstalledDisabledAndInactive()
    {
        var units = await Nodes.UnitsAsync(Ctl1, ["memcached", "heat-engine.service"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(units.Select(u => u.Name), Is.EqualTo(new[] { "memcached", "heat-engine" }));
            Assert.That(units.Select(u => (u.Installed, u.EnabledState, u.ActiveState, u.MainPid)), Is.All.EqualTo((true, "disabled", "inactive", 0)));
        }
    }

    [Test]
    public async Task ChangeUnitAsync_StartedTwice_KeepsItsProcess()
    {
        var first = await Change(Ctl1, "memcached", UnitAction.Start);
        var second = await Change(Ctl1, "memcached", UnitAction.Start);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.IsActive, Is.True);
            Assert.That(first.MainPid, Is.Positive);
            Assert.That(second, Is.EqualTo(first));
            Assert.That((await Look(Ctl2, "memcached")).IsActive, Is.False);
        }
    }

    [Test]
    public async Task ChangeUnitAsync_Restarted_HasAnotherProcess()
    {
        var first = await Change(Ctl1, "memcached", UnitAction.Start);
        var second = await Change(Ctl1, "memcached", UnitAction.Restart);
        var third = await Change(Ctl1, "memcached", UnitAction.Reload);

        Assert.That(second.MainPid, Is.Not.EqualTo(first.MainPid));
        Assert.That(third.MainPid, Is.EqualTo(second.MainPid));
    }

    [Test]
    [Property("Requirement", "E5")]
    public async Task ChangeUnitAsync_MaskedAndUnmasked_IsEnabledAsBefore()
    {
        await Change(Ctl1, "memcached", UnitAction.Enable);

        var masked = await Change(Ctl1, "memcached", UnitAction.Mask);
        var refused = await Thrown.ByAsync<TransportException>(() => Change(Ctl1, "memcached", UnitAction.Start));
        var unmasked = await Change(Ctl1, "memcached", UnitAction.Unmask);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(masked.IsMasked, Is.True);
            Assert.That(refused.Message, Does.Contain("HAI4032").And.Contain("memcached").And.Contain("ctl1").And.Contain("masked"));
            Assert.That(unmasked.IsEnabled, Is.True);
        }
    }

    [Test]
    public async Task ChangeUnitAsync_NotInstalledOnOneNode_SaysSoAndNamesItsLike()
    {
        await Change(Ctl2, "mysql-server", UnitAction.Enable);
        File.WriteAllText(Path.Combine(FolderOfCtl2, "not-installed"), "# a trial\nmysql   # of another distribution\n");

        var fault = await Thrown.ByAsync<TransportException>(() => Change(Ctl2, "mysql", UnitAction.Stop));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Message, Does.Contain("HAI4030").And.Contain("mysql").And.Contain("ctl2").And.Contain("mysql-server"));
            Assert.That(fault.Node, Is.EqualTo("ctl2"));
            Assert.That((await Look(Ctl2, "mysql")).Installed, Is.False);
            Assert.That((await Look(Ctl1, "mysql")).Installed, Is.True);
        }
    }

    [Test]
    public async Task ChangeUnitAsync_TheFileSaysItFails_FailsAndLeavesTheUnitFailed()
    {
        await Change(Ctl2, "memcached", UnitAction.Enable);
        File.WriteAllText(Path.Combine(FolderOfCtl2, "units.json"), """{ "units": { "memcached": { "enabled": "enabled", "fails": ["Start"] } } }""");

        var fault = await Thrown.ByAsync<TransportException>(() => Change(Ctl2, "memcached", UnitAction.Start));

        Assert.That(fault.Message, Does.Contain("HAI4031").And.Contain("started").And.Contain("units.json"));
        Assert.That((await Look(Ctl2, "memcached")).IsFailed, Is.True);
    }

    [Test]
    public async Task ChangeUnitAsync_StaticUnit_CannotBeEnabled()
    {
        await Change(Ctl2, "memcached", UnitAction.Enable);
        File.WriteAllText(Path.Combine(FolderOfCtl2, "units.json"), """{ "units": { "memcached": { "enabled": "static" } } }""");

        var fault = await Thrown.ByAsync<TransportException>(() => Change(Ctl2, "memcached", UnitAction.Enable));

        Assert.That(fault.Message, Does.Contain("HAI4032").And.Contain("static").And.Contain("[Install]"));
    }

    [TestCase("$(reboot)")]
    [TestCase("-M")]
    [TestCase("a b")]
    [TestCase("")]
    [TestCase("mysql@")]
    public async Task UnitsAsync_NoNameOfAUnit_IsRefused(string name)
    {
        var fault = await Thrown.ByAsync<TransportException>(() => Nodes.UnitsAsync(Ctl1, [name]));

        Assert.That(fault.Message, Does.Contain("HAI4030").And.Contain("no name of a unit"));
    }

    [Test]
    [Property("Requirement", "C3")]
    public async Task PutFileAsync_SameAgain_WritesOnlyOnce()
    {
        var file = new NodeFile("/usr/lib/ocf/resource.d/openstack/heat-engine", "#!/bin/sh\necho 'ü'\n") { Mode = "0755" };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Nodes.PutFileAsync(Ctl1, file), Is.True);
            Assert.That(await Nodes.PutFileAsync(Ctl1, file), Is.False);
            Assert.That(await Nodes.PutFileAsync(Ctl1, file with { Mode = "755" }), Is.False);
            Assert.That(await Nodes.PutFileAsync(Ctl1, file with { Mode = "0700" }), Is.True);
            Assert.That(await Nodes.FilesAsync(Ctl1, [file.Path, "/none"]), Is.EqualTo(ValueListOf(file with { Mode = "0700" })));
            Assert.That((await Nodes.FilesAsync(Ctl2, [file.Path]))[0].Exists, Is.False);
        }

        static ValueList<FileState> ValueListOf(NodeFile file) => [file.State, new FileState("/none", Exists: false)];
    }

    [Test]
    public async Task RemoveFileAsync_OtherContent_IsKept()
    {
        var file = new NodeFile("/etc/haiac/a", "mine");
        await Nodes.PutFileAsync(Ctl1, file with { Content = "changed by hand" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Nodes.RemoveFileAsync(Ctl1, file.Path, file.Checksum), Is.False);
            Assert.That(await Nodes.RemoveFileAsync(Ctl1, file.Path, null), Is.True);
            Assert.That(await Nodes.RemoveFileAsync(Ctl1, file.Path, file.Checksum), Is.True, "gone already");
        }
    }

    [TestCase("relative", "0644", "root:root")]
    [TestCase("/etc/../shadow", "0644", "root:root")]
    [TestCase("/etc/", "0644", "root:root")]
    [TestCase("/etc/a\nb", "0644", "root:root")]
    [TestCase("/etc/a", "rwx", "root:root")]
    [TestCase("/etc/a", "0644", "-R root")]
    public async Task PutFileAsync_WhatCannotBe_IsRefusedWithoutTheContent(string path, string mode, string owner)
    {
        var fault = await Thrown.ByAsync<TransportException>(() => Nodes.PutFileAsync(Ctl1, new NodeFile(path, "hidden") { Mode = mode, Owner = owner }));

        Assert.That(fault.Message, Does.Contain("HAI4033").And.Not.Contain("hidden"));
        Assert.That(File.Exists(Path.Combine(directory.Path, "shadow")), Is.False);
    }

    [Test]
    public async Task RunAsync_OnPaper_SaysThatNothingRunsThere()
    {
        var fault = await Thrown.ByAsync<TransportException>(() => Nodes.RunAsync(Ctl1, new Command { Program = "true", Timeout = TimeSpan.FromSeconds(1) }));

        Assert.That(fault.Message, Does.Contain("HAI4034").And.Contain("true").And.Contain("ctl1"));
    }

    [Test]
    public async Task UnitsAsync_NoSuchNode_NamesThoseThatAre()
    {
        var fault = await Thrown.ByAsync<TransportException>(() => Nodes.UnitsAsync(NodeName.Parse("ctl9"), ["memcached"]));

        Assert.That(fault.Message, Does.Contain("HAI4021").And.Contain("ctl9").And.Contain("ctl1, ctl2"));
    }

    [Test]
    public async Task UnitsAsync_FileIsNoJson_SaysWhichAndWhatToDo()
    {
        await Change(Ctl2, "memcached", UnitAction.Enable);
        File.WriteAllText(Path.Combine(FolderOfCtl2, "units.json"), "{");

        var fault = await Thrown.ByAsync<TransportException>(() => Look(Ctl2, "memcached"));

        Assert.That(fault.Message, Does.Contain("HAI4020").And.Contain("units.json"));
    }

    [Test]
    public async Task ChangeUnitAsync_ManyAtOnce_NoneIsLost()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Change(Ctl1, $"unit{i}", UnitAction.Start)));

        var units = await Nodes.UnitsAsync(Ctl1, [.. Enumerable.Range(0, 30).Select(i => $"unit{i}")]);
        Assert.That(units.Select(u => u.MainPid), Is.Unique.And.All.Positive);
    }

    private async Task<UnitState> Look(NodeName node, string unit) => (await Nodes.UnitsAsync(node, [unit]))[0];

    private Task<UnitState> Change(NodeName node, string unit, UnitAction action) =>
        Nodes.ChangeUnitAsync(node, new UnitState { Name = unit, Installed = true }, action);
}
