using HaIac.Cib.Values;
using HaIac.Transport.Addressing;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;
using HaIac.Transport.Tests.Committing;
using HaIac.Transport.Virtual;

namespace HaIac.Transport.Tests.Virtual;

/// <summary>A host without Pacemaker: configuration is stored, and everything else says what is missing.</summary>
[TestFixture]
internal sealed class VirtualClusterWithoutToolsTests
{
    private TemporaryDirectory directory = null!;
    private VirtualCluster cluster = null!;

    [SetUp]
    public void Open()
    {
        directory = new TemporaryDirectory();
        cluster = Open(directory);
    }

    [TearDown]
    public async Task Close()
    {
        await cluster.DisposeAsync();
        directory.Dispose();
    }

    [Test]
    public async Task CommitAsync_NoTools_StoresTheConfigurationWithARaisedEpoch()
    {
        await using var committer = new CibCommitter(cluster);
        var before = await cluster.ReadAsync();

        await committer.CommitAsync([Wishes.Create("a")]);

        await using var again = Open(directory);
        var after = await again.ReadAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Has("a"), Is.True);
            Assert.That(after.Version, Is.EqualTo(before.Version.NextConfiguration));
            Assert.That(after.Nodes.Select(n => n.Value), Is.EqualTo(new[] { "ctl1", "ctl2" }));
            Assert.That(after.Properties.Properties.Find("stonith-enabled"), Is.EqualTo("false"));
        }
    }

    [Test]
    public async Task PatchAsync_NoToolsAndMovedVersion_IsStale()
    {
        await using var committer = new CibCommitter(cluster);
        var before = await cluster.ReadAsync();
        await committer.CommitAsync([Wishes.Create("a")]);

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.PatchAsync(Patches.AddResources(before, Patches.Vip)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Exit, Is.EqualTo(CrmExit.Stale));
            Assert.That((await cluster.ReadAsync()).Has("a"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_NoToolsAndTwoCommitters_LosesNothing()
    {
        await using var other = Open(directory);
        await using var left = new CibCommitter(cluster);
        await using var right = new CibCommitter(other);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? left : right).CommitAsync([Wishes.Create($"r{i}")])));

        Assert.That((await cluster.ReadAsync()).Resources.Count(), Is.EqualTo(40));
    }

    [Test]
    public async Task VerifyAsync_NoTools_SaysThatNobodyWasAsked()
    {
        var report = await cluster.VerifyAsync(await cluster.ReadAsync());

        Assert.That((report.Checked, report.ConformsToSchema), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task WhatNeedsTheTools_NoTools_NamesThePackage()
    {
        var cib = await cluster.ReadAsync();
        var faults = new List<TransportException>
        {
            await Thrown.ByAsync<TransportException>(() => cluster.StatusAsync()),
            await Thrown.ByAsync<TransportException>(() => cluster.SimulateAsync(cib)),
            await Thrown.ByAsync<TransportException>(() => cluster.MetadataAsync(AgentName.Parse("ocf:heartbeat:IPaddr2"))),
            await Thrown.ByAsync<TransportException>(() => cluster.FailNodeAsync(NodeName.Parse("ctl1"))),
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(faults.Select(f => f.Kind), Is.All.EqualTo(TransportFailure.ToolMissing));
            Assert.That(faults.Select(f => f.Message), Is.All.Contains("apt-get install pacemaker-cli-utils"));
        }
    }

    [Test]
    public async Task ReadAsync_DirectoryIsAFile_SaysSo()
    {
        directory.Write("cluster", "not a directory");

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        Assert.That(fault.Message, Does.Contain("HAI4020").And.Contain("cannot be created"));
    }

    [Test]
    public async Task ReadAsync_LeftOverOfACrash_IsIgnored()
    {
        await cluster.ReadAsync();
        File.WriteAllText(Path.Combine(cluster.Directory, "cib.99999.next"), "<cib half");

        Assert.That((await cluster.ReadAsync()).Nodes.Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task ReadAsync_AnotherProcessHoldsTheLock_SaysSoWhenPatienceEnds()
    {
        var address = (VirtualAddress)ClusterAddress.Parse("virtual:cluster?nodes=ctl1,ctl2", directory.Path);
        Directory.CreateDirectory(address.Directory);
        using var held = new FileStream(Path.Combine(address.Directory, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        await using var impatient = new VirtualCluster(
            address, new LocalCommandRunner(TimeProvider.System, new ProgramFinder(["/nowhere"])), new TransportSettings { LockTimeout = TimeSpan.FromMilliseconds(50) });

        var fault = await Thrown.ByAsync<TransportException>(() => impatient.ReadAsync());

        Assert.That(fault.Message, Does.Contain("HAI4020").And.Contain("stayed locked"));
    }

    private static VirtualCluster Open(TemporaryDirectory directory) => new(
        (VirtualAddress)ClusterAddress.Parse("virtual:cluster?nodes=ctl1,ctl2", directory.Path),
        new LocalCommandRunner(TimeProvider.System, new ProgramFinder(["/nowhere"])),
        new TransportSettings());
}
