using System.Collections.Immutable;
using HaIac.Provider.Shapes;
using Pulumi.Experimental;

namespace HaIac.Provider.Reading;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>
/// Lays what a cluster has over what was declared. Only declared values are looked at: what others added is not ours, and what an operator sets
/// (target-role, is-managed, maintenance) is no drift. A value that still means the same keeps the spelling of the program.
/// </summary>
internal static class LiveValues
{
    private static readonly HashSet<string> s_operatorState = new(StringComparer.Ordinal) { "target-role", "is-managed", "maintenance" };

    /// <summary>The declared properties with the values of the cluster; those that it has no more are left out.</summary>
    public static Fields Of(ObjectShape shape, Fields declared, Fields live)
    {
        var result = declared;
        foreach (var (name, value) in declared)
        {
            if (shape.Find(name) is { } field && Value(field.Shape, value, live.GetValueOrDefault(name)) is var now)
            {
                result = now is null ? result.Remove(name) : result.SetItem(name, now);
            }
        }

        return result;
    }

    private static PropertyValue? Value(Shape shape, PropertyValue declared, PropertyValue? live) => shape switch
    {
        TextMapShape map when declared.TryGetMap(out var fields) =>
            new PropertyValue(Map(map, fields, live is not null && live.TryGetMap(out var there) ? there : Fields.Empty)).WithSecret(declared.IsSecret),
        ObjectShape nested when declared.TryGetMap(out var fields) && live is not null && live.TryGetMap(out var there) =>
            new PropertyValue(Of(nested, fields, there)).WithSecret(declared.IsSecret),
        ListShape list when declared.TryGetArray(out var items) =>
            new PropertyValue(List(list, items, live is not null && live.TryGetArray(out var there) ? there : [])).WithSecret(declared.IsSecret),
        _ when live is null => Default(shape, declared),
        _ => shape.SameMeaning(declared, live) ? declared : live.WithSecret(declared.IsSecret),
    };

    /// <summary>A declared "no" is as good as nothing in the cluster; a declared interval of 0 is what an operation without one has.</summary>
    private static PropertyValue? Default(Shape shape, PropertyValue declared) =>
        (shape is FlagShape && FlagShape.Read(declared) == false) || (TextShape.AsText(declared) is { } text && ReferenceEquals(shape, Texts.Duration) && Texts.Duration.Meaning(text) == "0s")
            ? declared
            : null;

    private static Fields Map(TextMapShape shape, Fields declared, Fields live)
    {
        var result = declared;
        foreach (var (name, value) in declared)
        {
            if (s_operatorState.Contains(name))
            {
                continue;
            }

            result = !live.TryGetValue(name, out var now) ? result.Remove(name)
                : shape.ValueOf(name).SameMeaning(value, now) ? result
                : result.SetItem(name, now.WithSecret(value.IsSecret));
        }

        return result;
    }

    private static ImmutableArray<PropertyValue> List(ListShape shape, ImmutableArray<PropertyValue> declared, ImmutableArray<PropertyValue> live)
    {
        var rest = live.ToList();
        var result = ImmutableArray.CreateBuilder<PropertyValue>();
        foreach (var item in declared)
        {
            if (!item.TryGetMap(out var fields))
            {
                continue;
            }

            var same = rest.Where(candidate => candidate.TryGetMap(out var map) && shape.Key(map) == shape.Key(fields)).ToList();
            if ((same.Find(candidate => shape.Item.SameMeaning(item, candidate)) ?? same.FirstOrDefault()) is { } found && found.TryGetMap(out var there))
            {
                rest.Remove(found);
                result.Add(new PropertyValue(Of(shape.Item, fields, there)).WithSecret(item.IsSecret));
            }
        }

        // What others added to a list that means an order is part of what the resource is now.
        if (shape.Ordered)
        {
            result.AddRange(rest);
        }

        return result.ToImmutable();
    }
}
