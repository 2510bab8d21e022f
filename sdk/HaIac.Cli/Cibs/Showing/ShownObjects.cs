using HaIac.Cib.Documents;
using HaIac.Engine.State;

namespace HaIac.Cli.Cibs.Showing;

/// <summary>Finds the objects that a user asks for by id.</summary>
internal static class ShownObjects
{
    private static readonly string[] s_references = ["rsc", "with-rsc", "first", "then", "template", "reference", "id-ref", "target"];

    /// <summary>The object of each id, nodes by their names too; what is a mere part (a set, a pair, an operation) stands for what it belongs to.</summary>
    /// <param name="document">The CIB.</param>
    /// <param name="name">Where it is from.</param>
    /// <param name="ids">The ids as the user wrote them.</param>
    /// <exception cref="StateException">There is nothing of some id; all of them are named.</exception>
    public static IReadOnlyList<CibElement> Of(CibDocument document, string name, IReadOnlyList<string> ids)
    {
        var found = ids.Select(id => (Id: id, Element: Find(document, id))).ToList();
        var missing = found.Where(pair => pair.Element is null).Select(pair => pair.Id).ToList();
        if (missing.Count == 0)
            return [.. found.Select(pair => pair.Element!).Distinct()];
        var known = Tops(document).SelectMany(Objects).Select(item => item.Id).OfType<string>().ToList();
        var near = missing.SelectMany(id => known.Where(other => other.Contains(id, StringComparison.OrdinalIgnoreCase) || id.Contains(other, StringComparison.OrdinalIgnoreCase))).Distinct().Take(5).ToList();
        throw new StateException(
            "HAI1603",
            "No such object",
            $"The configuration has nothing with the id {string.Join(", ", missing)}.",
            name,
            null,
            near.Count > 0 ? $"Meant was perhaps {string.Join(", ", near)}; haiac cib show without an id lists all." : "haiac cib show without an id lists all.");
    }

    /// <summary>The objects that an object stands in, from the outside in.</summary>
    /// <param name="document">The CIB.</param>
    /// <param name="item">The object.</param>
    public static IReadOnlyList<CibElement> HoldersOf(CibDocument document, CibElement item)
    {
        var holders = new List<CibElement>();
        for (var next = Tops(document).FirstOrDefault(top => Objects(top).Contains(item)); next is not null && next != item; next = next.Elements.FirstOrDefault(child => Objects(child).Contains(item)))
            holders.Add(next);
        return holders;
    }

    /// <summary>The objects that name this one, something in it, or what it stands in.</summary>
    /// <param name="document">The CIB.</param>
    /// <param name="item">The object.</param>
    public static IEnumerable<CibElement> NamedBy(CibDocument document, CibElement item)
    {
        var holders = HoldersOf(document, item);
        var ids = Objects(item).Concat(holders).SelectMany(named => new[] { named.Id, named["uname"] }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return Tops(document).Where(top => top != item && !holders.Contains(top) && Names(top, ids));
    }

    private static bool Names(CibElement element, HashSet<string> ids) =>
        s_references.Any(name => element[name] is { } id && ids.Contains(id))
        || (element.Name is "resource_ref" or "obj_ref" && element.Id is { } named && ids.Contains(named))
        || (element["devices"] is { } devices && devices.Split(',', StringSplitOptions.TrimEntries).Any(ids.Contains))
        || (element.Name == "rsc_location" && element["node"] is { } node && ids.Contains(node))
        || element.Elements.Any(child => Names(child, ids));

    private static CibElement? Find(CibDocument document, string id)
    {
        foreach (var top in Tops(document))
        {
            if (top["uname"] == id)
                return top;
            if (Holder(top, id) is { } holder)
                return holder;
        }

        return null;
    }

    /// <summary>The innermost object that has the id itself or on one of its parts.</summary>
    private static CibElement? Holder(CibElement item, string id)
    {
        foreach (var child in item.Elements.Where(IsObject))
        {
            if (Holder(child, id) is { } inner)
                return inner;
        }

        return HasId(item, id) ? item : null;
    }

    private static bool HasId(CibElement element, string id) =>
        (element.Id == id && element.Name is not ("resource_ref" or "obj_ref" or "role")) || element.Elements.Any(child => HasId(child, id));

    private static IEnumerable<CibElement> Tops(CibDocument document) => (document.Configuration?.Elements ?? []).SelectMany(section => section.Elements);

    private static IEnumerable<CibElement> Objects(CibElement item) => item.Elements.Where(IsObject).SelectMany(Objects).Prepend(item);

    private static bool IsObject(CibElement element) => element.Name is "primitive" or "group" or "clone" or "master" or "bundle" or "template" or "recipient";
}
