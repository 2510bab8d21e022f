namespace HaIac.Transport.Agents;

/// <summary>One action of an agent with the timing that it advises. Texts are Pacemaker's durations, as the agent wrote them.</summary>
public sealed record AgentAction
{
    /// <summary>Its name: start, stop, monitor, promote, ...</summary>
    public required string Name { get; init; }

    /// <summary>The advised limit, for example <c>20s</c>; null if none is advised.</summary>
    public string? Timeout { get; init; }

    /// <summary>The advised time between two runs; null if none is advised.</summary>
    public string? Interval { get; init; }

    /// <summary>The role the advice is for, in the agent's words; null: any.</summary>
    public string? Role { get; init; }

    /// <summary>Depth of the check (<c>OCF_CHECK_LEVEL</c>); null if not stated.</summary>
    public string? Depth { get; init; }
}
