using System.Collections.Immutable;
using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Identifiers;

namespace HaIac.Cib.Planning.Nesting;

/// <summary>Puts the live element of a resource into other holders, at the place where it stands. Values inside it are not looked at.</summary>
/// <param name="change">Which holders go and come.</param>
/// <param name="merge">Takes what is ours out of holders that go; logs what others changed there.</param>
/// <param name="ids">Where ids come from.</param>
/// <param name="writer">Who wrote the document last.</param>
internal sealed class NestingEdit(NestingChange change, ThreeSidedMerge merge, IdPool ids, LastWriter writer)
{
    private readonly List<CibFinding> _findings = [];

    /// <summary>Why it cannot be done, or what of others is lost by it.</summary>
    public IReadOnlyList<CibFinding> Findings => _findings;

    /// <summary>Ids of new holders that something else has.</summary>
    public List<string> TakenIds { get; } = [];

    /// <summary>The live element in its new holders; null, and an error among the findings, when that cannot be.</summary>
    /// <param name="live">The live element of what was outermost; null when it is not where it was applied.</param>
    /// <param name="holder">What it stands in; null when it stands at the top of the section.</param>
    public CibElement? Apply(CibElement? live, CibElement? holder)
    {
        if (live is null || live.Name != change.OldOuter.Tag || GoneElements(live) is not { } gone)
        {
            _findings.Add(NestingFindings.NestedByOthers(change, writer));
            return null;
        }

        if (holder is not null && !MayHold(holder.Name, change.NewOuter.Tag))
        {
            _findings.Add(NestingFindings.HeldByOthers(change, holder, writer));
            return null;
        }

        var ours = change.OldOuter.Ids.ToHashSet(StringComparer.Ordinal);
        var foreign = gone.SelectMany(Resources).Where(resource => !ours.Contains(resource.Id!)).ToList();
        if (foreign.Count > 0)
        {
            _findings.Add(EditFindings.HoldsForeign(change.OldOuter.Tag, Values.CibId.OfLive(change.OldOuter.Id), foreign, writer));
            return null;
        }

        var core = gone.IsEmpty ? live : Resources(gone[^1]).First(resource => resource.Id == change.Core.Id);
        ids.Release(live.IdsInside.Except(core.IdsInside, StringComparer.Ordinal));
        var rests = gone.Zip(change.Gone, (element, applied) => WithoutOurs(element, applied)).ToImmutableArray();
        if (change.Come.IsEmpty)
        {
            return rests.Reverse().Aggregate(core, (element, rest) => Inherit(element, rest));
        }

        // Of a group that is taken apart, what is not declared any more goes with it.
        var wrapped = core;
        for (var i = change.Come.Length - 1; i >= 0; i--)
        {
            var id = change.Come[i].Id;
            if (!ids.TryTake(id))
            {
                TakenIds.Add(id);
            }

            wrapped = new CibElement(change.Come[i].Tag, [("id", id)], wrapped);
        }

        return rests.Reverse().Aggregate(wrapped, (element, rest) => Inherit(element, rest));
    }

    /// <summary>The live elements of the holders that go; null when the core is not nested as it was applied.</summary>
    private ImmutableArray<CibElement>? GoneElements(CibElement live)
    {
        var gone = ImmutableArray.CreateBuilder<CibElement>();
        var next = live;
        foreach (var inner in change.Gone.Skip(1).Append(change.Core).Take(change.Gone.Length))
        {
            gone.Add(next);
            if (Resources(next).FirstOrDefault(resource => resource.Id == inner.Id && resource.Name == inner.Tag) is not { } found)
            {
                return null;
            }

            next = found;
        }

        return gone.ToImmutable();
    }

    /// <summary>A holder that goes, with nothing left in it but what others wrote.</summary>
    private CibElement WithoutOurs(CibElement element, ObjectShape applied) =>
        merge.Merge(applied with { Members = [] }, applied.Emptied, Resources(element).Aggregate(element, (holder, resource) => holder.Remove(resource)));

    /// <summary>What others wrote into a holder, written into what takes its place; there it holds as it held before.</summary>
    private CibElement Inherit(CibElement heir, CibElement rest)
    {
        var lost = new List<string>();
        var element = heir;
        foreach (var attribute in rest.Attributes.Where(attribute => attribute.Name != "id"))
        {
            element = element[attribute.Name] is null ? element.With(attribute.Name, attribute.Value) : Lost(lost, element, attribute.Name);
        }

        foreach (var child in rest.Children)
        {
            element = child switch
            {
                CibElement { Name: CibTags.MetaAttributes or CibTags.InstanceAttributes } set when IsPlain(set) => WithPairs(element, set, lost),
                CibElement { Name: CibTags.MetaAttributes or CibTags.InstanceAttributes } set => BeforeResources(element, set),
                CibElement other => Lost(lost, element, other.Name),
                CibComment comment => element.WithChildren(element.Children.Insert(0, comment)),
                _ => element,
            };
        }

        if (lost.Count > 0)
        {
            _findings.Add(NestingFindings.Lost(rest, heir, lost));
        }

        return element;
    }

    private CibElement WithPairs(CibElement heir, CibElement set, List<string> lost)
    {
        var there = Reading.AttributeSets.Effective(heir, set.Name);
        var pairs = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var pair in set.Elements)
        {
            var name = pair["name"];
            if (name is null || pair["value"] is not { } value || there.ContainsKey(name) || (heir.Name != "clone" && CloneOptions.Contains(name)))
            {
                lost.Add($"{set.Name}.{name ?? pair.Name}");
            }
            else
            {
                pairs.TryAdd(name, value);
            }
        }

        // Pairs go where the first resource is not yet: in a group, sets stand before the members.
        var own = Reading.AttributeSets.Of(heir, set.Name).Count > 0 || pairs.Count == 0;
        return own
            ? AttributeSetEditor.Apply(heir, set.Name, pairs, ids)
            : BeforeResources(heir, AttributeSetEditor.Apply(heir.WithChildren([]), set.Name, pairs, ids).Elements.Single());
    }

    private static CibElement BeforeResources(CibElement heir, CibElement set)
    {
        var place = heir.Children.IndexOf(Resources(heir).FirstOrDefault()!);
        return heir.WithChildren(place < 0 ? heir.Children.Add(set) : heir.Children.Insert(place, set));
    }

    private static CibElement Lost(List<string> lost, CibElement element, string name)
    {
        lost.Add(name);
        return element;
    }

    private static bool IsPlain(CibElement set) => set["id-ref"] is null && set.Find("rule") is null;

    private static bool MayHold(string holder, string tag) => holder is "clone" or "master" ? tag is "primitive" or "group" : holder == "group" && tag == "primitive";

    private static IEnumerable<CibElement> Resources(CibElement element) => element.Elements.Where(child => child.Id is not null && CibTags.IsResource(child.Name));
}
