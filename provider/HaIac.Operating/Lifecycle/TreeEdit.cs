using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Reporting;

namespace HaIac.Operating.Lifecycle;

/// <summary>Changes of meta attributes anywhere in one outermost resource, as one edit that names nothing else: what others write meanwhile is no conflict.</summary>
/// <param name="outer">The outermost resource as it was read.</param>
internal sealed class TreeEdit(CibResource outer)
{
    private readonly Dictionary<CibId, List<(string Name, string? Value)>> _values = [];
    private readonly Dictionary<CibId, List<(CibAttributeSet? Last, CibAttributeSet? Wanted)>> _sets = [];

    /// <summary>Whether nothing is to be changed.</summary>
    public bool IsEmpty => _values.Count == 0 && _sets.Count == 0;

    /// <summary>Sets a value, or takes it out (null), wherever the resource has it. What is so already is no change.</summary>
    public void Set(CibResource resource, string name, string? value)
    {
        if (EffectiveSettings.Own(resource, name) == value)
        {
            return;
        }

        foreach (var set in resource.FurtherMetaAttributes.Where(set => set.Rule is null && set.Pairs.ContainsKey(name)))
        {
            var rest = set.Pairs.Without(name);
            Sets(resource).Add((set, rest.Count == 0 && set.SharedPairs.Count == 0 ? null : set with { Pairs = rest }));
        }

        if (resource.MetaAttributes.Find(name) != value)
        {
            if (!_values.TryGetValue(resource.Id, out var values))
            {
                _values.Add(resource.Id, values = []);
            }

            values.RemoveAll(pair => pair.Name == name);
            values.Add((name, value));
        }
    }

    /// <summary>Puts in a set of its own.</summary>
    public void Add(CibResource resource, CibAttributeSet set) => Sets(resource).Add((null, set));

    /// <summary>Takes a set out.</summary>
    public void Remove(CibResource resource, CibAttributeSet set) => Sets(resource).Add((set, null));

    /// <summary>The edit; none if nothing is to be changed.</summary>
    public IReadOnlyList<CibEdit> ToEdits() => IsEmpty ? [] : [new PutObject(Side(outer, wanted: true), Side(outer, wanted: false))];

    private List<(CibAttributeSet? Last, CibAttributeSet? Wanted)> Sets(CibResource resource)
    {
        if (!_sets.TryGetValue(resource.Id, out var sets))
        {
            _sets.Add(resource.Id, sets = []);
        }

        return sets;
    }

    private CibResource Side(CibResource resource, bool wanted)
    {
        var bare = resource switch
        {
            CibPrimitive primitive => primitive with
            {
                Operations = [], OperationsId = null, OperationsFrom = null, Utilization = AttributeMap.Empty, FurtherUtilization = [],
            },
            CibGroup group => group with { Primitives = [.. group.Primitives.Select(member => (CibPrimitive)Side(member, wanted))] },
            CibClone clone => clone with { Promotable = null, Inner = Side(clone.Inner, wanted) },
            CibMaster master => master with { Inner = Side(master.Inner, wanted) },
            CibBundle bundle => bundle with { Network = null, Storage = [], Primitive = bundle.Primitive is { } inside ? (CibPrimitive)Side(inside, wanted) : null },
            _ => resource,
        };
        return bare with
        {
            Description = null,
            InstanceAttributes = AttributeMap.Empty,
            FurtherInstanceAttributes = [],
            MetaAttributes = Pairs(resource, wanted),
            FurtherMetaAttributes = [.. _sets.GetValueOrDefault(resource.Id, []).Select(set => wanted ? set.Wanted : set.Last).OfType<CibAttributeSet>()],
        };
    }

    private AttributeMap Pairs(CibResource resource, bool wanted) => AttributeMap.Of(
        from pair in _values.GetValueOrDefault(resource.Id, [])
        let value = wanted ? pair.Value : resource.MetaAttributes.Find(pair.Name)
        where value is not null
        select KeyValuePair.Create(pair.Name, value));
}
