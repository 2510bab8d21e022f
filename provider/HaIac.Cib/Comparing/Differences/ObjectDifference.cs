using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>What differs about one object. Objects are what stands at the top of a section, and every resource inside another one.</summary>
public sealed record ObjectDifference
{
    /// <summary>Its id; the tag when it has none (the attributes of <c>cib</c> itself).</summary>
    public required string Id { get; init; }

    /// <summary>Its tag, as in <c>primitive</c> or <c>rsc_order</c>.</summary>
    public required string Tag { get; init; }

    /// <summary>The section of the configuration; empty for <c>cib</c> itself.</summary>
    public required string Section { get; init; }

    /// <summary>What became of it.</summary>
    public required DifferenceKind Kind { get; init; }

    /// <summary>The resource that holds it, in the later document, or in the earlier one when it is removed; null at the top of a section.</summary>
    public string? Holder { get; init; }

    /// <summary>Where it stood, when it moved; null otherwise.</summary>
    public ObjectPlace? From { get; init; }

    /// <summary>Where it stands now, when it moved; null otherwise.</summary>
    public ObjectPlace? To { get; init; }

    /// <summary>The values that differ; all of its values when it was added or removed.</summary>
    public ValueList<AttributeDifference> Attributes { get; init; } = [];

    /// <summary>Values that operators set while a cluster runs: target-role, is-managed, maintenance, standby.</summary>
    public ValueList<AttributeDifference> OperatorState { get; init; } = [];

    /// <summary>Whether the whole object is operator state: the location constraints that <c>crm_resource --ban</c> and <c>--move</c> make.</summary>
    public bool IsOperatorMade { get; init; }

    /// <summary>Whether nothing but operator state differs.</summary>
    public bool IsOperatorStateOnly => IsOperatorMade || (Kind == DifferenceKind.Changed && Attributes.Count == 0 && From is null && OperatorState.Count > 0);
}
