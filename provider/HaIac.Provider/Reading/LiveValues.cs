using System.Collections.Immutable;
using HaIac.Provider.Shapes;
using Pulumi.Experimental;

namespace HaIac.Provider.Reading;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>
/// Lays what a cluster has over what was declared. Only declared values are looked at: what others added is not ours, unless the program says that the
/// whole object is. What operators set (target-role, is-managed, maintenance) is no drift in either case. A value that still means the same keeps the
/// spelling of the program.
/// </summary>
internal sealed class LiveValues
{
    private readonly ReadingRules _rules;

    private LiveValues(ReadingRules rules) => _rules = rules;

    /// <summary>The declared properties with the values of the cluster; those that it has no more are left out.</summary>
    /// <param name="shape">The shape of both.</param>
    /// <param name="declared">What was declared.</param>
    /// <param name="live">What the cluster has.</param>
    /// <param name="rules">What counts; null: declared values, but for operator state.</param>
    public static Fields Of(ObjectShape shape, Fields declared, Fields live, ReadingRules? rules = null) =>
        new LiveValues(rules ?? ReadingRules.Declared).Object(shape, declared, live);

    private Fields Object(ObjectShape shape, Fields declared, Fields live)
    {
        var result = declared;
        foreach (var (name, value) in declared)
        {
            // What is said of the resource of the program is not in the cluster.
            if (name is not (Composing.ObjectSettings.Noop or Composing.ObjectSettings.Owns) && shape.Find(name) is { } field
                && Value(field.Shape, value, live.GetValueOrDefault(name)) is var now)
            {
                result = now is null ? result.Remove(name) : result.SetItem(name, now);
            }
        }

        foreach (var (name, value) in _rules.Ownership.Whole ? live : Fields.Empty)
        {
            if (!declared.ContainsKey(name) && shape.Find(name) is { } field && Foreign(field.Shape, value) is { } foreign)
            {
                result = result.SetItem(name, foreign);
            }
        }

        return result;
    }

    private PropertyValue? Value(Shape shape, PropertyValue declared, PropertyValue? live) => shape switch
    {
        TextMapShape map when declared.TryGetMap(out var fields) =>
            new PropertyValue(Map(map, fields, live is not null && live.TryGetMap(out var there) ? there : Fields.Empty)).WithSecret(declared.IsSecret),
        ObjectShape nested when declared.TryGetMap(out var fields) && live is not null && live.TryGetMap(out var there) =>
            new PropertyValue(Object(nested, fields, there)).WithSecret(declared.IsSecret),
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

    /// <summary>What the cluster has where nothing is declared; null when it is nothing but what operators set.</summary>
    private PropertyValue? Foreign(Shape shape, PropertyValue live) =>
        shape is TextMapShape map && live.TryGetMap(out var fields)
            ? Map(map, Fields.Empty, fields) is { Count: > 0 } left ? new(left) : null
            : live;

    private Fields Map(TextMapShape shape, Fields declared, Fields live)
    {
        var result = declared;
        foreach (var (name, value) in declared.Where(pair => !IsOperatorState(shape, pair.Key)))
        {
            result = !live.TryGetValue(name, out var now) ? result.Remove(name)
                : shape.ValueOf(name).SameMeaning(value, now) ? result
                : result.SetItem(name, now.WithSecret(value.IsSecret));
        }

        return _rules.Ownership.Whole ? result.AddRange(live.Where(pair => !declared.ContainsKey(pair.Key) && !IsOperatorState(shape, pair.Key))) : result;
    }

    private bool IsOperatorState(TextMapShape shape, string name) => ReferenceEquals(shape, MetaShapes.Meta) && _rules.IsOperatorState(name);

    private ImmutableArray<PropertyValue> List(ListShape shape, ImmutableArray<PropertyValue> declared, ImmutableArray<PropertyValue> live)
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
                result.Add(new PropertyValue(Object(shape.Item, fields, there)).WithSecret(item.IsSecret));
            }
        }

        // What others added to a list that means an order is part of what the resource is now.
        if (shape.Ordered || _rules.Ownership.Whole)
        {
            result.AddRange(rest);
        }

        return result.ToImmutable();
    }
}
