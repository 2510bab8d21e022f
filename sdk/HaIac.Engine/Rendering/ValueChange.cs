using HaIac.Protocol.Properties;

namespace HaIac.Engine.Rendering;

/// <summary>How a value changes.</summary>
/// <param name="Sign">What happens to it.</param>
/// <param name="Old">Value before; null for an added one.</param>
/// <param name="New">Value after; null for a deleted one.</param>
internal sealed record ValueChange(ChangeSign Sign, WireValue? Old, WireValue? New)
{
    /// <summary>Changes of the fields, if both values are maps.</summary>
    public ObjectChange? Fields { get; init; }

    /// <summary>Changes of the elements by index, if both values are lists.</summary>
    public SortedDictionary<int, ValueChange>? Items { get; init; }

    /// <summary>A value that was not there.</summary>
    /// <param name="value">The value.</param>
    public static ValueChange Added(WireValue value) => new(ChangeSign.Added, null, value);

    /// <summary>A value that will not be there.</summary>
    /// <param name="value">The value.</param>
    public static ValueChange Deleted(WireValue value) => new(ChangeSign.Deleted, value, null);

    /// <summary>A value that stays as it is.</summary>
    /// <param name="value">The value.</param>
    public static ValueChange Same(WireValue value) => new(ChangeSign.Same, value, value);
}
