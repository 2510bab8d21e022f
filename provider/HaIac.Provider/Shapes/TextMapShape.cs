using System.Collections.Immutable;
using Pulumi.Experimental;

namespace HaIac.Provider.Shapes;

/// <summary>Names with texts: instance attributes, meta attributes, cluster properties.</summary>
/// <param name="Holds">What the map holds, for messages.</param>
/// <param name="Value">The shape of each value.</param>
/// <param name="ValueByName">Names whose values have a shape of their own; null: none has.</param>
internal sealed record TextMapShape(string Holds, TextShape Value, ImmutableDictionary<string, TextShape>? ValueByName = null) : Shape
{
    public override string Expected => $"a map of {Holds}, each name with a text";

    /// <summary>The shape of the value of one name.</summary>
    public TextShape ValueOf(string name) => ValueByName?.GetValueOrDefault(name) ?? Value;

    public override bool SameMeaning(PropertyValue left, PropertyValue right) =>
        left.IsComputed || right.IsComputed
            ? left.IsComputed && right.IsComputed
            : left.TryGetMap(out var one) && right.TryGetMap(out var other)
                && one!.Count == other!.Count
                && one.All(pair => other.TryGetValue(pair.Key, out var value) && ValueOf(pair.Key).SameMeaning(pair.Value, value));
}
