using System.Collections.Frozen;
using System.Collections.Immutable;
using HaIac.Operating.Findings;
using HaIac.Provider.Shapes;
using Pulumi.Experimental;

namespace HaIac.Provider.Checking;

/// <summary>Rules about services: the HA mode decides which of the other properties make sense.</summary>
internal static class ServiceRules
{
    private static readonly string[] s_forms = ["primitive", "group", "clone", "bundle"];

    /// <summary>Meta attributes that mean something only on a clone; on a primitive the cluster ignores them without a word.</summary>
    /// <remarks>Source: Pacemaker Explained, Clone Options. <c>ordered</c> is left out: groups take it too.</remarks>
    private static readonly FrozenSet<string> s_cloneOnly = new[]
    {
        "clone-max", "clone-min", "clone-node-max", "globally-unique", "interleave", "notify", "promotable", "promoted-max", "promoted-node-max", "master-max", "master-node-max",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Everything about one service.</summary>
    public static void Check(ObjectUnderCheck service)
    {
        var mode = service.Text("haMode");
        if (mode is not null)
        {
            Form(service, mode);
            ManagerOnly(service, mode);
            Promotion(service, mode);
        }

        LostMeta(service.Fields, service.Path, service, wrapped: false);
        WrapperRules.UniqueIds(service);
        UniquePaths(service);
    }

    /// <summary>A service holds the one cluster resource that its mode makes of it, unless that is declared elsewhere.</summary>
    private static void Form(ObjectUnderCheck service, string mode)
    {
        var elsewhere = service.Fields.TryGetValue("managesPrimitive", out var manages) && FlagShape.Read(manages) == false;
        string[] accepted = elsewhere ? [] : mode switch
        {
            "ActivePassive" => ["primitive", "group", "bundle"],
            "ActiveActive" or "Promotable" => ["clone", "bundle"],
            _ => [],
        };
        var why = elsewhere ? "With managesPrimitive=false the cluster resource is declared elsewhere."
            : mode == "Disabled" ? "With Disabled nothing of the service enters the cluster."
            : $"{mode} makes the service one of {string.Join(", ", accepted)} in the cluster.";
        foreach (var other in s_forms.Where(form => !accepted.Contains(form) && service.Has(form)))
        {
            service.Report(FindingCode.ModeMismatch, other, $"haMode is {mode}, but {other} is set.", why,
                accepted.Length == 0 ? $"Take {other} out{(elsewhere ? " or managesPrimitive" : ", or choose another haMode")}." : $"Set {string.Join(" or ", accepted)} instead.");
        }

        var given = accepted.Where(service.Has).ToList();
        if (accepted.Length > 0 && given.Count != 1)
        {
            service.Report(FindingCode.ModeMismatch, given.Count == 0 ? accepted[0] : given[1],
                given.Count == 0 ? $"haMode is {mode}, but {string.Join(" or ", accepted)} is not set." : $"{string.Join(" and ", given)} are set.", why,
                given.Count == 0 ? $"Set {string.Join(" or ", accepted)}, or choose another haMode." : "Keep one of them.");
        }
    }

    /// <summary>Settings for the init system make sense without the cluster only, constraints only with it.</summary>
    private static void ManagerOnly(ObjectUnderCheck service, string mode)
    {
        foreach (var list in new[] { "locations", "colocations", "orders" }.Where(list => mode == "Disabled" && service.Items(list).Any()))
        {
            service.Report(FindingCode.ModeMismatch, list, $"haMode is Disabled, but {list} are set.",
                "Without a cluster resource there is nothing to constrain.", $"Take {list} out, or choose another haMode.");
        }

        foreach (var flag in new[] { "running", "enabled" }.Where(flag => mode != "Disabled" && service.Has(flag)))
        {
            service.Report(FindingCode.ModeMismatch, flag, $"haMode is {mode}, but {flag} is set.",
                "The cluster starts and stops the service; an init system that does so too would make two of it.", $"Take {flag} out, or choose haMode Disabled.");
        }
    }

    private static void Promotion(ObjectUnderCheck service, string mode)
    {
        if (mode != "Promotable")
        {
            return;
        }

        if (service.Has("clone") && !service.KnownLater("clone") && !IsPromotable(service.Fields["clone"]))
        {
            service.ReportAt(FindingCode.ModeMismatch, PropertyPath.Key(PropertyPath.Key(service.Path, "clone"), "promotable"),
                "haMode is Promotable, but the clone is not promotable.", "Instances are promoted only in a promotable clone.", "Set promotable of the clone to true.");
        }
    }

    private static bool IsPromotable(PropertyValue clone) => clone.TryGetMap(out var fields)
        && ((fields!.TryGetValue("promotable", out var flag) && FlagShape.Read(flag) == true)
            || (fields.TryGetValue("meta", out var meta) && meta.TryGetMap(out var map) && map!.TryGetValue("promotable", out var word) && FlagShape.Read(word) == true));

    /// <summary>What is meant for a wrapper stands on the wrapper (rule B10): on a primitive the cluster ignores it.</summary>
    private static void LostMeta(ImmutableDictionary<string, PropertyValue> fields, string path, ObjectUnderCheck service, bool wrapped)
    {
        foreach (var (name, value) in fields.Where(pair => s_forms.Contains(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!value.TryGetMap(out var inner))
            {
                continue;
            }

            var at = PropertyPath.Key(path, name);
            if (name is "primitive" or "group" && inner!.TryGetValue("meta", out var meta) && meta.TryGetMap(out var map))
            {
                foreach (var lost in map!.Keys.Where(s_cloneOnly.Contains).Order(StringComparer.Ordinal))
                {
                    service.ReportAt(FindingCode.LostMeta, PropertyPath.Key(PropertyPath.Key(at, "meta"), lost), $"\"{lost}\" is set on a {name}.",
                        wrapped ? "It is a setting of the clone around it." : "It is a setting of a clone, and there is none around it.",
                        wrapped ? "Move it to the meta attributes of the clone." : "Take it out, or choose a haMode that clones the service.");
                }
            }

            LostMeta(inner!, at, service, wrapped || name is "clone");
        }
    }

    private static void UniquePaths(ObjectUnderCheck service)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, script) in service.Items("scripts"))
        {
            if (script.TryGetValue("path", out var value) && TextShape.AsText(value) is { } file && !seen.TryAdd(file, path))
            {
                service.ReportAt(FindingCode.BadPath, PropertyPath.Key(path, "path"), $"\"{file}\" is written here and at {seen[file]}.", "A file has one content.",
                    "Keep one of them.");
            }
        }
    }
}
