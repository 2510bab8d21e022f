using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Tooling;

/// <summary>Names the failures of Pacemaker's tools by their exit status.</summary>
internal static class ToolFailures
{
    /// <summary>The finding for a command that ended with a status other than 0.</summary>
    public static TransportException Of(Command command, CommandResult result, string address)
    {
        var exit = new CrmExit(result.ExitCode);
        var (kind, why, mend) = Explain(exit, command, result);
        if (kind == TransportFailure.ToolMissing)
        {
            return RunFailures.ToolMissing(command, result.Node);
        }

        // After a refused change cibadmin prints the CIB that it would have been, which is no message and may hold secrets.
        var lines = result.FirstErrorLines().Where(line => !line.StartsWith('<')).ToValueList();
        return new TransportException(
            kind,
            $"{command} ended with {exit}.",
            $"cluster {address}, {RunFailures.Host(result.Node)}",
            lines.Count == 0 ? why : $"{why}\nThe tool said: {string.Join("\n", lines)}",
            mend)
        {
            Command = command.ToString(),
            Node = result.Node,
            Exit = exit,
            ErrorLines = lines,

            // When the CIB manager goes away or is late, it may have taken the change all the same.
            OutcomeUnknown = command.ChangesCluster && (exit == CrmExit.TimedOut || exit == CrmExit.Disconnected && !NeverConnected(result)),
        };
    }

    private static (TransportFailure Kind, string Why, string Mend) Explain(CrmExit exit, Command command, CommandResult result) => exit.Number switch
    {
        4 or 77 => (
            TransportFailure.NotPermitted,
            "The user that runs the tools may not do this: Pacemaker's ACLs forbid it, or the user is not in group haclient.",
            "Log in as root or as a user whose ACL role may write the configuration."),
        76 => (
            TransportFailure.NewerFeatureSet,
            "The configuration was written by a Pacemaker that is newer than these tools, so they refuse it.",
            "Use tools of the cluster's own version: run them on a node (ssh://…), or upgrade pacemaker-cli-utils here."),
        78 => (
            TransportFailure.Refused,
            "The configuration would not conform to the cluster's schema. Nothing was applied.",
            "Correct the object that the reasons name."),
        102 => (
            TransportFailure.ClusterDown,
            "Pacemaker does not run on this host, or its CIB manager went away.",
            "Start the cluster there (systemctl start corosync pacemaker), or name another host in the address."),
        103 => (
            TransportFailure.Stale,
            "The configuration was changed by somebody else after it was read. Nothing was applied.",
            "Read the configuration again and repeat the change."),
        105 => (
            TransportFailure.UnknownResource,
            "The object that the command names does not exist.",
            "Check the name; haiac cluster status lists what the cluster has."),
        106 => (
            TransportFailure.NoQuorum,
            "The partition that this host belongs to has no quorum, so it may not change the configuration.",
            "Bring back enough nodes, or name a host of the other partition in the address."),
        124 => (
            TransportFailure.TimedOut,
            "The tool or the CIB manager did not answer in time.",
            "Look at the load of the host and at its Pacemaker log, then run again."),
        127 => (TransportFailure.ToolMissing, "", ""),
        _ => (
            TransportFailure.CommandFailed,
            $"The tool reports {exit.Name}.",
            $"Run {command.Program} by hand {(result.Node is { } node ? $"on {node}" : "here")} to see more."),
    };

    private static bool NeverConnected(CommandResult result) =>
        result.Errors.Contains("ould not connect to the CIB", StringComparison.Ordinal)
        || result.Errors.Contains("Init failed", StringComparison.Ordinal)
        || result.Errors.Contains("Signon to CIB failed", StringComparison.Ordinal);
}
