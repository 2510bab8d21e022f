using HaIac.Cib.Values;

namespace HaIac.Operating.Scripts;

/// <summary>Where the scripts of agents are on a node.</summary>
/// <remarks>Source: OCF resource agent API, agent directories: <c>ROOT/resource.d/PROVIDER/TYPE</c>.</remarks>
internal static class AgentPaths
{
    /// <summary>The agent root that Pacemaker is built with in every distribution.</summary>
    public const string UsualRoot = "/usr/lib/ocf";

    /// <summary>The script of an agent; null if the agent is no script of class ocf.</summary>
    public static string? Of(AgentName agent, string root = UsualRoot) =>
        agent is { Standard: "ocf", Provider: { } provider } ? $"{root}/resource.d/{provider}/{agent.Type}" : null;

    /// <summary>The agent whose script is at a path; null if no agent's is.</summary>
    public static AgentName? At(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 3 && parts[^3] == "resource.d" && AgentName.TryParse($"ocf:{parts[^2]}:{parts[^1]}", out var agent, out _) ? agent : null;
    }
}
