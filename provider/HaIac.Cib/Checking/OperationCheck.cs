using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Reading;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Operations of primitives and templates: readable times, no two that the cluster cannot tell apart, none that never runs.</summary>
internal static class OperationCheck
{
    private static readonly string[] s_once = ["start", "stop", "promote", "demote", "migrate_to", "migrate_from"];

    public static IEnumerable<CibFinding> Run(Survey survey) =>
        survey.Resources.Where(resource => resource.IsPrimitive).Select(resource => resource.Element).Concat(survey.Templates).SelectMany(Check)
            .Concat(survey.Resources.Where(resource => resource.IsPrimitive).SelectMany(OnlyProbed));

    private static IEnumerable<CibFinding> Check(CibElement resource)
    {
        var seen = new Dictionary<(string Name, TimeSpan Interval), CibElement>();
        foreach (var op in ResourceReader.OperationsOf(resource))
        {
            foreach (var finding in Durations(resource, op).Concat(OnFail(resource, op)))
            {
                yield return finding;
            }

            if (!CibDuration.TryParse(op["interval"] ?? "0", out var interval, out _))
            {
                continue;
            }

            if (interval.Value > TimeSpan.Zero && s_once.Contains(op["name"], StringComparer.Ordinal))
            {
                yield return NeverRecurs(resource, op);
            }

            if (!seen.TryAdd((op["name"] ?? "", interval.Value), op))
            {
                yield return Collision(resource, seen[(op["name"] ?? "", interval.Value)], op, interval);
            }
        }
    }

    private static IEnumerable<CibFinding> Durations(CibElement resource, CibElement op)
    {
        foreach (var attribute in new[] { "interval", "timeout", "start-delay" })
        {
            if (op[attribute] is { } text && !CibDuration.TryParse(text, out _, out var reason))
            {
                yield return BadDuration(resource, op, attribute, text, reason);
            }
        }

        if (CibDuration.TryParse(op["timeout"], out var timeout, out _) && timeout.Value == TimeSpan.Zero)
        {
            yield return Finding(
                CibFindingCodes.NoTimeLimit,
                FindingSeverity.Warning,
                resource,
                op,
                "timeout",
                $"{resource.Id} operation {op["name"]} has the timeout {op["timeout"]}.",
                "Zero means no limit: if the agent hangs, the cluster waits for it for ever.",
                "Give it the time that the agent's metadata advises, or leave it out for the default.");
        }
    }

    private static IEnumerable<CibFinding> OnFail(CibElement resource, CibElement op)
    {
        var name = op["name"];
        var recurring = CibDuration.TryParse(op["interval"], out var interval, out _) && interval.Value > TimeSpan.Zero;
        var reason = op["on-fail"] switch
        {
            "stop" when name == "stop" => "A stop that failed cannot be mended by a stop.",
            "demote" when name != "promote" && !(name == "monitor" && recurring && ResourceRoles.TryParse(op["role"], out var role, out _) && role == ResourceRole.Promoted) =>
                "Only a promote, and a recurring monitor of the role Promoted, can be answered by a demote.",
            _ => null,
        };
        if (reason is not null)
        {
            yield return Finding(
                CibFindingCodes.BadOptionValue,
                FindingSeverity.Warning,
                resource,
                op,
                "on-fail",
                $"{resource.Id} operation {name} has on-fail={op["on-fail"]}, which is not allowed for it.",
                $"{reason} The cluster uses the default instead.",
                name == "stop" ? "Use block or fence, or leave it out." : "Use restart, or leave it out.");
        }
    }

    private static IEnumerable<CibFinding> OnlyProbed(SurveyedResource resource)
    {
        var monitors = resource.Operations.Where(op => op["name"] == "monitor" && Switch.IsOn(op["enabled"], otherwise: true)).ToList();
        if (monitors.Count > 0 && monitors.TrueForAll(op => CibDuration.TryParse(op["interval"] ?? "0", out var interval, out _) && interval.Value == TimeSpan.Zero))
        {
            yield return Finding(
                CibFindingCodes.OnlyProbed,
                FindingSeverity.Warning,
                resource.Element,
                monitors[0],
                "interval",
                $"The only monitor of {resource.Id} has the interval 0.",
                "The cluster looks at the resource once before it starts it, and never again: it does not notice when it fails.",
                "Give the monitor an interval, for example 10s.");
        }
    }

    private static CibFinding BadDuration(CibElement resource, CibElement op, string attribute, string text, string reason) => new()
    {
        Code = CibFindingCodes.BadDuration,
        Subject = Place.IdOf(resource),
        Attribute = $"operations[{op["name"]}].{attribute}",
        What = $"{resource.Id} operation {op["name"]}: {attribute} is {BadValue.Quote(text)}; {reason}.",
        Where = $"CIB {resource.Name} {resource.Id}, op {op.Id}",
        Why = attribute == "interval" ? "The cluster takes an interval that it cannot read for 0: the operation does not recur." : null,
        Mend = "Correct the value.",
    };

    private static CibFinding NeverRecurs(CibElement resource, CibElement op) => Finding(
        CibFindingCodes.NeverRecurs,
        FindingSeverity.Warning,
        resource,
        op,
        "interval",
        $"{resource.Id} operation {op["name"]} has the interval {op["interval"]}.",
        $"{op["name"]} does not recur: the cluster ignores the operation with all its settings, its timeout too.",
        "Set the interval to 0s.");

    private static CibFinding Collision(CibElement resource, CibElement first, CibElement op, CibDuration interval)
    {
        var differences = new[] { ("role", first["role"], op["role"]), ("OCF_CHECK_LEVEL", Level(first), Level(op)) }
            .Where(pair => pair.Item2 != pair.Item3)
            .Select(pair => $"{pair.Item1} {pair.Item2 ?? "(none)"} and {pair.Item3 ?? "(none)"}")
            .ToList();
        return new()
        {
            Code = CibFindingCodes.OperationCollision,
            Severity = interval.Value > TimeSpan.Zero ? FindingSeverity.Error : FindingSeverity.Warning,
            Subject = Place.IdOf(resource),
            Attribute = $"operations[{op["name"]} {interval}]",
            What = $"{resource.Id} has two operations {op["name"]} with the interval {interval}{(first["interval"] == op["interval"] ? "" : $" (written {first["interval"] ?? "0"} and {op["interval"] ?? "0"})")}"
                + $"{(differences.Count == 0 ? "" : $", for {string.Join(", ", differences)}")}.",
            Where = $"CIB {resource.Name} {resource.Id}, op {op.Id}",
            Why = "The cluster tells operations apart by name and interval, and drops one of the two; roles and check levels do not count.",
            Mend = "Give one of them another interval, by a second if need be.",
        };
    }

    private static string? Level(CibElement op) => AttributeSets.Effective(op, CibTags.InstanceAttributes).Find("OCF_CHECK_LEVEL");

    private static CibFinding Finding(string code, FindingSeverity severity, CibElement resource, CibElement op, string attribute, string what, string why, string mend) => new()
    {
        Code = code,
        Severity = severity,
        Subject = Place.IdOf(resource),
        Attribute = $"operations[{op["name"]}].{attribute}",
        What = what,
        Where = $"CIB {resource.Name} {resource.Id}, op {op.Id}{Place.Line(op)}",
        Why = why,
        Mend = mend,
    };
}
