using System.Globalization;
using HaIac.Transport.Addressing;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Connecting;

/// <summary>
/// Runs Pacemaker's tools on this host and points them to the CIB manager of a remote one, by their own environment variables. The first host
/// that lets them in is kept until it fails; then the next one is taken.
/// </summary>
/// <remarks>The password goes from its file or the environment of this process into theirs; it is never an argument, and no message holds it.</remarks>
/// <param name="address">The hosts and how to log in.</param>
/// <param name="local">Runs the tools; disposed with this runner.</param>
internal sealed class RemoteCibRunner(RemoteCibAddress address, ICommandRunner local) : ICommandRunner
{
    private int chosen;

    /// <inheritdoc/>
    public async Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken = default)
    {
        var password = RemoteCibPassword.Of(address);
        var unreachable = new List<TransportException>();
        while (true)
        {
            var index = Volatile.Read(ref chosen);
            var host = address.Hosts[index % address.Hosts.Count];
            var result = await local.RunAsync(command with { Environment = [.. command.Environment, .. EnvironmentOf(host, password)] }, cancellationToken).ConfigureAwait(false)
                with { Node = host.Name };
            if (RemoteCibFailures.Of(address, host, command, result) is not { } fault)
            {
                return result;
            }

            // The tool got no connection, so nothing was sent: the next host may be asked the same.
            Interlocked.CompareExchange(ref chosen, index + 1, index);
            unreachable.Add(fault);
            if (fault.Kind != TransportFailure.Unreachable || unreachable.Count >= address.Hosts.Count)
            {
                throw RemoteCibFailures.NoHost(address, unreachable);
            }
        }
    }

    /// <inheritdoc/>
    public void Distrust(string? node)
    {
        var index = Volatile.Read(ref chosen);
        if (address.Hosts[index % address.Hosts.Count].Name == node)
        {
            Interlocked.CompareExchange(ref chosen, index + 1, index);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => local.DisposeAsync();

    private IEnumerable<KeyValuePair<string, string>> EnvironmentOf(SshHost host, string password) =>
    [
        new("CIB_server", host.Name),
        new("CIB_port", host.Port!.Value.ToString(CultureInfo.InvariantCulture)),
        new("CIB_user", address.User),
        new("CIB_passwd", password),
        new("CIB_encrypted", address.Tls ? "true" : "false"),
    ];
}
