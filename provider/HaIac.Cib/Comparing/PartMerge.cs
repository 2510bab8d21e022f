using System.Collections.Immutable;
using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Reading;

namespace HaIac.Cib.Comparing;

/// <summary>Merges the parts of an object or of a part: each kind as <see cref="PartKinds"/> says; those of others stay as they are.</summary>
internal sealed class PartMerge(ThreeSidedMerge merge, IdPool ids, MergeLog log)
{
    /// <summary>The holder with its parts merged.</summary>
    /// <param name="last">What we last applied.</param>
    /// <param name="wanted">What is declared.</param>
    /// <param name="holder">The element that holds the parts.</param>
    /// <param name="owner">The object that all of it belongs to.</param>
    /// <param name="idBase">The id that new ids of parts begin with.</param>
    /// <param name="path">What stands before the names of parts.</param>
    public CibElement Merge(ObjectShape? last, ObjectShape wanted, CibElement holder, string owner, string idBase, string path)
    {
        var element = holder;
        foreach (var kind in KindsOf(last, wanted, holder))
        {
            var before = Of(kind, last);
            var after = Of(kind, wanted);
            element = kind.Merging == PartMerging.Together
                ? MergeTogether(kind, before, after, element, owner, idBase, path + kind.Name)
                : MergeEach(kind, before, after, element, owner, idBase, path);
        }

        return element;
    }

    /// <summary>The ids of live sets that always apply and are declared as sets of their own, not as plain pairs.</summary>
    public static IReadOnlySet<string>? DeclaredSets(ObjectShape? last, ObjectShape wanted, CibElement live)
    {
        HashSet<string>? declared = null;
        foreach (var tag in (last?.Parts ?? []).Concat(wanted.Parts).Select(part => part.Tag).Where(CibTags.IsSet).Distinct(StringComparer.Ordinal))
        {
            var kind = PartKinds.Of(tag);
            foreach (var triple in PartPairing.Of(kind, Of(kind, last), Of(kind, wanted), LiveOf(kind, live)))
            {
                if (triple is { Live.Id: { } id } && (triple.Last ?? triple.Wanted) is not null)
                {
                    (declared ??= new(StringComparer.Ordinal)).Add(id);
                }
            }
        }

        return declared;
    }

    /// <summary>The element of a part that is new.</summary>
    public CibElement Create(PartKind kind, ObjectShape wanted, string owner, string idBase, string path)
    {
        if (wanted.Tree is { } tree)
        {
            var declared = DeclaredId(wanted);
            var written = tree(idBase, ids);
            var bare = new CibElement(wanted.Tag, [("id", declared ?? written.Id)]);
            merge.Decide(owner, path, ValueKind.Text, false, null, kind.Text(written), null);
            return merge.MergeAttributes(null, wanted, bare, owner, path + ".").WithChildren(written.Children);
        }

        var id = DeclaredId(wanted) ?? (kind.NewId is { } parts && wanted.Attributes.Find("id-ref") is null ? ids.Take(idBase + kind.Joint + string.Join('-', parts(wanted))) : null);
        return MergeInside(kind, null, wanted, new CibElement(wanted.Tag, [("id", id ?? wanted.Attributes.Find("id"))]), owner, id ?? idBase, idBase, path);
    }

    private CibElement MergeEach(PartKind kind, List<ObjectShape> last, List<ObjectShape> wanted, CibElement holder, string owner, string idBase, string path)
    {
        var live = LiveOf(kind, holder);
        var triples = PartPairing.Of(kind, last, wanted, live);
        if (kind.IsOrdered && !OrderIsOurs(kind, triples, last, live, owner, path))
        {
            return holder;
        }

        var element = holder;
        var ours = new List<CibElement>();
        for (var i = 0; i < triples.Count; i++)
        {
            var triple = triples[i];
            var name = path + PathOf(kind, triple, triples.Count, i);
            switch (triple)
            {
                case { Wanted: null, Last: null, Live: { } foreign }:
                    if (!(CibTags.IsSet(kind.Tag) && AttributeSets.IsUnconditional(foreign)))
                    {
                        log.Add(owner, name, merge.Owners.Whole ? ChangeKind.Removed : ChangeKind.Foreign, null, null, Describe(foreign));
                        element = merge.Owners.Whole ? WithoutForeign(element, foreign) : element;
                    }

                    break;
                case { Wanted: null, Last: { } gone, Live: { } there }:
                    element = TakeOut(kind, gone, there, element, owner, name);
                    break;
                case { Wanted: { } next, Live: { } there }:
                    var merged = MergeInside(kind, triple.Last, next, there, owner, there.Id ?? idBase, idBase, name);
                    element = element.Replace(there, merged);
                    ours.Add(merged);
                    break;
                case { Wanted: { } lost, Last: { } before }:
                    log.Add(owner, name, ChangeKind.Conflict, Describe(before), Describe(lost), null);
                    break;
                case { Wanted: { } added }:
                    var logged = log.Changes.Count;
                    var created = Create(kind, added, owner, idBase, name);
                    if (log.Changes.Count == logged)
                    {
                        log.Add(owner, name, ChangeKind.Added, null, Describe(created), null);
                    }

                    element = element.Append(created);
                    ours.Add(created);
                    break;
            }
        }

        return kind.IsOrdered ? InOrder(element, ours) : element;
    }

    /// <summary>The holder without a part that is no longer declared; what others put into the part keeps it there.</summary>
    private CibElement TakeOut(PartKind kind, ObjectShape last, CibElement live, CibElement holder, string owner, string path)
    {
        var logged = log.Changes.Count;
        var rest = MergeInside(kind, last, last.Emptied, live, owner, live.Id ?? "", "", path);
        if (kind.Merging == PartMerging.Each && rest.Elements.Any())
        {
            // A set without its rule would begin to apply at all times: only our pairs go.
            return holder.Replace(live, CibTags.IsSet(kind.Tag) ? merge.MergeSets(last, last.Emptied, live, owner, path + ".", null, isLogged: false) : rest);
        }

        ids.Release(live.IdsInside);
        if (log.Changes.Skip(logged).All(change => change.Kind == ChangeKind.Foreign))
        {
            log.Add(owner, path, ChangeKind.Removed, Describe(live), null, Describe(live));
        }

        return holder.Remove(live);
    }

    private CibElement WithoutForeign(CibElement holder, CibElement part)
    {
        ids.Release(part.IdsInside);
        return holder.Remove(part);
    }

    /// <summary>A part with its attributes, sets and own parts merged.</summary>
    private CibElement MergeInside(PartKind kind, ObjectShape? last, ObjectShape wanted, CibElement live, string owner, string idBase, string holderId, string path)
    {
        var element = merge.MergeAttributes(last, wanted, WithDeclaredId(last, wanted, live, owner, path), owner, path + ".");
        if (kind.Merging == PartMerging.Tree)
        {
            return MergeTree(kind, last, wanted, element, kind.Text(live), owner, holderId, path);
        }

        element = Merge(last, wanted, element, owner, idBase, path + ".");
        return merge.MergeSets(last, wanted, element, owner, path + ".");
    }

    private CibElement MergeTree(PartKind kind, ObjectShape? last, ObjectShape wanted, CibElement live, string now, string owner, string holderId, string path)
    {
        if (!merge.Decide(owner, path, ValueKind.Text, false, TextOf(kind, last), TextOf(kind, wanted), now) || wanted.Tree is null)
        {
            return live;
        }

        // What is inside gets ids anew, mostly the old ones; the part itself keeps its own.
        ids.Release(live.IdsInside);
        var written = wanted.Tree(holderId, ids);
        return written.Id == live.Id || live.Id is null || ids.TryTake(live.Id) ? live.WithChildren(written.Children) : live.WithChildren(written.Children).With("id", written.Id);
    }

    private CibElement MergeTogether(PartKind kind, List<ObjectShape> last, List<ObjectShape> wanted, CibElement holder, string owner, string idBase, string path)
    {
        var live = holder.Elements.Where(child => child.Name == kind.Tag).ToList();
        if (!merge.Decide(owner, path, ValueKind.Text, false, List(kind, last), List(kind, wanted), live.Count == 0 ? null : string.Join(' ', live.Select(kind.MarkOf))))
        {
            return holder;
        }

        var old = live.GroupBy(kind.MarkOf, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var elements = wanted.ConvertAll(part => Create(kind, part, owner, idBase, path)).ConvertAll(part => old.GetValueOrDefault(kind.MarkOf(part), part));
        var place = live.Count == 0 ? holder.Children.Length : holder.Children.IndexOf(live[0], 0, holder.Children.Length, ReferenceEqualityComparer.Instance);
        var others = holder.Children.RemoveAll(child => child is CibElement element && element.Name == kind.Tag);
        return holder.WithChildren(others.InsertRange(Math.Min(place, others.Length), elements));
    }

    /// <summary>False, with a conflict, when somebody else put our parts in an order that is neither the last applied nor the wanted one.</summary>
    private bool OrderIsOurs(PartKind kind, List<PartTriple> triples, List<ObjectShape> last, List<CibElement> live, string owner, string path)
    {
        var known = triples.Where(triple => triple is { Last: not null, Wanted: not null, Live: not null }).ToList();
        var now = known.OrderBy(triple => live.IndexOf(triple.Live!)).ToList();
        if (now.SequenceEqual(known) || now.SequenceEqual(known.OrderBy(triple => last.IndexOf(triple.Last!))))
        {
            return true;
        }

        log.Add(owner, path + kind.Name, ChangeKind.Conflict, List(kind, last), string.Join(' ', known.Select(triple => kind.MarkOf(triple.Live!))), string.Join(' ', live.Select(kind.MarkOf)));
        return false;
    }

    /// <summary>Our parts in the declared order, in the places that ours have.</summary>
    private static CibElement InOrder(CibElement holder, List<CibElement> ours)
    {
        var isOurs = new HashSet<CibNode>(ours, ReferenceEqualityComparer.Instance);
        var next = 0;
        var ordered = holder.Children.Select(child => isOurs.Contains(child) ? ours[next++] : child).ToImmutableArray();
        return ordered.AsSpan().SequenceEqual(holder.Children.AsSpan(), ReferenceEqualityComparer.Instance) ? holder : holder.WithChildren(ordered);
    }

    /// <summary>A part that was declared without an id and now is with one.</summary>
    private CibElement WithDeclaredId(ObjectShape? last, ObjectShape wanted, CibElement live, string owner, string path)
    {
        if (wanted.Id.Length == 0 || live.Id == wanted.Id || live.Id is null)
        {
            return live;
        }

        log.Add(owner, path + ".id", ChangeKind.Changed, last?.Id, wanted.Id, live.Id);
        ids.Release([live.Id]);
        return live.With("id", DeclaredId(wanted));
    }

    /// <summary>The id that a new part is declared with, taken; null when it is not declared.</summary>
    private string? DeclaredId(ObjectShape wanted)
    {
        if (wanted.Id.Length == 0)
        {
            return null;
        }

        if (!ids.TryTake(wanted.Id))
        {
            log.AddTaken(wanted.Id);
        }

        return wanted.Id;
    }

    private static IEnumerable<PartKind> KindsOf(ObjectShape? last, ObjectShape wanted, CibElement holder)
    {
        List<string>? tags = null;
        foreach (var tag in wanted.Parts.Concat(last?.Parts ?? []).Select(part => part.Tag))
        {
            (tags ??= []).Add(tag);
        }

        foreach (var child in holder.Children)
        {
            if (child is CibElement element && PartKinds.IsPart(element))
            {
                (tags ??= []).Add(element.Name);
            }
        }

        return tags is null ? [] : tags.Distinct(StringComparer.Ordinal).Select(PartKinds.Of);
    }

    private static List<ObjectShape> Of(PartKind kind, ObjectShape? shape) => shape is null ? [] : [.. shape.Parts.Where(part => part.Tag == kind.Tag)];

    private static List<CibElement> LiveOf(PartKind kind, CibElement holder) =>
        [.. holder.Elements.Where(child => child.Name == kind.Tag && PartKinds.IsPart(child))];

    private static string PathOf(PartKind kind, PartTriple triple, int count, int place)
    {
        var element = triple.Live;
        var name = (triple.Wanted ?? triple.Last)?.Id is { Length: > 0 } declared ? declared
            : kind.Key.Count > 0 ? kind.MarkOf(element ?? new CibElement(kind.Tag, (triple.Wanted ?? triple.Last)!.Attributes.Select(pair => (pair.Key, (string?)pair.Value))))
            : !kind.IsPlaced || (kind.Merging == PartMerging.Tree && count == 1) ? null
            : element?.Id ?? place.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return kind.Merging == PartMerging.Tree && count == 1 || name is null ? kind.Name : $"{kind.Name}[{name}]";
    }

    private static string? List(PartKind kind, List<ObjectShape> parts) =>
        parts.Count == 0 ? null : string.Join(' ', parts.Select(part => kind.MarkOf(ThreeSidedMerge.Draft(kind, part))));

    private static string? TextOf(PartKind kind, ObjectShape? part) => part?.Tree is null ? null : kind.Text(ThreeSidedMerge.Draft(kind, part));

    private static string Describe(ObjectShape part) => part.Attributes.ToString();

    /// <summary>The attributes and expressions; pairs are not shown, for they may hold secrets.</summary>
    private static string Describe(CibElement element) =>
        string.Join(' ', element.Attributes.Where(attribute => attribute.Name != "id").Select(attribute => $"{attribute.Name}={attribute.Value}")
            .Append(TreeText.Of(element, withPairs: false)).Where(text => text.Length > 0));
}
