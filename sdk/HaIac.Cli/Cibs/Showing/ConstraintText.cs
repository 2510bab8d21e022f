using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cli.Cibs.Showing;

/// <summary>Constraints as sentences.</summary>
internal static class ConstraintText
{
    /// <summary>The word for the kind of a constraint.</summary>
    /// <param name="constraint">The constraint.</param>
    public static string Kind(CibElement constraint) =>
        constraint.Name.StartsWith("rsc_", StringComparison.Ordinal) ? constraint.Name[4..] : constraint.Name;

    /// <summary>What it asks of the cluster; null for an element that is no constraint known here.</summary>
    /// <param name="constraint">The constraint.</param>
    public static string? Of(CibElement constraint) => constraint.Name switch
    {
        "rsc_location" => Location(constraint),
        "rsc_colocation" => Colocation(constraint),
        "rsc_order" => Order(constraint),
        "rsc_ticket" => Ticket(constraint),
        _ => null,
    };

    private static string Location(CibElement element)
    {
        var what = Instances(element["role"], element["rsc"] ?? (element["rsc-pattern"] is { } pattern ? $"whatever matches /{pattern}/" : Sets(element)));
        var discovery = element["resource-discovery"] is { } word && word != "always" ? $"; looked for there: {word}" : "";
        if (element["node"] is { } node)
            return $"{what} {Liking(element["score"] ?? "0", node)}{discovery}{Lifetime(element)}";
        var rules = element.Elements.Where(child => child.Name == "rule")
            .Select(rule => Instances(rule["role"], $"{what} {Liking(rule["score-attribute"] is { } attribute ? $"value of {attribute}" : rule["score"] ?? "0", $"nodes where {RuleLine.Of(rule)}")}"));
        return string.Join("; ", rules.DefaultIfEmpty(what)) + discovery + Lifetime(element);
    }

    private static string Colocation(CibElement element)
    {
        var score = element["score"];
        var sets = SetsOf(element).ToList();
        var nodeAttribute = element["node-attribute"] is { } attribute ? $" (same value of {attribute})" : "";
        var influence = element["influence"] is { } flag ? $" (influence {flag})" : "";
        if (sets.Count > 0)
            return $"{string.Join(", ", sets)} {Together(score, "run together", "never run together")}{nodeAttribute}{influence}";
        var dependent = Instances(element["rsc-role"], element["rsc"] ?? "?");
        var primary = Instances(element["with-rsc-role"], element["with-rsc"] ?? "?");
        return Infinite(score) switch
        {
            > 0 => $"{dependent} runs only where {primary} runs",
            < 0 => $"{dependent} never runs where {primary} runs",
            _ when IsNegative(score) => $"{dependent} rather does not run where {primary} runs (score {score})",
            _ => $"{dependent} rather runs where {primary} runs (score {score ?? "0"})",
        } + nodeAttribute + influence + Lifetime(element);
    }

    private static string Order(CibElement element)
    {
        var sets = SetsOf(element).ToList();
        var steps = sets.Count > 0
            ? string.Join(", then ", sets)
            : $"{element["first-action"] ?? "start"} {element["first"]}, then {element["then-action"] ?? element["first-action"] ?? "start"} {element["then"]}";
        var notes = new[]
        {
            element["kind"]?.ToLowerInvariant() switch
            {
                "optional" => "optional: only when both happen at once",
                "serialize" => "serialize: never at the same time",
                _ => null,
            },
            element["score"] is { } score && element["kind"] is null ? $"score {score}" : null,
            IsFalse(element["symmetrical"]) ? "not in reverse on stop" : null,
            IsFalse(element["require-all"]) ? "one instance is enough" : null,
        }.OfType<string>().ToList();
        return notes.Count == 0 ? steps : $"{steps} ({string.Join("; ", notes)})";
    }

    private static string Ticket(CibElement element)
    {
        var what = element["rsc"] is { } resource ? Instances(element["rsc-role"], resource) : Sets(element);
        return $"{what} needs ticket {element["ticket"]}" + (element["loss-policy"] is { } policy ? $"; when it is lost: {policy}" : "");
    }

    private static string Sets(CibElement element) => string.Join(", ", SetsOf(element).DefaultIfEmpty("?"));

    private static IEnumerable<string> SetsOf(CibElement element) => element.Elements.Where(child => child.Name == "resource_set").Select(Set);

    private static string Set(CibElement set)
    {
        if (set["id-ref"] is { } shared)
            return $"(set {shared})";
        var members = string.Join(' ', set.Elements.Where(child => child.Name == "resource_ref").Select(member => member.Id));
        var notes = new[]
        {
            set["role"] is { } role ? role.ToLowerInvariant() : null,
            set["action"],
            IsFalse(set["sequential"]) ? "in any order" : null,
            IsFalse(set["require-all"]) ? "one is enough" : null,
            set["ordering"] is { } ordering ? $"ordering {ordering}" : null,
            set["score"] is { } score ? $"score {score}" : null,
            set["kind"]?.ToLowerInvariant(),
        }.OfType<string>().ToList();
        return notes.Count == 0 ? $"({members})" : $"({members}: {string.Join(", ", notes)})";
    }

    private static string Instances(string? role, string what) => role is null or "Started" ? what : $"{role.ToLowerInvariant()} {what}";

    private static string Liking(string score, string place) => Infinite(score) switch
    {
        > 0 => $"prefers {place} above all",
        < 0 => $"never runs on {place}",
        _ => $"{(IsNegative(score) ? "avoids" : "prefers")} {place} (score {score})",
    };

    private static string Together(string? score, string yes, string no) =>
        Infinite(score) switch { > 0 => yes, < 0 => no, _ => $"rather {(IsNegative(score) ? no : yes)} (score {score ?? "0"})" };

    private static string Lifetime(CibElement element) => element.Find("lifetime") is { } lifetime
        ? $"; as long as {string.Join(" or ", lifetime.Elements.Where(child => child.Name == "rule").Select(RuleLine.Of))}"
        : "";

    private static int Infinite(string? score) =>
        Score.TryParse(score, out var value, out _) ? value == Score.Infinity ? 1 : value == Score.MinusInfinity ? -1 : 0 : 0;

    private static bool IsNegative(string? score) => score?.StartsWith('-') == true;

    private static bool IsFalse(string? flag) => CibBoolean.TryParse(flag, out var value, out _) && !value;
}
