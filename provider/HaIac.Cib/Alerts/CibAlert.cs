using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Alerts;

/// <summary>A program that every node runs when something happens in the cluster, once per recipient.</summary>
/// <remarks>Source: Pacemaker Explained, Alerts; alerts-3.9.rng.</remarks>
public sealed record CibAlert : CibObject
{
    /// <summary>The program, by its path on every node.</summary>
    public required string Path { get; init; }

    /// <summary>A text for people. Default: null.</summary>
    public string? Description { get; init; }

    /// <summary>What it is told about. Default: null, nodes, fencing and resources.</summary>
    public AlertSelection? Selection { get; init; }

    /// <summary>Whom it tells, one run each; those that others add survive. Default: none, one run without recipient.</summary>
    public ValueList<AlertRecipient> Recipients { get; init; } = [];

    /// <summary>Values that the program gets as environment variables of these names.</summary>
    public AttributeMap InstanceAttributes { get; init; } = AttributeMap.Empty;

    /// <summary>Settings for the cluster: enabled (boolean, default true), timeout (duration, default 30s), timestamp-format (default %H:%M:%S.%06N).</summary>
    public AttributeMap MetaAttributes { get; init; } = AttributeMap.Empty;

    /// <summary>Instance attributes that have a score, hold only while a rule does, or stand elsewhere.</summary>
    public ValueList<CibAttributeSet> FurtherInstanceAttributes { get; init; } = [];

    /// <summary>Meta attributes that have a score, hold only while a rule does, or stand elsewhere.</summary>
    public ValueList<CibAttributeSet> FurtherMetaAttributes { get; init; } = [];

    /// <inheritdoc/>
    public override string Tag => "alert";
}
