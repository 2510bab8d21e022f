using HaIac.Transport.Addressing;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Connecting;

/// <summary>
/// Runs commands on given hosts with the OpenSSH client, over one shared connection per host. Which host, and what follows from a failure, is the callers'
/// business.
/// </summary>
/// <param name="address">How to log in.</param>
/// <param name="local">Runs the ssh client; disposed with the connections.</param>
internal sealed class SshConnections(SshAddress address, ICommandRunner local) : IAsyncDisposable
{
    /// <summary>The exit status of ssh itself.</summary>
    public const int SshFailed = 255;

    // sshd allows 10 sessions on one connection unless told otherwise (MaxSessions).
    private const int SessionsAtOnce = 8;

    // An engine kills a plugin 5 s after it asked it to end.
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Lazy<SshWorkplace> place = new(SshWorkplace.Make);
    private readonly Dictionary<SshHost, OpenHost> opened = [];

    /// <summary>How to log in.</summary>
    public SshAddress Address => address;

    /// <summary>The private directory of the control sockets.</summary>
    public string SocketDirectory => place.Value.Directory;

    /// <summary>Refuses an address whose ssh configuration file does not exist: ssh would only say that it failed.</summary>
    /// <exception cref="TransportException">HAI4001.</exception>
    public void CheckConfiguration()
    {
        if (address.ConfigFile is { } config && !File.Exists(config))
        {
            throw SshFailures.NoConfiguration(address, config);
        }
    }

    /// <summary>Runs a command on a host.</summary>
    /// <param name="host">The host.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How it ended; <see cref="SshFailed"/>: ssh did not get there, or the connection broke.</returns>
    public Task<CommandResult> RunAsync(SshHost host, Command command, CancellationToken cancellationToken) =>
        RunAsync(host, command, shared: true, cancellationToken);

    /// <summary>The same for a first command: if ssh does not say why it did not get there, it is tried once more in a way in which it does.</summary>
    /// <param name="host">The host.</param>
    /// <param name="command">The command; it may run twice.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How it ended.</returns>
    public async Task<CommandResult> OpenAsync(SshHost host, Command command, CancellationToken cancellationToken)
    {
        var result = await RunAsync(host, command, shared: true, cancellationToken).ConfigureAwait(false);
        return SshFailures.HidesTheReason(result)
            ? await RunAsync(host, command, shared: false, cancellationToken).ConfigureAwait(false)
            : result;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (place.IsValueCreated)
        {
            KeyValuePair<SshHost, OpenHost>[] hosts;
            lock (opened)
            {
                hosts = [.. opened];
            }

            await Task.WhenAll(hosts.Select(host => CloseAsync(host.Key, host.Value))).ConfigureAwait(false);
            place.Value.Dispose();
        }

        await local.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<CommandResult> RunAsync(SshHost host, Command command, bool shared, CancellationToken cancellationToken)
    {
        var open = Of(host);
        await open.Sessions.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The node ends the command at its limit; the limit here is for a connection on which nothing comes back at all.
            var ssh = command with
            {
                Program = "ssh",
                Tool = null,
                Arguments = [.. OptionsOf(host, open).Run(RemoteLine.Of(command), shared)],
                Environment = [],
                Timeout = command.Timeout + address.ConnectTimeout + Grace,
                Title = command.ToString(),
            };
            var result = await local.RunAsync(ssh, cancellationToken).ConfigureAwait(false);
            return result with { Node = host.Name };
        }
        finally
        {
            open.Sessions.Release();
        }
    }

    private OpenHost Of(SshHost host)
    {
        lock (opened)
        {
            if (!opened.TryGetValue(host, out var open))
            {
                opened.Add(host, open = new OpenHost(opened.Count, new SemaphoreSlim(SessionsAtOnce, SessionsAtOnce)));
            }

            return open;
        }
    }

    private async Task CloseAsync(SshHost host, OpenHost open)
    {
        try
        {
            await local.RunAsync(
                new Command { Program = "ssh", Arguments = [.. OptionsOf(host, open).Exit()], Timeout = ExitTimeout },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (TransportException)
        {
            // A connection that cannot be ended ends by itself when it is idle.
        }
    }

    private SshOptions OptionsOf(SshHost host, OpenHost open) => new(address, host, place.Value.Socket(open.Index), place.Value.ConfigFor(address));

    // The number names the control socket.
    private sealed record OpenHost(int Index, SemaphoreSlim Sessions);
}
