using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>Walks two documents side by side, section by section and object by object. What both share as the same instance is passed over.</summary>
internal sealed class DocumentAligner
{
    private readonly CibDocument _before;
    private readonly CibDocument _after;
    private readonly PartReferences _references;
    private readonly PartAligner _parts;

    /// <summary>Objects of the earlier document that have no partner at their place; whether they have one elsewhere is known in the end only.</summary>
    private readonly Queue<(CibElement Element, ObjectLog Log)> _gone = new();

    /// <summary>Objects of the earlier document that the later one has elsewhere.</summary>
    private readonly HashSet<CibElement> _moved = new(ReferenceEqualityComparer.Instance);

    private List<ObjectLog> _log = [];

    public DocumentAligner(CibDocument before, CibDocument after)
    {
        (_before, _after) = (before, after);
        _references = new(before, after);
        _parts = new(_references);
    }

    public DocumentAlignment Run()
    {
        var (before, after) = (_before.Root, _after.Root);
        if (ReferenceEquals(before, after))
        {
            return new(new([]), _before);
        }

        var root = PartAligner.AlignAttributes(before, after, Logged(before, "", null), "", TreeDiff.IsManaged);
        var (old, now) = (_before.Configuration, _after.Configuration);
        if (!ReferenceEquals(old, now))
        {
            var nothing = new CibElement(CibSections.Configuration, []);
            var configuration = AlignConfiguration(old ?? nothing, now ?? nothing);
            root = old is null ? (configuration.Children.IsEmpty ? root : root.Append(configuration)) : root.Replace(old, configuration);
        }

        var logs = _log;
        while (_gone.TryDequeue(out var gone))
        {
            // What is inside is logged behind what held it.
            _log = gone.Log.Inside;
            LogRemoved(gone.Element, gone.Log);
        }

        var comparison = new DocumentComparison(logs.SelectMany(log => log.ToDifferences()).ToValueList());
        return new(comparison, ReferenceEquals(root, before) ? _before : _before.WithRoot(new IdMender(_before, _references).Mend(root)));
    }

    private CibElement AlignConfiguration(CibElement before, CibElement after)
    {
        var pairs = new List<ChildPair>();
        foreach (var (old, now) in Siblings.Match(before, after))
        {
            var section = (old ?? now)!;
            var nothing = new CibElement(section.Name, []);
            var result = AlignSection(old ?? nothing, now ?? nothing);

            // A section that is not there is the same as one that is empty.
            pairs.Add(new(old, now, old is null && result.Children.IsEmpty ? null : result));
        }

        return ChildAssembly.Of(before, after, "", pairs, out _);
    }

    private CibElement AlignSection(CibElement before, CibElement after)
    {
        // Only the part between what is the same at both ends is looked at.
        var shared = SharedEnds.Of(before, after);
        var (old, now) = (shared.Of(before), shared.Of(after));
        var aligned = AlignObjects(old, now, before, after, before.Name, null, []);
        return ReferenceEquals(aligned, old)
            ? before
            : before.WithChildren([.. before.Children.AsSpan()[..shared.Start], .. aligned.Children, .. before.Children.AsSpan()[^shared.End..]]);
    }

    /// <summary>Aligns the objects in a section or resource.</summary>
    /// <param name="before">The earlier holder, with its attributes as they shall be.</param>
    /// <param name="after">The later holder.</param>
    /// <param name="wholeBefore">The earlier holder with all of its children.</param>
    /// <param name="wholeAfter">The later holder with all of its children.</param>
    /// <param name="section">The section they are in.</param>
    /// <param name="holder">The id of the resource that holds them; null for a section.</param>
    /// <param name="pairs">What becomes of its children that are no objects.</param>
    private CibElement AlignObjects(CibElement before, CibElement after, CibElement wholeBefore, CibElement wholeAfter, string section, string? holder, List<ChildPair> pairs)
    {
        var logs = new Dictionary<CibElement, ObjectLog>(ReferenceEqualityComparer.Instance);
        var matches = Siblings.Match(before, after, child => holder is null || CibTags.IsResource(child.Name));
        foreach (var (old, now) in Siblings.WithNamelessSets(matches, _references))
        {
            if (old is null)
            {
                pairs.Add(new(null, now, Arrive(now!, wholeAfter, section, holder)));
            }
            else if (now is null)
            {
                _gone.Enqueue((old, Logged(old, section, holder)));
                pairs.Add(new(old, null, null));
            }
            else if (old.DeepEquals(now))
            {
                // The same XML means the same; most objects of two documents are.
                pairs.Add(new(old, now, old));
            }
            else
            {
                logs[now] = Logged(old, section, holder);
                pairs.Add(new(old, now, AlignObject(old, now, section, logs[now])));
            }
        }

        var aligned = ChildAssembly.Of(before, after, "", pairs, out var moved);
        foreach (var child in moved)
        {
            var log = logs.GetValueOrDefault(child) ?? Logged(child, section, holder);
            var old = pairs.Find(pair => ReferenceEquals(pair.New, child)).Old!;
            log.From = Siblings.PlaceOf(wholeBefore, old);
            log.To = Siblings.PlaceOf(wholeAfter, child);
        }

        return aligned;
    }

    private CibElement AlignObject(CibElement before, CibElement after, string section, ObjectLog log)
    {
        if (!PartGrammar.IsKnown(before.Name) || before.Children.Concat(after.Children).Any(child => child is CibText))
        {
            if (before.DeepEquals(after))
            {
                return before;
            }

            log.Add(before.Name, PartPaths.TextOf(before), PartPaths.TextOf(after));
            return after;
        }

        var element = PartAligner.AlignAttributes(before, after, log, "");
        var path = before.Name == CibTags.ClusterPropertySet ? "properties" : PartGrammar.IsSet(before.Name) ? before.Name : "";
        var pairs = _parts.PairChildren(element, after, section, log, section, path);
        if (!before.Elements.Concat(after.Elements).Any(child => CibTags.IsResource(child.Name)))
        {
            var aligned = ChildAssembly.Of(element, after, section, pairs, out var moved);
            PartAligner.LogOrder(before, after, moved, log, path);
            return aligned;
        }

        return AlignObjects(element, after, before, after, section, before.Id, pairs);
    }

    /// <summary>What stands for an object that is new at its place: as it is there, or as the earlier document had it elsewhere.</summary>
    private CibElement Arrive(CibElement now, CibElement holderElement, string section, string? holder)
    {
        var log = Logged(now, section, holder);
        if (now.Id is { } id
            && CibTags.IsResource(now.Name)
            && _before.Index.Find(id) is { } found
            && found.Element.Name == now.Name
            && Siblings.HolderOf(_before.Configuration!.Find(found.Section)!, found.Element) is { } formerHolder
            && _moved.Add(found.Element))
        {
            log.From = Siblings.PlaceOf(formerHolder, found.Element);
            log.To = Siblings.PlaceOf(holderElement, now);
            return AlignObject(found.Element, now, section, log);
        }

        log.Whole = DifferenceKind.Added;
        var nothing = new CibElement(now.Name, [("id", now.Id)]);
        var aligned = AlignObject(nothing, now, section, log);

        // Only what is inside may have stood elsewhere before; the rest comes as it is.
        return Siblings.WithResourcesOf(now, aligned);
    }

    private void LogRemoved(CibElement old, ObjectLog log)
    {
        if (!_moved.Contains(old))
        {
            log.Whole = DifferenceKind.Removed;
            AlignObject(old, new CibElement(old.Name, [("id", old.Id)]), log.Section, log);
        }
    }

    private ObjectLog Logged(CibElement element, string section, string? holder)
    {
        var log = new ObjectLog(element, section, holder);
        _log.Add(log);
        return log;
    }
}
