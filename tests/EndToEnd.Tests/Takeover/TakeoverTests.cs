namespace EndToEnd.Tests.Takeover;

/// <summary>Real daemons on three real nodes, from the init system to Pacemaker and back.</summary>
[TestFixture]
[Category("Lab")]
[NonParallelizable]
public sealed class TakeoverTests
{
    private TakeoverLab _lab = null!;

    [SetUp]
    public async Task Prepare() => _lab = await TakeoverLab.GetAsync();

    [TearDown]
    public void RemoveProject() => _lab?.Dispose();

    [TestCase("memcached", 11211)]
    [TestCase("haproxy", 8404, Explicit = true, Reason = "Not seen passing on the lab yet: issue 6 is open. Run it by name.")]
    [TestCase("rabbitmq-server", 5672, Explicit = true, Reason = "Not seen passing on the lab yet: issue 6 is open. Run it by name.")]
    [TestCase("heat-engine", null, Explicit = true, Reason = "Not seen passing on the lab yet: issue 6 is open. Run it by name.")]
    [Property("Requirement", "A3")]
    [Property("Requirement", "E1")]
    [Property("Requirement", "E2")]
    [Property("Requirement", "E7")]
    public async Task Up_WithOnePropertyChanged_HandsTheUnitsOverAndBackWithoutAnOutage(string daemon, int? port)
    {
        var project = await _lab.ProjectAsync(daemon);
        await project.MustAsync("up", "--yes");
        var native = await _lab.UnitsAsync(daemon);
        Assert.That(native, Has.All.Matches<UnitView>(unit => unit is { Runs: true, Enabled: "enabled" }));
        Assert.That(CibFile.Objects(await _lab.CibAsync()), Is.Empty);
        await project.MustAsync("up", "--yes", "--expect-no-changes");
        await using var watch = port is { } number ? await TrafficWatch.StartAsync(_lab.Lab, number) : null;

        await project.MustAsync("config", "set", "mode", "ActiveActive");
        var preview = await project.MustAsync("preview");
        await project.MustAsync("up", "--yes");

        var clustered = await _lab.UnitsAsync(daemon);
        var running = (await _lab.Lab.ViewAsync()).RunningOn;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview.All, Does.Contain("ctl1").And.Contain(daemon), "the preview tells what happens on the nodes");
            Assert.That(clustered.Select(unit => unit.Pid), Is.EqualTo(native.Select(unit => unit.Pid)), "the running process is the clustered instance");
            Assert.That(clustered, Has.All.Matches<UnitView>(unit => unit is { Runs: true, Enabled: not "enabled" }));
            Assert.That(running.Values.Single(), Has.Length.EqualTo(3));
        }

        await project.MustAsync("up", "--yes", "--expect-no-changes");
        await project.MustAsync("config", "rm", "mode");
        await project.MustAsync("up", "--yes");

        var back = await _lab.UnitsAsync(daemon);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(back, Has.All.Matches<UnitView>(unit => unit is { Runs: true, Enabled: "enabled" }));
            Assert.That(CibFile.Objects(await _lab.CibAsync()), Is.Empty, "no resource and no ban is left");
        }

        await project.MustAsync("up", "--yes", "--expect-no-changes");
        if (watch is not null)
        {
            await TestContext.Progress.WriteLineAsync($"{daemon}: longest gap of the service as a whole, there and back: {watch.LongestGap.TotalMilliseconds:0} ms");
            Assert.That(watch.LongestGap, Is.LessThan(TimeSpan.FromSeconds(2)), "many instances may run, so one always answers");
        }

        await project.MustAsync("destroy", "--yes");
    }

    [Test]
    [Property("Requirement", "A1")]
    [Property("Requirement", "A2")]
    [Explicit("Not seen passing on the lab yet: issue 6 is open. Run it by name.")]
    public async Task Up_WithOneWrapperLine_HandsSeveralDaemonsOverAndWithoutItBack()
    {
        string[] daemons = ["memcached", "haproxy", "rabbitmq-server", "heat-engine"];
        var project = await _lab.ProjectAsync(string.Join(',', daemons));
        await project.MustAsync("config", "set", "wrap", "*");
        await project.MustAsync("up", "--yes");
        var native = await PidsAsync(daemons);

        await project.MustAsync("config", "set", "mode", "ActiveActive");
        await project.MustAsync("up", "--yes");

        var running = (await _lab.Lab.ViewAsync()).RunningOn;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await PidsAsync(daemons), Is.EqualTo(native));
            Assert.That(running.Values.ToList(), Has.Count.EqualTo(daemons.Length).And.All.Length.EqualTo(3));
        }

        await project.MustAsync("config", "rm", "mode");
        await project.MustAsync("up", "--yes");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CibFile.Objects(await _lab.CibAsync()), Is.Empty);
            foreach (var daemon in daemons)
            {
                Assert.That(await _lab.UnitsAsync(daemon), Has.All.Matches<UnitView>(unit => unit is { Runs: true, Enabled: "enabled" }), daemon);
            }
        }

        await project.MustAsync("destroy", "--yes");
    }

    [Test]
    [Property("Requirement", "E1")]
    [Property("Requirement", "E2")]
    public async Task Up_OfASingleInstance_KeepsOneProcessAndNeverTwoOnceItIsClustered()
    {
        var project = await _lab.ProjectAsync("mariadb");
        await project.MustAsync("up", "--yes");
        var native = await _lab.UnitsAsync("mariadb");
        await using var watch = await TrafficWatch.StartAsync(_lab.Lab, 3306);

        await project.MustAsync("config", "set", "mode", "ActivePassive");
        await project.MustAsync("up", "--yes");

        var clustered = await _lab.UnitsAsync("mariadb");
        var kept = clustered.Where(unit => unit.Runs).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(kept, Has.Count.EqualTo(1));
            Assert.That(native, Has.Some.Matches<UnitView>(unit => unit is not null && unit.Node == kept[0].Node && unit.Pid == kept[0].Pid), "the instance that is kept goes on running");
            Assert.That(clustered, Has.All.Matches<UnitView>(unit => unit is { Enabled: not "enabled" }));
            Assert.That(watch.LongestGap, Is.LessThan(TimeSpan.FromSeconds(2)));
        }

        await TestContext.Progress.WriteLineAsync($"mariadb: longest gap towards Pacemaker: {watch.LongestGap.TotalMilliseconds:0} ms");
        watch.ForgetMost();
        await project.MustAsync("up", "--yes", "--expect-no-changes");
        await _lab.Lab.Nodes[0].ReadAsync($"crm_resource --ban --resource mariadb --node {kept[0].Node} && crm_resource --wait && crm_resource --clear --resource mariadb");
        Assert.That(watch.Most, Is.EqualTo(1), "a failover never has two");

        await project.MustAsync("config", "rm", "mode");
        await project.MustAsync("up", "--yes");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CibFile.Objects(await _lab.CibAsync()), Is.Empty);
            Assert.That(await _lab.UnitsAsync("mariadb"), Has.All.Matches<UnitView>(unit => unit is { Runs: true, Enabled: "enabled" }), "as declared");
        }

        await TestContext.Progress.WriteLineAsync($"mariadb: longest gap, back included: {watch.LongestGap.TotalMilliseconds:0} ms");
        await project.MustAsync("destroy", "--yes");
    }

    [Test]
    [Property("Requirement", "E1")]
    [Property("Requirement", "C1")]
    [Property("Requirement", "C3")]
    public async Task Up_WithAnAgentInsteadOfTheUnit_RollsNodeByNodeWithoutAnOutage()
    {
        const string Script = "/usr/lib/ocf/resource.d/haiac/openstack-service";
        var project = await _lab.ProjectAsync("memcached");
        await project.MustAsync("up", "--yes");
        await project.MustAsync("config", "set", "mode", "ActiveActive");
        await project.MustAsync("config", "set", "agent", "ocf:haiac:openstack-service");
        await project.MustAsync("config", "set", "--path", "parameters.binary", "/usr/bin/memcached");
        await project.MustAsync("config", "set", "--path", "parameters.additional_parameters", "-u memcache -l 0.0.0.0 -p 11211");
        await project.MustAsync("config", "set", "--path", "parameters.check_port", "11211");
        await using var watch = await TrafficWatch.StartAsync(_lab.Lab, 11211);

        await project.MustAsync("up", "--yes");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _lab.UnitsAsync("memcached"), Has.All.Matches<UnitView>(unit => unit is { Runs: false, Enabled: not "enabled" }), "the unit is the basic service, not the clustered one");
            Assert.That((await _lab.Lab.ViewAsync()).RunningOn.Values.Single(), Has.Length.EqualTo(3));
            Assert.That(await _lab.CibAsync(), Does.Not.Contain("haiac-takeover"), "no ban of ours is left");
            foreach (var node in _lab.Lab.Nodes)
            {
                Assert.That((await node.ReadAsync($"stat -c '%a %U' {Script}")).Trim(), Is.EqualTo("755 root"), node.Name);
                Assert.That((await node.ReadAsync("ls /usr/local/bin")).Trim(), Does.Contain("ocf_handler_memcached"), node.Name);
            }
        }

        await project.MustAsync("up", "--yes", "--expect-no-changes");
        await project.MustAsync("config", "rm", "mode");
        await project.MustAsync("config", "rm", "agent");
        await project.MustAsync("config", "rm", "parameters");
        await project.MustAsync("up", "--yes");

        await TestContext.Progress.WriteLineAsync($"memcached by an agent: longest gap of the service as a whole, there and back: {watch.LongestGap.TotalMilliseconds:0} ms");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _lab.UnitsAsync("memcached"), Has.All.Matches<UnitView>(unit => unit is { Runs: true, Enabled: "enabled" }));
            Assert.That(CibFile.Objects(await _lab.CibAsync()), Is.Empty);
            Assert.That(watch.LongestGap, Is.LessThan(TimeSpan.FromSeconds(2)));
            foreach (var node in _lab.Lab.Nodes)
            {
                Assert.That((await node.RunAsync($"test -e {Script} || test -e /usr/local/bin/ocf_handler_memcached")).ExitCode, Is.Not.Zero, $"{node.Name}: what the last user leaves goes");
            }
        }

        await project.MustAsync("destroy", "--yes");
    }

    private async Task<int[]> PidsAsync(IEnumerable<string> daemons)
    {
        var pids = new List<int>();
        foreach (var daemon in daemons)
        {
            pids.AddRange((await _lab.UnitsAsync(daemon)).Select(unit => unit.Pid));
        }

        return [.. pids];
    }
}
