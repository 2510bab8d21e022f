using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>
/// Aligns what is inside an object: the later element, spelled as the earlier one is wherever both mean the same. What differs is logged in the
/// same walk, so that what is shown is what is written.
/// </summary>
internal sealed class PartAligner
{
    private readonly PartReferences _references;
    private readonly SetAligner _sets;

    public PartAligner(PartReferences references)
    {
        _references = references;
        _sets = new(this, references);
    }

    /// <summary>The earlier element with the attributes of the later one where they differ by meaning; the id is left as it is.</summary>
    public static CibElement AlignAttributes(CibElement before, CibElement after, ObjectLog? log, string path, Func<string, bool>? isIgnored = null)
    {
        var element = before;
        foreach (var (name, value) in after.Attributes)
        {
            if (name != "id" && isIgnored?.Invoke(name) != true && !Same(before, after, name))
            {
                log?.Add(Join(path, name), before[name], value);
                element = element.With(name, value);
            }
        }

        foreach (var (name, value) in before.Attributes)
        {
            if (name != "id" && isIgnored?.Invoke(name) != true && after[name] is null && !Same(before, after, name))
            {
                log?.Add(Join(path, name), value, null);
                element = element.With(name, null);
            }
        }

        return element;
    }

    /// <summary>What becomes of the children that are no resources.</summary>
    public List<ChildPair> PairChildren(CibElement before, CibElement after, string holder, ObjectLog? log, string section, string path)
    {
        var pairs = new List<ChildPair>();
        var tags = before.Elements.Concat(after.Elements).Select(child => child.Name).Distinct(StringComparer.Ordinal);
        foreach (var tag in tags.Where(tag => !CibTags.IsResource(tag)))
        {
            if (PartGrammar.IsSet(tag))
            {
                _sets.Pair(before, after, tag, log, section, Join(path, tag), pairs);
                continue;
            }

            var olds = before.Elements.Where(child => child.Name == tag).ToList();
            var news = after.Elements.Where(child => child.Name == tag).ToList();
            var matches = PartKey.Match(olds, news, _references);
            if (PartGrammar.IsMember(tag))
            {
                PairMembers(before, after, holder, matches, log, path, pairs);
                continue;
            }

            foreach (var (old, now) in matches)
            {
                pairs.Add(PairPart(old, now, before.Name, log, section, PartPaths.Of(path, old, now, olds, news)));
            }
        }

        return pairs;
    }

    /// <summary>What becomes of one part; one side may be missing.</summary>
    public ChildPair PairPart(CibElement? old, CibElement? now, string holder, ObjectLog? log, string section, string path)
    {
        if (old is not null && now is not null)
        {
            return new(old, now, AlignPart(old, now, holder, log, section, path));
        }

        var part = (old ?? now)!;
        if (part.Name == CibTags.Operations && part.Children.IsEmpty && part["id-ref"] is null)
        {
            return new(old, now, old);
        }

        if (log is not null)
        {
            // All values of what comes or goes: the difference to an element that holds nothing. The name of an operation is in the path.
            var nothing = new CibElement(part.Name, part.Name == CibTags.Operation ? [("name", part["name"])] : []);
            var values = new ObjectLog(part, section, null);
            _ = PartGrammar.IsTree(part.Name) || !PartGrammar.IsKnown(part.Name) ? null : AlignPart(old ?? nothing, now ?? nothing, holder, values, section, path);
            if (!log.TryTake(values))
            {
                log.Add(path, PartPaths.TextOf(old), PartPaths.TextOf(now));
            }
        }

        return new(old, now, now);
    }

    /// <summary>Joins a path and a name below it.</summary>
    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>Logs a new order of parts; that of members is logged with the list of them.</summary>
    public static void LogOrder(CibElement before, CibElement after, IReadOnlyCollection<CibElement> moved, ObjectLog? log, string path)
    {
        if (log is not null && moved.FirstOrDefault() is { } first && !PartGrammar.IsMember(first.Name))
        {
            log.Add(Join(path, first.Name == "resource_set" ? "sets" : first.Name), PartPaths.Order(before, first.Name), PartPaths.Order(after, first.Name));
        }
    }

    private CibElement AlignPart(CibElement before, CibElement after, string holder, ObjectLog? log, string section, string path)
    {
        if (ReferenceEquals(before, after))
        {
            return before;
        }

        if (!PartGrammar.IsKnown(before.Name) || before.Children.Concat(after.Children).Any(child => child is CibText))
        {
            if (before.DeepEquals(after))
            {
                return before;
            }

            log?.Add(path, PartPaths.TextOf(before), PartPaths.TextOf(after));
            return after;
        }

        if (PartGrammar.IsTree(before.Name) && log is not null)
        {
            var isCompatible = _references.AreCompatibleInside(before, after);
            if (isCompatible && MeaningText.Of(before, holder) == MeaningText.Of(after, holder))
            {
                return before;
            }

            log.Add(path, PartPaths.TextOf(before), PartPaths.TextOf(after));
            if (!isCompatible)
            {
                return after;
            }

            log = null;
        }

        var element = before.Name == "nvpair" ? AlignPair(before, after, holder, log, section, path) : AlignAttributes(before, after, log, path);
        var pairs = PairChildren(element, after, holder, log, section, before.Name == CibTags.Operations && path == CibTags.Operations ? "" : path);
        var aligned = ChildAssembly.Of(element, after, holder, pairs, out var moved);
        LogOrder(before, after, moved, log, path);
        return aligned;
    }

    /// <summary>A pair of a set that is known by itself: its value belongs to the set, under its name.</summary>
    private static CibElement AlignPair(CibElement before, CibElement after, string setTag, ObjectLog? log, string section, string path)
    {
        if (before.Attributes.Concat(after.Attributes).All(attribute => attribute.Name is "id" or "name" or "value"))
        {
            if (Meaning.Same(PartValues.KindOfPair(section, "", setTag, after["name"] ?? ""), before["value"], after["value"]))
            {
                return before;
            }

            log?.Add(path, before["value"], after["value"], PartValues.IsOperatorState(section, setTag, after["name"] ?? ""));
            return before.With("name", after["name"]).With("value", after["value"]);
        }

        return AlignAttributes(before, after, log, path);
    }

    /// <summary>Members are one value, the list of them; its order counts where Pacemaker reads it in order.</summary>
    private static void PairMembers(
        CibElement before, CibElement after, string holder, List<(CibElement? Old, CibElement? New)> matches, ObjectLog? log, string path, List<ChildPair> pairs)
    {
        var differs = false;
        foreach (var (old, now) in matches)
        {
            var result = old is null || now is null ? now : AlignAttributes(old, now, log, $"{path}[{now.Id}]");
            differs |= old is null || now is null;
            pairs.Add(new(old, now, result));
        }

        var member = matches[0].Old ?? matches[0].New!;
        var (olds, news) = (PartPaths.Members(before, member.Name), PartPaths.Members(after, member.Name));
        differs |= PartGrammar.OrderOf(after, holder, member) is not null && olds != news;
        if (differs)
        {
            log?.Add(Join(path, member.Name == "role" ? "roles" : "members"), olds, news);
        }
    }

    private static bool Same(CibElement before, CibElement after, string name)
    {
        var (old, now) = (before[name], after[name]);
        return Meaning.Same(PartValues.KindOf(before.Name, name), old, now)
            || (old is null && PartValues.IsDefault(after, name, now))
            || (now is null && PartValues.IsDefault(before, name, old));
    }
}
