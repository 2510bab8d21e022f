using HaIac.Operating.Findings;

namespace HaIac.Provider.Checking;

/// <summary>Rules about objects that hold others.</summary>
internal static class WrapperRules
{
    /// <summary>A group has members.</summary>
    public static void Group(ObjectUnderCheck group)
    {
        if (group.Fields.TryGetValue("primitives", out var members) && members.TryGetArray(out var list) && list.Length == 0)
        {
            group.Report(FindingCode.MissingProperty, "primitives", "The group has no primitives.", "A group without members is no valid CIB.",
                "Give it at least one primitive.");
        }

        UniqueIds(group);
    }

    /// <summary>A clone holds one thing.</summary>
    public static void Clone(ObjectUnderCheck clone)
    {
        if (clone.Has("primitive") == clone.Has("group"))
        {
            clone.Report(FindingCode.ExactlyOne, "primitive", clone.Has("group") ? "Both primitive and group are set." : "Neither primitive nor group is set.",
                "A clone holds exactly one primitive or one group.", "Set one of primitive and group.");
        }

        if (clone.Has("promotable") && clone.Fields.TryGetValue("meta", out var meta) && meta.TryGetMap(out var map) && map!.ContainsKey("promotable"))
        {
            clone.ReportAt(FindingCode.ExactlyOne, PropertyPath.Key(PropertyPath.Key(clone.Path, "meta"), "promotable"),
                "promotable is set as property and as meta attribute.", "Both write the same meta attribute.", "Keep the property promotable only.");
        }

        UniqueIds(clone);
    }

    /// <summary>No id occurs twice among the objects of one resource.</summary>
    public static void UniqueIds(ObjectUnderCheck target)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, id) in DeclaredIds.In(target.Fields, target.Path))
        {
            if (!seen.TryAdd(id, path))
            {
                target.ReportAt(FindingCode.DuplicateId, path, $"\"{id}\" is used here and at {seen[id]}.", "An id names one object in the whole configuration.",
                    "Give one of them another id.");
            }
        }
    }
}
