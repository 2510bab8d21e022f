using HaIac.Transport.Addressing;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Connecting;

/// <summary>Names the failures of remote access to a CIB manager.</summary>
/// <remarks>
/// Measured with Pacemaker 2.1.5: 102 where nobody listens; 76 for a wrong password, an unknown user and one who is not in group haclient; 1 where TLS meets a
/// port without it. In each case the tool says that it could not connect, and has sent nothing.
/// </remarks>
internal static class RemoteCibFailures
{
    /// <summary>The finding, if a tool got no connection; null if it did, whatever became of the command then.</summary>
    public static TransportException? Of(RemoteCibAddress address, SshHost host, Command command, CommandResult result)
    {
        if (result.ExitCode == 0 || !(result.Errors + result.Output).Contains("ould not connect to the CIB", StringComparison.Ordinal))
        {
            return null;
        }

        var port = address.Tls ? "remote-tls-port" : "remote-clear-port";
        var (kind, what, why, mend) = new CrmExit(result.ExitCode) switch
        {
            var exit when exit == CrmExit.Disconnected => (
                TransportFailure.Unreachable,
                $"No connection to the CIB manager of {host}.",
                $"The host is down or its name unknown, Pacemaker does not run there, or its CIB sets no {port} (read only when Pacemaker starts).",
                $"Check host and port, or open the port on the node: cibadmin --modify --xml-text '<cib {port}=\"{host.Port}\"/>', then restart Pacemaker there."),
            var exit when exit == CrmExit.Protocol => (
                TransportFailure.RemoteLogin,
                $"The CIB manager of {host} does not let user {address.User} in.",
                "The password is wrong, or the user is unknown there or no member of group haclient.",
                $"Check password and user: on the node, passwd {address.User} and id {address.User}."),
            _ => (
                TransportFailure.RemoteLogin,
                $"The CIB manager of {host} does not speak as expected.",
                address.Tls ? "The address asks for TLS, and the port may be the one without it." : "The address asks for no TLS, and the port may be the one with it.",
                "Name the remote-tls-port, or the remote-clear-port with tls=no."),
        };
        return new TransportException(kind, what, $"cluster {address.Text}, command: {command}", why, mend)
        {
            Command = command.ToString(),
            Node = host.Name,
            Exit = new CrmExit(result.ExitCode),
            ErrorLines = result.FirstErrorLines(),
        };
    }

    /// <summary>The finding for an address of which no host can be used.</summary>
    public static TransportException NoHost(RemoteCibAddress address, IReadOnlyList<TransportException> faults) =>
        faults.Count == 1
            ? faults[0]
            : new TransportException(
                faults[^1].Kind,
                $"None of the {faults.Count} hosts that were asked can be used.",
                $"cluster {address.Text}",
                string.Join("\n", faults.Select(f => $"{f.Node}: {f.Code} {f.What} {f.Why}")),
                string.Join("\n", faults.Select(f => f.Mend).Distinct()),
                faults[^1])
            {
                Command = faults[^1].Command,
                Node = faults[^1].Node,
                Exit = faults[^1].Exit,
                ErrorLines = faults[^1].ErrorLines,
            };
}
