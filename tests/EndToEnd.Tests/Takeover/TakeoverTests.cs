namespace EndToEnd.Tests.Takeover;

/// <summary>Real daemons on three real nodes, from the init system to Pacemaker and back.</summary>
[TestFixture]
[Category("Lab")]
[NonParallelizable]
public sealed class TakeoverTests : TakeoverFixture
{
    private static readonly string[] s_daemons = ["memcached", "haproxy", "rabbitmq-server", "heat-engine"];

    // Two suffice to see that a pattern reaches several services; the others start slowly.
    private static readonly string[] s_wrapped = ["memcached", "haproxy"];

    // Of those that listen: memcached, haproxy, RabbitMQ.
    private static readonly int[] s_ports = [11211, 8404, 5672];

    [Test]
    [Property("Requirement", "A3")]
    [Property("Requirement", "E1")]
    [Property("Requirement", "E2")]
    [Property("Requirement", "E7")]
    public async Task Up_WithOnePropertyChanged_HandsTheUnitsOverAndBackWithoutAnOutage()
    {
        var project = await Daemons.ProjectAsync(string.Join(',', s_daemons));
        await project.MustAsync("up", "--yes", "--skip-preview");
        var native = await UnitsAsync(s_daemons);
        Assert.That(native, Has.All.Matches<UnitView>(unit => unit is { Runs: true, Enabled: "enabled" }));
        Assert.That(CibFile.Objects(await Daemons.CibAsync()), Is.Empty);
        var watches = await Task.WhenAll(s_ports.Select(port => TrafficWatch.StartAsync(Daemons.Lab, port)));

        await project.MustAsync("config", "set", "mode", "ActiveActive");
        var up = await project.MustAsync("up", "--yes");

        var clustered = await UnitsAsync(s_daemons);
        using (Assert.EnterMultipleScope())
        {
            foreach (var daemon in s_daemons)
            {
                Assert.That(up.All, Does.Contain($"ctl2: {daemon}.service would be disabled, taken over running as it is"), "the preview tells what happens on the nodes");
            }

            Assert.That(clustered.Select(unit => unit.Pid), Is.EqualTo(native.Select(unit => unit.Pid)), "the running process is the clustered instance");
            Assert.That(clustered, Has.All.Matches<UnitView>(unit => unit is { Runs: true, Enabled: not "enabled" }));
            Assert.That((await Daemons.Lab.ViewAsync()).RunningOn.Values.ToList(), Has.Count.EqualTo(s_daemons.Length).And.All.Length.EqualTo(3));
        }

        await project.MustAsync("up", "--yes", "--skip-preview", "--expect-no-changes");
        await project.MustAsync("config", "rm", "mode");
        await project.MustAsync("up", "--yes", "--skip-preview");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await UnitsAsync(s_daemons), Has.All.Matches<UnitView>(unit => unit is { Runs: true, Enabled: "enabled" }));
            Assert.That(CibFile.Objects(await Daemons.CibAsync()), Is.Empty, "no resource and no ban is left");
        }

        await project.MustAsync("up", "--yes", "--skip-preview", "--expect-no-changes");
        foreach (var (watch, port) in watches.Zip(s_ports))
        {
            await TestContext.Progress.WriteLineAsync($"port {port}: longest gap of the service as a whole, there and back: {watch.LongestGap.TotalMilliseconds:0} ms");
            Assert.That(watch.LongestGap, Is.LessThan(TimeSpan.FromSeconds(2)), $"port {port}: many instances may run, so one always answers");
            await watch.DisposeAsync();
        }

        await project.MustAsync("destroy", "--yes", "--skip-preview");
    }

    [Test]
    [Property("Requirement", "A1")]
    [Property("Requirement", "A2")]
    public async Task Up_WithOneWrapperLine_HandsSeveralDaemonsOverAndWithoutItBack()
    {
        var project = await Daemons.ProjectAsync(string.Join(',', s_wrapped));
        await project.MustAsync("config", "set", "wrap", "*");
        await project.MustAsync("up", "--yes", "--skip-preview");
        var native = await UnitsAsync(s_wrapped);

        await project.MustAsync("config", "set", "mode", "ActiveActive");
        await project.MustAsync("up", "--yes", "--skip-preview");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await UnitsAsync(s_wrapped)).Select(unit => unit.Pid), Is.EqualTo(native.Select(unit => unit.Pid)));
            Assert.That((await Daemons.Lab.ViewAsync()).RunningOn.Values.ToList(), Has.Count.EqualTo(s_wrapped.Length).And.All.Length.EqualTo(3));
        }

        await project.MustAsync("config", "rm", "mode");
        await project.MustAsync("up", "--yes", "--skip-preview");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CibFile.Objects(await Daemons.CibAsync()), Is.Empty);
            Assert.That(await UnitsAsync(s_wrapped), Has.All.Matches<UnitView>(unit => unit is { Runs: true, Enabled: "enabled" }));
        }

        await project.MustAsync("destroy", "--yes", "--skip-preview");
    }

    [TestCase(false, TestName = "{m}(by one property)")]
    [TestCase(true, TestName = "{m}(by one wrapper line)")]
    [Property("Requirement", "E1")]
    [Property("Requirement", "E2")]
    public async Task Up_OfASingleInstance_KeepsOneProcessAndNeverTwoOnceItIsClustered(bool wrapped)
    {
        var project = await Daemons.ProjectAsync("mariadb");
        if (wrapped)
        {
            await project.MustAsync("config", "set", "wrap", "mariadb");
        }

        await project.MustAsync("up", "--yes", "--skip-preview");
        var native = await Daemons.UnitsAsync("mariadb");
        await using var watch = await TrafficWatch.StartAsync(Daemons.Lab, 3306);

        await project.MustAsync("config", "set", "mode", "ActivePassive");
        await project.MustAsync("up", "--yes", "--skip-preview");

        var clustered = await Daemons.UnitsAsync("mariadb");
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
        if (!wrapped)
        {
            await project.MustAsync("up", "--yes", "--skip-preview", "--expect-no-changes");
            await Daemons.Lab.Nodes[0].ReadAsync($"crm_resource --ban --resource mariadb --node {kept[0].Node} && crm_resource --wait && crm_resource --clear --resource mariadb");
        }

        Assert.That(watch.Most, Is.EqualTo(1), "a failover never has two");

        await project.MustAsync("config", "rm", "mode");
        await project.MustAsync("up", "--yes", "--skip-preview");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CibFile.Objects(await Daemons.CibAsync()), Is.Empty);
            Assert.That(await Daemons.UnitsAsync("mariadb"), Has.All.Matches<UnitView>(unit => unit is { Runs: true, Enabled: "enabled" }), "as declared");
        }

        await TestContext.Progress.WriteLineAsync($"mariadb: longest gap, back included: {watch.LongestGap.TotalMilliseconds:0} ms");
        await project.MustAsync("destroy", "--yes", "--skip-preview");
    }

    [Test]
    [Property("Requirement", "E1")]
    [Property("Requirement", "C1")]
    [Property("Requirement", "C3")]
    public async Task Up_WithAnAgentInsteadOfTheUnit_RollsNodeByNodeWithoutAnOutage()
    {
        const string Script = "/usr/lib/ocf/resource.d/haiac/openstack-service";
        var project = await Daemons.ProjectAsync("memcached");
        await project.MustAsync("up", "--yes", "--skip-preview");
        await project.MustAsync("config", "set", "mode", "ActiveActive");
        await project.MustAsync("config", "set", "agent", "ocf:haiac:openstack-service");
        await project.MustAsync("config", "set", "--path", "parameters.binary", "/usr/bin/memcached");
        await project.MustAsync("config", "set", "--path", "parameters.additional_parameters", "-u memcache -l 0.0.0.0 -p 11211");
        await project.MustAsync("config", "set", "--path", "parameters.check_port", "11211");
        await using var watch = await TrafficWatch.StartAsync(Daemons.Lab, 11211);

        await project.MustAsync("up", "--yes", "--skip-preview");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Daemons.UnitsAsync("memcached"), Has.All.Matches<UnitView>(unit => unit is { Runs: false, Enabled: not "enabled" }), "the unit is the basic service, not the clustered one");
            Assert.That((await Daemons.Lab.ViewAsync()).RunningOn.Values.Single(), Has.Length.EqualTo(3));
            Assert.That(await Daemons.CibAsync(), Does.Not.Contain("haiac-takeover"), "no ban of ours is left");
            foreach (var node in Daemons.Lab.Nodes)
            {
                Assert.That((await node.ReadAsync($"stat -c '%a %U' {Script}")).Trim(), Is.EqualTo("755 root"), node.Name);
                Assert.That((await node.ReadAsync("ls /usr/local/bin")).Trim(), Does.Contain("ocf_handler_memcached"), node.Name);
            }
        }

        await project.MustAsync("up", "--yes", "--skip-preview", "--expect-no-changes");
        await project.MustAsync("config", "rm", "mode");
        await project.MustAsync("config", "rm", "agent");
        await project.MustAsync("config", "rm", "parameters");
        await project.MustAsync("up", "--yes", "--skip-preview");

        await TestContext.Progress.WriteLineAsync($"memcached by an agent: longest gap of the service as a whole, there and back: {watch.LongestGap.TotalMilliseconds:0} ms");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Daemons.UnitsAsync("memcached"), Has.All.Matches<UnitView>(unit => unit is { Runs: true, Enabled: "enabled" }));
            Assert.That(CibFile.Objects(await Daemons.CibAsync()), Is.Empty);
            Assert.That(watch.LongestGap, Is.LessThan(TimeSpan.FromSeconds(2)));
            foreach (var node in Daemons.Lab.Nodes)
            {
                Assert.That((await node.RunAsync($"test -e {Script} || test -e /usr/local/bin/ocf_handler_memcached")).ExitCode, Is.Not.Zero, $"{node.Name}: what the last user leaves goes");
            }
        }

        await project.MustAsync("destroy", "--yes", "--skip-preview");
    }

    /// <summary>The units of daemons that run many times, on every node.</summary>
    private async Task<UnitView[]> UnitsAsync(string[] daemons) => [.. (await Task.WhenAll(daemons.Select(Daemons.UnitsAsync))).SelectMany(units => units)];
}
