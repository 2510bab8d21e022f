namespace HaIac;

/// <summary>Names of agents as far as they can be judged without a cluster.</summary>
internal static class AgentNames
{
    /// <summary>What a name lacks; null if it has all its parts. Which agents there are only the nodes know.</summary>
    public static string? Problem(string agent) => agent.Split(':') switch
    {
        ["ocf", { Length: > 0 }, { Length: > 0 }] => null,
        ["ocf", ..] => "an OCF agent has a provider and a type: ocf:PROVIDER:TYPE",
        [{ Length: > 0 }, { Length: > 0 }] => null,
        [{ Length: > 0 }, ""] => "the type behind the colon is missing",
        _ => "the form is STANDARD:TYPE, or ocf:PROVIDER:TYPE",
    };

    /// <summary>Where the script of an OCF agent is, below the root of agents; null for other agents.</summary>
    public static string? ScriptPath(string? agent, string root) =>
        agent?.Split(':') is ["ocf", { Length: > 0 } provider, { Length: > 0 } type] ? $"{root.TrimEnd('/')}/resource.d/{provider}/{type}" : null;
}
