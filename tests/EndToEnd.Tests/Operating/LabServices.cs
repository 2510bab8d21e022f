using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Labs;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Services;
using HaIac.Transport;
using HaIac.Transport.Addressing;
using HaIac.Transport.Committing;

namespace EndToEnd.Tests.Operating;

/// <summary>A service of every kind on the lab, and their operator over ssh.</summary>
internal sealed class LabServices : IAsyncDisposable
{
    /// <summary>A unit that can reload, to be run by systemd on every node.</summary>
    public const string Unit = "haiac-lab-daemon";

    private const string Resources =
        $"""
        <cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0"><configuration><crm_config/><nodes/><resources>
        <primitive id="p_vip" class="ocf" provider="pacemaker" type="Dummy"><operations><op id="p_vip-m" name="monitor" interval="5s"/></operations></primitive>
        <group id="g"><primitive id="first" class="ocf" provider="pacemaker" type="Dummy"/><primitive id="middle" class="ocf" provider="pacemaker" type="Dummy"/><primitive id="last" class="ocf" provider="pacemaker" type="Dummy"/></group>
        <clone id="daemon-clone"><primitive id="daemon" class="systemd" type="{Unit}"><operations><op id="daemon-m" name="monitor" interval="5s"/></operations></primitive></clone>
        <clone id="db-clone"><meta_attributes id="db-meta"><nvpair id="db-promotable" name="promotable" value="true"/></meta_attributes>
        <primitive id="db" class="ocf" provider="pacemaker" type="Stateful"><operations><op id="db-m10" name="monitor" interval="10s" role="Promoted"/><op id="db-m11" name="monitor" interval="11s" role="Unpromoted"/></operations></primitive></clone>
        </resources><constraints/></configuration><status/></cib>
        """;

    private readonly CibCommitter _committer;
    private string _declared = "";

    private LabServices(ICibTransport transport)
    {
        Transport = transport;
        _committer = new(transport);
        Operator = new ServiceOperator(
            new(transport, _committer, new SettleWatcher(transport, runsAgents: true, new AwaitSettings()), TimeProvider.System, null), TestContext.Progress.WriteLine);
    }

    public ICibTransport Transport { get; }

    public IServiceOperator Operator { get; }

    /// <summary>Writes the unit on every node and declares the services; all run when it returns.</summary>
    public static async Task<LabServices> DeclareAsync(Lab lab)
    {
        foreach (var node in lab.Nodes)
        {
            await node.WriteFileAsync(
                $"/etc/systemd/system/{Unit}.service",
                "[Unit]\nDescription=HaIac lab daemon\n[Service]\nExecStart=/bin/sleep infinity\nExecReload=/bin/touch /run/haiac-lab-reloaded\n");
            await node.ReadAsync("systemctl daemon-reload && rm -f /run/haiac-lab-reloaded");
        }

        var services = new LabServices(CibTransports.Open(ClusterAddress.Parse(lab.SshAddress, "/")));
        var before = await services.Transport.ReadAsync();
        var schema = before.ValidateWith ?? "pacemaker-3.9";
        var wanted = CibDocument.Parse(Resources.Replace("pacemaker-3.9", schema, StringComparison.Ordinal));
        await services._committer.CommitAsync([.. wanted.Resources.Select(item => new PutObject(item, null))]);
        foreach (var name in (string[])["vip", "g", "daemon", "db"])
        {
            await services.Operator.StartAsync(Service(name) with { Waits = new() { Instances = WaitFor.All } });
        }

        services._declared = await services.ConfigurationAsync();
        return services;
    }

    /// <summary>Whether everything is still as it was declared: then the next test needs no new start.</summary>
    public async Task<bool> AreAsDeclaredAsync() =>
        await ConfigurationAsync() == _declared && await Transport.StatusAsync() is { Failures.Count: 0 } status
        && status.Resources.All(resource => resource.Instances.All(instance => instance.Active));

    public static ServiceProfile Service(string name) => new(name) { Waits = new() { Limit = TimeSpan.FromMinutes(2) } };

    public Task<CibDocument> ReadAsync() => Transport.ReadAsync();

    /// <summary>The configuration without what changes with every write.</summary>
    public async Task<string> ConfigurationAsync()
    {
        var configuration = (await ReadAsync()).Configuration!;
        return string.Concat(configuration.Elements.Where(section => section.Name is "resources" or "constraints" or "crm_config").Select(section => section.ToXml()));
    }

    public async ValueTask DisposeAsync()
    {
        await _committer.DisposeAsync();
        await Transport.DisposeAsync();
    }
}
