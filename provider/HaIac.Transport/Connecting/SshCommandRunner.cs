using HaIac.Transport.Addressing;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Connecting;

/// <summary>
/// Runs commands on one of the hosts of an ssh address, over one shared connection. The first host that serves is kept until it fails;
/// then the next one is taken.
/// </summary>
internal sealed class SshCommandRunner : ICommandRunner
{
    private readonly SshAddress address;
    private readonly IHostProbe probe;
    private readonly SemaphoreSlim choosing = new(1, 1);
    private SshHost? chosen;
    private SshHost? distrusted;

    /// <summary>Creates the runner; nothing is connected before the first command.</summary>
    /// <param name="address">The hosts and how to log in.</param>
    /// <param name="local">Runs the ssh client; disposed with this runner.</param>
    /// <param name="probe">Tells whether a host serves.</param>
    public SshCommandRunner(SshAddress address, ICommandRunner local, IHostProbe probe)
        : this(new SshConnections(address, local), probe)
    {
    }

    /// <summary>Creates the runner over connections that others use as well.</summary>
    /// <param name="connections">The connections; disposed with this runner.</param>
    /// <param name="probe">Tells whether a host serves.</param>
    public SshCommandRunner(SshConnections connections, IHostProbe probe)
    {
        Connections = connections;
        address = connections.Address;
        this.probe = probe;
    }

    /// <summary>The connections.</summary>
    public SshConnections Connections { get; }

    /// <summary>The private directory of the control sockets.</summary>
    public string SocketDirectory => Connections.SocketDirectory;

    /// <inheritdoc/>
    public async Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken = default)
    {
        var failures = 0;
        while (true)
        {
            var host = await ChooseAsync(cancellationToken).ConfigureAwait(false);
            var result = await Connections.RunAsync(host, command, cancellationToken).ConfigureAwait(false);
            if (result.ExitCode != SshConnections.SshFailed)
            {
                return result;
            }

            var fault = SshFailures.Of(address, host, command, result);
            Distrust(host.Name);
            if (fault.OutcomeUnknown || ++failures > address.Hosts.Count)
            {
                throw fault;
            }
        }
    }

    /// <inheritdoc/>
    public void Distrust(string? node)
    {
        if (chosen is { } host && host.Name == node)
        {
            distrusted = host;
            chosen = null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        choosing.Dispose();
        await Connections.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The host in use, or the first one in order that serves. One that failed before comes last.</summary>
    private async Task<SshHost> ChooseAsync(CancellationToken cancellationToken)
    {
        if (chosen is { } current)
        {
            return current;
        }

        await choosing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (chosen is { } meanwhile)
            {
                return meanwhile;
            }

            Connections.CheckConfiguration();
            var secondBest = default(SshHost);
            var faults = new List<TransportException>();
            foreach (var host in address.Hosts.OrderBy(h => h == distrusted ? 1 : 0))
            {
                try
                {
                    if (await ServesAsync(host, cancellationToken).ConfigureAwait(false))
                    {
                        return chosen = host;
                    }

                    secondBest ??= host;
                }
                catch (TransportException fault) when (fault.Kind != TransportFailure.ToolMissing || fault.Node is not null)
                {
                    faults.Add(fault);
                }
            }

            // Without quorum there is still a status to be read; a change is refused by whoever wants to make one.
            return secondBest ?? throw SshFailures.NoHost(address, faults);
        }
        finally
        {
            choosing.Release();
        }
    }

    private async Task<bool> ServesAsync(SshHost host, CancellationToken cancellationToken)
    {
        var result = await Connections.OpenAsync(host, probe.Command, cancellationToken).ConfigureAwait(false);
        return result.ExitCode == SshConnections.SshFailed
            ? throw SshFailures.Of(address, host, probe.Command, result)
            : probe.Judge(result);
    }
}
