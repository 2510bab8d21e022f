using Pulumi.Experimental;

namespace HaIac.Provider.Shapes;

/// <summary>A list of texts whose order means nothing: nodes, units.</summary>
/// <param name="Holds">What the list holds, for messages.</param>
/// <param name="Item">The shape of each item.</param>
internal sealed record TextListShape(string Holds, TextShape Item) : Shape
{
    public override string Expected => $"a list of {Holds}";

    public override bool SameMeaning(PropertyValue left, PropertyValue right) =>
        left.IsComputed || right.IsComputed
            ? left.IsComputed && right.IsComputed
            : Meanings(left) is { } one && Meanings(right) is { } other && one.SetEquals(other);

    private HashSet<string>? Meanings(PropertyValue value) => value.TryGetArray(out var items)
        ? items.Select(item => TextShape.AsText(item) is { } text ? Item.Meaning(text) : "").ToHashSet(StringComparer.Ordinal)
        : null;
}
