using HaIac.Cib.Documents;

namespace HaIac.Cli.Cibs.Showing;

/// <summary>What operators set by hand and programs leave alone: it says how things are meant to be for now, not how they are configured.</summary>
internal static class OperatorState
{
    /// <summary>Whether a meta attribute of a resource is.</summary>
    public static bool OfResource(string name) => name is "target-role" or "is-managed" or "maintenance";

    /// <summary>Whether an attribute of a node is.</summary>
    public static bool OfNode(string name) => name is "standby" or "maintenance";

    /// <summary>Whether a cluster option is.</summary>
    public static bool OfCluster(string name) => name is "maintenance-mode" or "stop-all-resources";

    /// <summary>Whether a constraint was made by moving or banning a resource.</summary>
    public static bool IsMove(CibElement constraint) =>
        constraint.Id is { } id && (id.StartsWith("cli-ban-", StringComparison.Ordinal) || id.StartsWith("cli-prefer-", StringComparison.Ordinal));
}
