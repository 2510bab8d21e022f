using HaIac.Cib.Values;
using HaIac.Transport.Running;

namespace HaIac.Transport.Nodes.Reaching;

/// <summary>Asks a host which node of the cluster it is.</summary>
internal static class OwnName
{
    // Where the cluster does not run, nodes have the names of their hosts as a rule; crm_node may wait for a cluster that is starting.
    private const string Script = "timeout 10 crm_node -n 2>/dev/null || uname -n";

    /// <summary>The command.</summary>
    /// <param name="limit">Its limit.</param>
    public static Command Command(TimeSpan limit) => new() { Program = "sh", Arguments = ["-c", Script], Title = "crm_node -n", Timeout = limit };

    /// <summary>The name in its answer; null if there is none.</summary>
    public static NodeName? In(CommandResult result) =>
        result.ExitCode == 0 && NodeName.TryParse(result.Output.Trim(), out var name, out _) ? name : null;
}
