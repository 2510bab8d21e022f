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
    private const int SshFailed = 255;

    // sshd allows 10 sessions on one connection unless told otherwise (MaxSessions).
    private const int SessionsAtOnce = 8;

    // An engine kills a plugin 5 s after it asked it to end.
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly SshAddress address;
    private readonly ICommandRunner local;
    private readonly IHostProbe probe;
    private readonly SemaphoreSlim choosing = new(1, 1);
    private readonly SemaphoreSlim sessions = new(SessionsAtOnce, SessionsAtOnce);
    private readonly Lazy<SshWorkplace> place = new(SshWorkplace.Make);
    private readonly HashSet<SshHost> opened = [];
    private SshHost? chosen;
    private SshHost? distrusted;

    /// <summary>Creates the runner; nothing is connected before the first command.</summary>
    /// <param name="address">The hosts and how to log in.</param>
    /// <param name="local">Runs the ssh client; disposed with this runner.</param>
    /// <param name="probe">Tells whether a host serves.</param>
    public SshCommandRunner(SshAddress address, ICommandRunner local, IHostProbe probe)
    {
        this.address = address;
        this.local = local;
        this.probe = probe;
    }

    /// <summary>The private directory of the control sockets.</summary>
    public string SocketDirectory => place.Value.Directory;

    /// <inheritdoc/>
    public async Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken = default)
    {
        var failures = 0;
        while (true)
        {
            var host = await ChooseAsync(cancellationToken).ConfigureAwait(false);
            var result = await RunOnAsync(host, command, cancellationToken).ConfigureAwait(false);
            if (result.ExitCode != SshFailed)
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
        if (place.IsValueCreated)
        {
            await Task.WhenAll(opened.Select(CloseAsync)).ConfigureAwait(false);
            place.Value.Dispose();
        }

        choosing.Dispose();
        sessions.Dispose();
        await local.DisposeAsync().ConfigureAwait(false);
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

            if (address.ConfigFile is { } config && !File.Exists(config))
            {
                throw SshFailures.NoConfiguration(address, config);
            }

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
        var result = await RunOnAsync(host, probe.Command, cancellationToken).ConfigureAwait(false);
        if (SshFailures.HidesTheReason(result))
        {
            result = await RunOnAsync(host, probe.Command, cancellationToken, shared: false).ConfigureAwait(false);
        }

        return result.ExitCode == SshFailed
            ? throw SshFailures.Of(address, host, probe.Command, result)
            : probe.Judge(result);
    }

    private async Task<CommandResult> RunOnAsync(SshHost host, Command command, CancellationToken cancellationToken, bool shared = true)
    {
        await sessions.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            lock (opened)
            {
                opened.Add(host);
            }

            // The node ends the command at its limit; the limit here is for a connection on which nothing comes back at all.
            var ssh = command with
            {
                Program = "ssh",
                Tool = null,
                Arguments = [.. OptionsOf(host).Run(RemoteLine.Of(command), shared)],
                Environment = [],
                Timeout = command.Timeout + address.ConnectTimeout + Grace,
                Title = command.ToString(),
            };
            var result = await local.RunAsync(ssh, cancellationToken).ConfigureAwait(false);
            return result with { Node = host.Name };
        }
        finally
        {
            sessions.Release();
        }
    }

    private async Task CloseAsync(SshHost host)
    {
        try
        {
            await local.RunAsync(
                new Command { Program = "ssh", Arguments = [.. OptionsOf(host).Exit()], Timeout = ExitTimeout },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (TransportException)
        {
            // A connection that cannot be ended ends by itself when it is idle.
        }
    }

    private SshOptions OptionsOf(SshHost host) =>
        new(address, host, place.Value.Socket(address.Hosts.ToList().IndexOf(host)), place.Value.ConfigFor(address));
}
