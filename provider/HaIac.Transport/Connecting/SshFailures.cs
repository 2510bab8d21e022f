using HaIac.Transport.Addressing;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Connecting;

/// <summary>Names the failures of the OpenSSH client, which has one exit status (255) for all of them, by what it says.</summary>
internal static class SshFailures
{
    /// <summary>
    /// Whether the way to the host broke and ssh does not say why: what a jump host or a proxy says is hidden when the connection is to be shared.
    /// </summary>
    public static bool HidesTheReason(CommandResult result) =>
        result.ExitCode == 255 && result.Errors.Contains("Connection closed by", StringComparison.Ordinal);

    /// <summary>The finding for an exit status of 255.</summary>
    public static TransportException Of(SshAddress address, SshHost host, Command command, CommandResult result)
    {
        var said = result.Errors;
        var reason = SshReasons.In(said);
        if (reason == SshReason.HostKey)
        {
            var changed = said.Contains("HAS CHANGED", StringComparison.Ordinal);
            return Make(
                TransportFailure.HostKey,
                changed ? $"Host {OnTheWay(host)} shows another key than the known one." : $"The key of host {OnTheWay(host)} is not known.",
                changed
                    ? "The host was installed anew, or another machine answers in its place."
                    : $"Host key checking is on, and {address.KnownHostsFile ?? "no known-hosts file"} has {(address.KnownHostsFile is null ? "its key" : "no key for it")}.",
                changed
                    ? $"If that is expected, remove the old key ({KeygenLine("-R", address, host)}) and add the new one."
                    : $"Check its key and add it ({ScanLine(address, host)}), or set strictHostKeyChecking=accept-new in the address.");
        }

        if (reason == SshReason.Login)
        {
            return Make(
                TransportFailure.LoginRefused,
                $"Host {OnTheWay(host)} does not let {(address.User is null ? "this user" : $"user {address.User}")} log in.",
                Identity(address),
                $"Put the public key into ~/.ssh/authorized_keys of that user on {host.Name}, or name the right key with identity=FILE in the address.");
        }

        if (reason == SshReason.Unreachable)
        {
            return Make(
                TransportFailure.Unreachable,
                $"No connection to host {OnTheWay(host)}.",
                said.Contains("resolve", StringComparison.Ordinal) || said.Contains("not known", StringComparison.Ordinal)
                    ? "Its name is not known here."
                    : "The host is down, sshd does not run there, or the network does not lead to it.",
                "Check the name and the port in the address, and that the host is up.");
        }

        return Make(
            TransportFailure.ConnectionLost,
            $"The connection to host {host} broke while {command} ran.",
            "The host went down, or the network to it broke.",
            "Run again when the host is back, or name more hosts in the address.",
            command.ChangesCluster);

        string OnTheWay(SshHost last) => address.Jumps.Count == 0 ? $"{last}" : $"{last} (or {string.Join(", ", address.Jumps)} on the way to it)";

        TransportException Make(TransportFailure kind, string what, string why, string mend, bool outcomeUnknown = false)
        {
            var lines = result.FirstErrorLines();
            return new TransportException(
                kind,
                what,
                $"cluster {address.Text}, command: {command}",
                lines.Count == 0 ? why : $"{why}\nssh said: {string.Join("\n", lines)}",
                mend)
            {
                Command = command.ToString(),
                Node = host.Name,
                Exit = new CrmExit(result.ExitCode),
                ErrorLines = lines,
                OutcomeUnknown = outcomeUnknown,
            };
        }
    }

    /// <summary>The finding for an address of which no host can be used.</summary>
    public static TransportException NoHost(SshAddress address, IReadOnlyList<TransportException> faults)
    {
        if (faults.Count == 1)
        {
            return faults[0];
        }

        var first = faults[0];
        return new TransportException(
            first.Kind,
            $"None of the {faults.Count} hosts of the cluster can be used.",
            $"cluster {address.Text}",
            string.Join("\n", faults.Select(f => $"{f.Node}: {f.Code} {f.What} {f.Why}")),
            string.Join("\n", faults.Select(f => f.Mend).Distinct()),
            first)
        {
            Command = first.Command,
            Node = first.Node,
            Exit = first.Exit,
            ErrorLines = first.ErrorLines,
        };
    }

    /// <summary>The finding for a configuration file that is not there.</summary>
    public static TransportException NoConfiguration(SshAddress address, string file) =>
        new(
            TransportFailure.BadAddress,
            $"The ssh configuration file {file} does not exist.",
            $"cluster {address.Text}, option config",
            "The address names it, so that ssh reads it instead of the user's own.",
            "Correct the path (relative paths start from the program's folder), or leave the option out.");

    private static string Identity(SshAddress address) => address.IdentityFile switch
    {
        null => "None of the keys that ssh found by itself is accepted.",
        var file when !File.Exists(file) => $"The key file {file} does not exist.",
        var file => $"The key {file} is not accepted there, cannot be read, or needs a passphrase that no agent holds.",
    };

    private static string ScanLine(SshAddress address, SshHost host) =>
        $"ssh-keyscan {(host.Port is { } port ? $"-p {port} " : "")}{host.Name} >> {address.KnownHostsFile ?? "~/.ssh/known_hosts"}";

    private static string KeygenLine(string option, SshAddress address, SshHost host) =>
        $"ssh-keygen {option} '{(host.Port is { } port ? $"[{host.Name}]:{port}" : host.Name)}' -f {address.KnownHostsFile ?? "~/.ssh/known_hosts"}";
}
