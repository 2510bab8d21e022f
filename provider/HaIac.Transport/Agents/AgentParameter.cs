namespace HaIac.Transport.Agents;

/// <summary>One instance attribute that an agent takes.</summary>
public sealed record AgentParameter
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>True if a resource of this agent cannot do without it.</summary>
    public bool Required { get; init; }

    /// <summary>True if its value (or that of its unique group) must differ between resources on one node.</summary>
    public bool Unique { get; init; }

    /// <summary>True if a change takes effect without a restart.</summary>
    public bool Reloadable { get; init; }

    /// <summary>True if the agent says that it should not be used any more.</summary>
    public bool Deprecated { get; init; }

    /// <summary>Type as the agent states it: string, integer, boolean, select, time, ...; empty if it states none.</summary>
    public string Type { get; init; } = "";

    /// <summary>The value that is used when none is set; null if there is none.</summary>
    public string? Default { get; init; }

    /// <summary>One line about it.</summary>
    public string ShortDescription { get; init; } = "";
}
