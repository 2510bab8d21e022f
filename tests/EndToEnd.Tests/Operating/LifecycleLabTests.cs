using HaIac.Cib.Planning;
using HaIac.Cib.Values;
using HaIac.Labs;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Naming;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;
using static EndToEnd.Tests.Operating.LabServices;

namespace EndToEnd.Tests.Operating;

/// <summary>Services operated on three real nodes.</summary>
[TestFixture]
[Category("Lab")]
[NonParallelizable]
public sealed class LifecycleLabTests
{
    private Lab _lab = null!;
    private LabServices _services = null!;

    [SetUp]
    public async Task Prepare()
    {
        if (_services is not null && await _services.AreAsDeclaredAsync())
        {
            return;
        }

        await CloseAsync();
        _lab = await OneLab.GetEmptyAsync();
        _services = await DeclareAsync(_lab);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
            _services = null!;
        }
    }

    [Test]
    [Property("Requirement", "S1")]
    [Property("Requirement", "S2")]
    [Property("Requirement", "H6")]
    [Property("Requirement", "H7")]
    [Property("Requirement", "I2")]
    public async Task StopStartRestart_EveryKind_LeavesTheCibAsItWas()
    {
        var before = await _services.ConfigurationAsync();
        foreach (var name in (string[])["vip", "g", "middle", "daemon", "db"])
        {
            var was = await _services.Operator.StatusAsync(Service(name));

            var stop = await _services.Operator.StopAsync(Service(name));
            var stopAgain = await _services.Operator.StopAsync(Service(name));
            var start = await _services.Operator.StartAsync(Service(name) with { Waits = new() { Instances = WaitFor.All } });
            var startAgain = await _services.Operator.StartAsync(Service(name));
            var restart = await _services.Operator.RestartAsync(Service(name) with { Restart = new() { PreferReload = false } });

            using (Assert.EnterMultipleScope())
            {
                Assert.That((was.IsRunning, stop.After!.State, stopAgain.Changed), Is.EqualTo((true, NodeState.Stopped, false)), name);
                Assert.That((start.After!.State, startAgain.Changed), Is.EqualTo((was.State, false)), name);
                Assert.That((restart.After!.State, restart.After.RunningOn.Count()), Is.EqualTo((was.State, was.RunningOn.Count())), name);
                Assert.That(await _services.ConfigurationAsync(), Is.EqualTo(before), name);
            }
        }
    }

    [Test]
    [Property("Requirement", "I3")]
    [Property("Requirement", "H5")]
    [Property("Correction", "I5")]
    public async Task StopOnOneNode_OfAClone_LeavesTheOthersRunning()
    {
        var before = await _services.ConfigurationAsync();
        var pids = await PidsAsync();

        var stop = await _services.Operator.StopAsync(Service("daemon"), NodeName.Parse(_lab.Nodes[0].Name));

        var meanwhile = await PidsAsync();
        Assert.That((meanwhile[0], meanwhile[1], meanwhile[2]), Is.EqualTo(("0", pids[1], pids[2])));
        Assert.That(stop.After!.Nodes[0].Bans.Single(), Does.StartWith("haiac-ban-daemon-clone-on-"));

        await _services.Operator.StartAsync(Service("daemon"), NodeName.Parse(_lab.Nodes[0].Name));
        Assert.That((await PidsAsync())[0], Is.Not.EqualTo("0"));
        Assert.That(await _services.ConfigurationAsync(), Is.EqualTo(before));
    }

    [Test]
    [Property("Correction", "I9")]
    public async Task Restart_OfAUnitThatReloads_ReloadsInPlaceAndRollsOtherwise()
    {
        var pids = await PidsAsync();

        var reload = await _services.Operator.RestartAsync(Service("daemon"));

        Assert.That(await PidsAsync(), Is.EqualTo(pids), string.Join('\n', reload.Steps));
        foreach (var node in _lab.Nodes)
        {
            await node.ReadAsync("test -f /run/haiac-lab-reloaded");
        }

        await _services.Operator.RestartAsync(Service("daemon") with { Restart = new() { PreferReload = false } });
        var after = await PidsAsync();
        Assert.That(after.Intersect(pids), Is.Empty);
        Assert.That(after, Does.Not.Contain("0"));
    }

    [Test]
    [Property("Requirement", "I10")]
    public async Task Restart_InMaintenance_IsDoneByTheInitSystemAndLeavesIt()
    {
        var before = await _services.ConfigurationAsync();
        var pids = await PidsAsync();

        await _services.Operator.RestartAsync(Service("daemon") with { Restart = new() { PreferReload = false, InMaintenance = true } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await PidsAsync()).Intersect(pids), Is.Empty);
            Assert.That((await _services.Transport.StatusAsync()).Nodes.Any(node => node.Maintenance), Is.False);
            Assert.That((await _services.Transport.StatusAsync()).Failures, Is.Empty);
            Assert.That(await _services.ConfigurationAsync(), Is.EqualTo(before));
        }
    }

    [Test]
    [Property("Correction", "I5")]
    public async Task Restart_CancelledWhileStopped_LeavesNoBanAndRuns()
    {
        var before = await _services.ConfigurationAsync();
        using var stop = new CancellationTokenSource();
        var service = Service("daemon") with { Restart = new() { PreferReload = false } };
        var running = _services.Operator.RestartAsync(service, cancellationToken: stop.Token);

        await Lab.WaitUntilAsync("the ban is in the CIB", async _ => (await _services.ReadAsync()).Constraints.Any(), TimeSpan.FromMinutes(1));
        await stop.CancelAsync();

        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await _services.ConfigurationAsync(), Is.EqualTo(before));

        // A stop that the cluster was about to carry out when the ban went may still be carried out; then it starts again.
        await Lab.WaitUntilAsync("the daemon runs everywhere again", async _ => !(await PidsAsync()).Contains("0"), TimeSpan.FromMinutes(1));
    }

    [Test]
    [Property("Correction", "I5")]
    public async Task BanAndPause_OfADeadRun_EndByThemselves()
    {
        var service = ServiceResolver.Resolve(Service("daemon"), await _services.ReadAsync());
        await using var committer = new HaIac.Transport.Committing.CibCommitter(_services.Transport);
        var end = DateTimeOffset.UtcNow.AddSeconds(15);
        await committer.CommitAsync([new PutObject(Bans.Until(service.Outer.Id, NodeName.Parse(_lab.Nodes[1].Name), end.AddSeconds(15)), null), .. Pauses.Begin(service, end)]);

        await Lab.WaitUntilAsync("the daemon is stopped everywhere", async _ => (await PidsAsync()).All(pid => pid == "0"), TimeSpan.FromMinutes(1));
        await Lab.WaitUntilAsync("the daemon runs everywhere again", async _ => (await PidsAsync()).All(pid => pid != "0"), TimeSpan.FromMinutes(3));

        var report = await _services.Operator.RestartAsync(Service("daemon") with { Restart = new() { PreferReload = false } });
        Assert.That(report.Steps.Select(step => step.Text), Has.Some.Contains("an earlier restart that broke off"));
        Assert.That((await _services.ReadAsync()).Constraints, Is.Empty);
    }

    [Test]
    [Property("Requirement", "F1")]
    [Property("Requirement", "F2")]
    public async Task DisableThenEnable_IsLeftAloneThenManaged()
    {
        var before = await _services.ConfigurationAsync();

        var disable = await _services.Operator.DisableAsync(Service("daemon"));
        var enable = await _services.Operator.EnableAsync(Service("daemon"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((disable.After!.Managed.IsTrue, disable.After.IsRunning, enable.After!.Managed.IsTrue), Is.EqualTo((false, true, true)));
            Assert.That(await _services.ConfigurationAsync(), Is.EqualTo(before));
        }
    }

    [Test]
    [Property("Requirement", "K1")]
    [Property("Correction", "K3")]
    [Property("Correction", "G5")]
    public async Task Cleanup_AfterACrash_ErasesItAndTellsWhat()
    {
        await _lab.Nodes[1].ReadAsync($"systemctl kill --signal=KILL {Unit}");
        var node = NodeName.Parse(_lab.Nodes[1].Name);
        await Lab.WaitUntilAsync(
            "the crash is seen and made good", async token => (await _services.Operator.StatusAsync(Service("daemon"), node, cancellationToken: token)).State == NodeState.RunningFailed, TimeSpan.FromMinutes(1));

        // A cleanup in the middle of a recovery finds the daemon dead once more.
        await _lab.Nodes[1].ReadAsync("crm_resource --wait");
        var cleanup = await _services.Operator.CleanupAsync(Service("daemon"), node);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cleanup.Erased.Single(), Does.Contain("monitor of daemon failed on").And.Contain(node.Value));
            Assert.That(cleanup.After!.Nodes.Single(place => place.Node == node).State, Is.EqualTo(NodeState.Running));
            Assert.That((await _services.Operator.CleanupAsync(Service("daemon"))).Changed, Is.False);
        }
    }

    [Test]
    [Property("Correction", "L6")]
    [Property("Correction", "H9")]
    public async Task Start_UnitMissingOnOneNode_SaysNodeOperationAndReason()
    {
        await _services.Operator.StopAsync(Service("daemon"));
        await _lab.Nodes[2].ReadAsync($"mv /etc/systemd/system/{Unit}.service /root/ && systemctl daemon-reload");
        try
        {
            await _services.Operator.StartAsync(Service("daemon"), NodeName.Parse(_lab.Nodes[2].Name));
            Assert.Fail($"The unit is missing, so it cannot start there.\n{(await _lab.Nodes[2].RunAsync($"crm_mon -1 -r -o; systemctl status {Unit}; ls -l /etc/systemd/system/{Unit}*")).StandardOutput}");
        }
        catch (HaIac.Operating.Findings.FindingException fault)
        {
            Assert.That(fault.Message, Does.Contain(_lab.Nodes[2].Name).And.Contain("start of daemon failed").And.Contain("not installed"));
            Assert.That(fault.Report!.After!.Nodes[2].Failed, Is.True);
        }
        finally
        {
            await _lab.Nodes[2].ReadAsync($"mv /root/{Unit}.service /etc/systemd/system/ && systemctl daemon-reload");
        }
    }

    private async Task<string[]> PidsAsync() =>
        await Task.WhenAll(_lab.Nodes.Select(async node => (await node.ReadAsync($"systemctl show --property=MainPID --value {Unit}")).Trim()));
}
