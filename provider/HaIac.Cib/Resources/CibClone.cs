namespace HaIac.Cib.Resources;

/// <summary>A resource that runs in several instances, by default one on every node.</summary>
/// <remarks>Source: Pacemaker Explained, Clones; resources-3.9.rng element-clone.</remarks>
public sealed record CibClone : CibResource
{
    /// <summary>What is cloned: a primitive or a group.</summary>
    public required CibResource Inner { get; init; }

    /// <summary>Whether instances can be promoted: the meta attribute <c>promotable</c>, which has no other place in this record.</summary>
    /// <value>Default: null, not set, which Pacemaker takes for false.</value>
    public bool? Promotable { get; init; }

    /// <inheritdoc/>
    public override string Tag => "clone";
}
