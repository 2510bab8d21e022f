using System.Collections.Immutable;
using HaIac.Provider.Shapes;
using Pulumi.Experimental;

namespace HaIac.Provider.Composing;

/// <summary>What can be said of every resource of the program, whatever it stands for: whose it is as a whole, and whether it is switched off.</summary>
internal static class ObjectSettings
{
    /// <summary>Switches the resource off: nothing is read into, written to or taken out of the cluster for it.</summary>
    public const string Noop = "noop";

    /// <summary>What of its objects is ours: <c>declared</c>, or <c>all</c> that they have.</summary>
    public const string Owns = "owns";

    /// <summary>The shape with these properties, where it has none of that name.</summary>
    /// <param name="shape">The shape of a resource type.</param>
    /// <param name="canBeWhole">Whether its objects can be wholly ours; options of the cluster cannot.</param>
    public static ObjectShape AddTo(ObjectShape shape, bool canBeWhole)
    {
        Field[] fields = canBeWhole
            ? [new(Owns, Texts.OneOf("declared", "all")), new(Noop, new FlagShape())]
            : [new(Noop, new FlagShape())];
        return new(shape.Name, [.. shape.Fields, .. fields.Where(field => shape.Find(field.Name) is null)]) { Rules = shape.Rules };
    }

    /// <summary>Whether the resource is switched off. A value that is known only after up does not switch it off before.</summary>
    public static bool IsOff(ImmutableDictionary<string, PropertyValue> fields) => fields.TryGetValue(Noop, out var value) && FlagShape.Read(value) == true;

    /// <summary>Whether the objects are wholly ours.</summary>
    public static bool OwnsAll(ImmutableDictionary<string, PropertyValue> fields) =>
        fields.TryGetValue(Owns, out var value) && TextShape.AsText(value) == "all";
}
