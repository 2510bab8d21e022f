using System.Collections.Immutable;
using HaIac.Cib.Comparing;
using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Options;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Provider.Composing;
using HaIac.Provider.Shapes;
using Pulumi.Experimental;

namespace HaIac.Provider.Reading;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>Reads the inputs of a resource back from the cluster: for a refresh what became of the declared values, for an import everything.</summary>
internal sealed class StateReader(ObjectShape shape, Func<Inputs, Composition> compose, Ownership? ownership = null)
{
    /// <summary>The objects of inputs; null when they are not complete enough to make any.</summary>
    public Composition? TryCompose(Fields inputs)
    {
        var known = shape.Fields.Where(field => field.Required || field.Name == "cibId").All(field => inputs.ContainsKey(field.Name));
        return known ? compose(new(inputs)) : null;
    }

    /// <summary>The inputs as the cluster has them.</summary>
    /// <param name="id">The id of the outermost object.</param>
    /// <param name="declared">The inputs of the state; empty for an import.</param>
    /// <param name="composition">Their objects; null for an import.</param>
    /// <param name="cib">The configuration.</param>
    /// <returns>Null when the object is gone.</returns>
    public Fields? Read(string id, Fields declared, Composition? composition, CibDocument cib)
    {
        if (composition is null)
        {
            return Import(id, cib);
        }

        var live = composition.Objects.Select(item => (item.Id, Live: cib.Find(item.Id))).Where(pair => pair.Live is not null)
            .ToDictionary(pair => pair.Id.Value, pair => pair.Live!, StringComparer.Ordinal);
        // A service whose primitive is declared elsewhere has constraints at most; it lives as long as its program declares it.
        return live.ContainsKey(composition.Outer) || composition.Objects[0] is ClusterProperties or CibConstraint && shape.Find("cibId") is null ? Refresh(declared, composition, live) : null;
    }

    private ReadingRules Rules(Fields declared) => new((ownership ?? Ownership.Declared) with { Whole = ObjectSettings.OwnsAll(declared) });

    private Fields? Import(string id, CibDocument cib)
    {
        var live = CibId.TryParse(id, out var parsed, out _) ? cib.Find(parsed) : null;
        var fields = live is null ? null : Decomposer.Inputs(live);
        // The kind must fit: an import of a clone as a primitive finds nothing.
        return fields is not null && fields.Keys.All(key => shape.Find(key) is not null) && shape.Fields.All(field => !field.Required || fields.ContainsKey(field.Name))
            ? fields
            : null;
    }

    private Fields? Refresh(Fields declared, Composition composition, Dictionary<string, CibObject> live)
    {
        if (shape.Find("cibId") is not null || composition.Objects[0] is ClusterProperties)
        {
            return live.TryGetValue(composition.Outer, out var found) && Decomposer.Inputs(found) is { } fields
                ? LiveValues.Of(shape, declared, fields, Rules(declared))
                : LiveValues.Of(shape, declared, Fields.Empty);
        }

        // A service: each of its parts is an object of its own.
        var result = declared;
        foreach (var name in declared.Keys)
        {
            var field = shape.Find(name);
            if (field?.Shape is ObjectShape part && declared[name].TryGetMap(out var map) && Part(map, live) is { } partLive)
            {
                result = result.SetItem(name, new(LiveValues.Of(part, map, partLive, Rules(declared))));
            }
            else if (field?.Shape is ListShape list && list.Item.Find("cibId") is not null && declared[name].TryGetArray(out var items))
            {
                result = result.SetItem(name, new([.. items
                    .Select(item => item.TryGetMap(out var entry) && Part(entry, live) is { } entryLive ? LiveValues.Of(list.Item, entry, entryLive, Rules(declared)) : null)
                    .OfType<Fields>().Select(entry => new PropertyValue(entry))]));
            }
        }

        return result;
    }

    private static Fields? Part(Fields declared, Dictionary<string, CibObject> live) =>
        declared.TryGetValue("cibId", out var id) && TextShape.AsText(id) is { } text && live.TryGetValue(text, out var found) ? Decomposer.Inputs(found) : null;
}
