namespace HaIac.Operating.Reporting;

/// <summary>A setting as it counts for a resource, and where it comes from.</summary>
/// <param name="Value">The value in Pacemaker's spelling.</param>
/// <param name="Source">Where it is set: <c>clone api-clone</c>, <c>rsc_defaults</c>, <c>node ctl1 (maintenance)</c>; <c>Pacemaker's default</c> where nothing sets it.</param>
internal sealed record EffectiveValue(string Value, string Source)
{
    /// <summary>What the value is where nothing sets it.</summary>
    public const string DefaultSource = "Pacemaker's default";

    /// <summary>The id of the resource, template or set that holds it; null where it is a default or a state of node or cluster.</summary>
    public string? Holder { get; init; }

    /// <summary>Whether it reads as true.</summary>
    public bool IsTrue => Value is "true" or "yes" or "on" or "1" or "y";

    /// <summary>Value and source.</summary>
    public override string ToString() => $"{Value} ({Source})";
}
