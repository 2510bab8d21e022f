using HaIac.Operating.Findings;
using HaIac.Provider.Shapes;

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

    /// <summary>A service holds what its HA mode needs.</summary>
    public static void Service(ObjectUnderCheck service)
    {
        var mode = service.Text("haMode");
        var needed = mode switch { "ActivePassive" => "primitive", "ActiveActive" or "Promotable" => "clone", _ => null };
        if (needed is not null && !service.Has(needed))
        {
            service.Report(FindingCode.ModeMismatch, needed, $"haMode is {mode}, but {needed} is not set.",
                $"{mode} makes the service a {needed} in the cluster.", $"Set {needed}, or choose another haMode.");
        }

        foreach (var other in new[] { "primitive", "clone" }.Where(name => mode is not null && name != needed && service.Has(name)))
        {
            service.Report(FindingCode.ModeMismatch, other, $"haMode is {mode}, but {other} is set.",
                needed is null ? "With Disabled nothing of the service enters the cluster." : $"{mode} makes the service a {needed} in the cluster.",
                needed is null ? $"Take {other} out, or choose another haMode." : $"Set {needed} instead.");
        }

        if (mode == "Disabled")
        {
            foreach (var list in new[] { "locations", "colocations", "orders" }.Where(list => service.Items(list).Any()))
            {
                service.Report(FindingCode.ModeMismatch, list, $"haMode is Disabled, but {list} are set.",
                    "Without a cluster resource there is nothing to constrain.", $"Take {list} out, or choose another haMode.");
            }
        }

        var promotable = service.Fields.TryGetValue("clone", out var clone) && clone.TryGetMap(out var fields) && fields!.TryGetValue("promotable", out var flag)
            && FlagShape.Read(flag) == true;
        if (mode == "Promotable" && service.Has("clone") && !service.KnownLater("clone") && !promotable)
        {
            service.ReportAt(FindingCode.ModeMismatch, PropertyPath.Key(PropertyPath.Key(service.Path, "clone"), "promotable"),
                "haMode is Promotable, but the clone is not promotable.", "Instances are promoted only in a promotable clone.", "Set promotable of the clone to true.");
        }

        UniqueIds(service);
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
