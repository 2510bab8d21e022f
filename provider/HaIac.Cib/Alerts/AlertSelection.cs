using HaIac.Cib.Values;

namespace HaIac.Cib.Alerts;

/// <summary>What an alert is told about.</summary>
/// <remarks>Source: Pacemaker Explained, Alerts, Alert Filters; alerts-3.9.rng select.</remarks>
public sealed record AlertSelection
{
    /// <summary>Nodes that join, leave or change their state (<c>select_nodes</c>). Default: false.</summary>
    public bool Nodes { get; init; }

    /// <summary>Fencing (<c>select_fencing</c>). Default: false.</summary>
    public bool Fencing { get; init; }

    /// <summary>Operations of resources (<c>select_resources</c>). Default: false.</summary>
    public bool Resources { get; init; }

    /// <summary>Changes of node attributes (<c>select_attributes</c>). Default: null, none.</summary>
    /// <value>The names of the attributes; empty means all of them. Names that others add survive.</value>
    public ValueList<string>? Attributes { get; init; }
}
