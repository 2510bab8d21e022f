using HaIac.Operating.Findings;
using HaIac.Provider.Shapes;

namespace HaIac.Provider.Checking;

/// <summary>Rules about operations.</summary>
internal static class OperationRules
{
    /// <summary>Names that belong to a property of their own and would be set twice by <c>extra</c>.</summary>
    private static readonly Dictionary<string, string> s_own = new(StringComparer.Ordinal)
    {
        ["name"] = "name", ["interval"] = "interval", ["timeout"] = "timeout", ["role"] = "role", ["on-fail"] = "onFail", ["id"] = "",
    };

    /// <summary>What is in <c>extra</c> has no property of its own.</summary>
    public static void Check(ObjectUnderCheck operation)
    {
        if (!operation.Fields.TryGetValue("extra", out var extra) || !extra.TryGetMap(out var map))
        {
            return;
        }

        foreach (var name in map!.Keys.Where(s_own.ContainsKey).Order(StringComparer.Ordinal))
        {
            operation.ReportAt(FindingCode.NotAccepted, PropertyPath.Key(PropertyPath.Key(operation.Path, "extra"), name),
                $"\"{name}\" is given in extra.",
                s_own[name].Length == 0 ? "Ids of operations are chosen by HaIac, in the form that pcs uses." : $"It has a property of its own, {s_own[name]}.",
                s_own[name].Length == 0 ? "Take it out." : $"Set {s_own[name]} instead.");
        }
    }

    /// <summary>No two operations of a primitive have one name and interval.</summary>
    /// <remarks>Source: Pacemaker Explained, Resource Operations, Monitoring Resources When Administration is Disabled; agents tell calls apart by them.</remarks>
    public static void CheckAll(ObjectUnderCheck primitive)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, operation) in primitive.Items("operations"))
        {
            if (operation.Values.Any(value => value.IsComputed) || !operation.TryGetValue("name", out var name))
            {
                continue;
            }

            var interval = operation.TryGetValue("interval", out var text) ? Texts.Duration.Meaning(TextShape.AsText(text) ?? "") : "0s";
            var key = $"{TextShape.AsText(name)} every {interval}";
            if (!seen.TryAdd(key, path))
            {
                primitive.ReportAt(FindingCode.DuplicateOperation, path, $"{key} is declared here and at {seen[key]}.",
                    "The cluster tells the operations of a resource apart by name and interval, whatever their role.",
                    "Give one of them another interval, for example a second more.");
            }
        }
    }
}
