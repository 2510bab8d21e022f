using HaIac.Cib.Values;

namespace HaIac.Transport.Agents;

/// <summary>What a resource agent says about itself.</summary>
/// <remarks>Source: the OCF resource agent API; <c>crm_resource --show-metadata</c>.</remarks>
public sealed record AgentMetadata
{
    /// <summary>The agent.</summary>
    public required AgentName Agent { get; init; }

    /// <summary>The version the agent states; empty if it states none.</summary>
    public string Version { get; init; } = "";

    /// <summary>One line about the agent.</summary>
    public string ShortDescription { get; init; } = "";

    /// <summary>The instance attributes it takes, in its order.</summary>
    public ValueList<AgentParameter> Parameters { get; init; } = [];

    /// <summary>The actions it offers, in its order; several monitors differ by role or interval.</summary>
    public ValueList<AgentAction> Actions { get; init; } = [];

    /// <summary>True if it has a promote action, so that a promotable clone of it makes sense.</summary>
    public bool CanBePromoted => Offers("promote");

    /// <summary>True if it takes over changed reloadable parameters without a restart.</summary>
    public bool CanReload => Offers("reload-agent");

    /// <summary>Whether the agent offers an action.</summary>
    /// <param name="action">The name of the action, for example <c>promote</c>.</param>
    /// <returns>True if it does.</returns>
    public bool Offers(string action) => Actions.Any(a => a.Name == action);
}
