using HaIac.Cib.Documents;
using HaIac.Cib.Rules;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>How parts and their values are called in a comparison.</summary>
internal static class PartPaths
{
    /// <summary>The path of a part below its owner's.</summary>
    /// <param name="owner">The owner's path.</param>
    /// <param name="old">The earlier part; null when it is new.</param>
    /// <param name="now">The later part; null when it is gone.</param>
    /// <param name="olds">All of its tag on the earlier side.</param>
    /// <param name="news">All of its tag on the later side.</param>
    public static string Of(string owner, CibElement? old, CibElement? now, List<CibElement> olds, List<CibElement> news)
    {
        var part = (now ?? old)!;
        return part.Name switch
        {
            "nvpair" => PartAligner.Join(owner, PartKey.Of(part)),
            "resource_set" => PartAligner.Join(owner, $"sets[{(now is null ? olds : news).IndexOf(part)}]"),
            CibTags.Operation => PartAligner.Join(owner, $"operations[{OperationName(old ?? part, olds, news)}]"),
            _ when PartGrammar.IsSingle(part.Name) || (olds.Count <= 1 && news.Count <= 1 && part.Name is "rule") => PartAligner.Join(owner, part.Name),
            _ when part.Id is null && olds.Count <= 1 && news.Count <= 1 => PartAligner.Join(owner, part.Name),
            _ => PartAligner.Join(owner, $"{part.Name}[{part.Id ?? $"{(now is null ? olds : news).IndexOf(part)}"}]"),
        };
    }

    /// <summary>A part that is one value in one line, to be shown; null when there is no part.</summary>
    public static string? TextOf(CibElement? part) =>
        part is null ? null
        : part.Name == RuleTags.Rule && RuleReader.Read(part) is { } rule ? RuleText.WithSettings(rule)
        : string.Concat(TreeWriter.Write([part]).Split('\n').Select(static line => line.Trim()));

    /// <summary>The members of a list; null when it has none.</summary>
    public static string? Members(CibElement holder, string tag)
    {
        var members = string.Join(", ", holder.Elements.Where(child => child.Name == tag).Select(child => child.Id));
        return members.Length == 0 ? null : members;
    }

    /// <summary>The order of parts whose order counts, by their ids.</summary>
    public static string Order(CibElement holder, string tag) =>
        string.Join(", ", holder.Elements.Where(child => child.Name == tag).Select(child => tag == "resource_set" ? $"[{Members(child, "resource_ref")}]" : child.Id ?? PartKey.Of(child)));

    private static string OperationName(CibElement operation, List<CibElement> olds, List<CibElement> news)
    {
        var name = operation["name"];
        return olds.Count(one => one["name"] == name) > 1 || news.Count(one => one["name"] == name) > 1
            ? $"{name} {operation["interval"] ?? "0s"}"
            : $"{name}";
    }
}
