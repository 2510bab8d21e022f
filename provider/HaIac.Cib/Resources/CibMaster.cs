namespace HaIac.Cib.Resources;

/// <summary>A promotable clone in the words of Pacemaker 1: read, kept and written back as it is.</summary>
/// <remarks>
/// <see cref="Upgrading.LegacyUpgrade"/> makes a promotable <see cref="CibClone"/> of it when asked to; Pacemaker 3 no longer knows the element.
/// Source: Pacemaker Explained, Clones, Promotable Clones; resources-3.9.rng element-master.
/// </remarks>
public sealed record CibMaster : CibResource
{
    /// <summary>What is cloned: a primitive or a group.</summary>
    public required CibResource Inner { get; init; }

    /// <inheritdoc/>
    public override string Tag => "master";
}
