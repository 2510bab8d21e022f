namespace HaIac.Engine.Rendering;

/// <summary>How the fields of an object change, in the order of their names.</summary>
internal sealed class ObjectChange
{
    /// <summary>Change of each field.</summary>
    public SortedDictionary<string, ValueChange> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>True if any field changes.</summary>
    public bool Any => Fields.Values.Any(change => change.Sign != ChangeSign.Same);
}
