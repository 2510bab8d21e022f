using System.Collections.Immutable;
using Pulumi.Experimental;

namespace HaIac.Provider.Shapes;

/// <summary>An object with known properties.</summary>
/// <param name="Name">What it is, for messages: "a primitive".</param>
/// <param name="Fields">Its properties.</param>
internal sealed record ObjectShape(string Name, ImmutableArray<Field> Fields) : Shape
{
    private readonly ImmutableDictionary<string, Field> _byName = Fields.ToImmutableDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>Rules that look at more than one property; they run when every property by itself is fine.</summary>
    public Action<Checking.ObjectUnderCheck>? Rules { get; init; }

    public override string Expected => Name;

    /// <summary>The property of this name; null when there is none.</summary>
    public Field? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>This shape with some properties marked as required.</summary>
    public ObjectShape Requiring(params string[] names) =>
        new(Name, [.. Fields.Select(field => names.Contains(field.Name) ? field with { Required = true } : field)]) { Rules = Rules };

    public override bool SameMeaning(PropertyValue left, PropertyValue right)
    {
        if (left.IsComputed || right.IsComputed)
        {
            return left.IsComputed && right.IsComputed;
        }

        return left.TryGetMap(out var one) && right.TryGetMap(out var other)
            && one!.Keys.Union(other!.Keys).All(key => (one.TryGetValue(key, out var a), other.TryGetValue(key, out var b)) switch
            {
                (true, true) => Find(key) is { } field ? field.Shape.SameMeaning(a!, b!) : a!.Equals(b),
                (true, false) => a!.IsNull,
                (false, true) => b!.IsNull,
                _ => true,
            });
    }
}
