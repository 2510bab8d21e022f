using System.Collections.Immutable;
using Pulumi.Experimental;

namespace HaIac.Provider.Shapes;

/// <summary>A list of objects of one shape.</summary>
/// <param name="Holds">What the list holds, for messages.</param>
/// <param name="Item">The shape of each item.</param>
/// <param name="Key">
/// What makes two items the same one in two versions of the list. Items are paired by it and not by their place, so that moving an operation
/// is no change.
/// </param>
/// <param name="Ordered">Whether the order of the items means something to the cluster.</param>
internal sealed record ListShape(string Holds, ObjectShape Item, Func<ImmutableDictionary<string, PropertyValue>, string> Key, bool Ordered) : Shape
{
    public override string Expected => $"a list of {Holds}";

    public override bool SameMeaning(PropertyValue left, PropertyValue right)
    {
        if (left.IsComputed || right.IsComputed)
        {
            return left.IsComputed && right.IsComputed;
        }

        if (!left.TryGetArray(out var one) || !right.TryGetArray(out var other) || one.Length != other.Length)
        {
            return false;
        }

        if (Ordered)
        {
            return one.Zip(other).All(pair => Item.SameMeaning(pair.First, pair.Second));
        }

        var rest = other.ToList();
        return one.All(item => rest.FindIndex(candidate => Item.SameMeaning(item, candidate)) is >= 0 and var index && Take(rest, index));
    }

    private static bool Take(List<PropertyValue> rest, int index)
    {
        rest.RemoveAt(index);
        return true;
    }
}
