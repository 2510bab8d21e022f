using HaIac.Cib.Comparing.Differences;

namespace HaIac.Cli.Cibs.Differing;

/// <summary>How much differs, in one line.</summary>
internal static class ComparisonCounts
{
    /// <summary>The line.</summary>
    /// <param name="comparison">What differs.</param>
    public static string Of(DocumentComparison comparison)
    {
        if (comparison.IsEmpty)
            return "Both mean the same.";
        var counts = comparison.Objects.Where(item => !item.IsOperatorStateOnly).GroupBy(item => item.Kind).OrderBy(kind => kind.Key)
            .Select(kind => $"{kind.Count()} {kind.Key.ToString().ToLowerInvariant()}").ToList();
        var operators = comparison.Objects.Count(item => item.IsOperatorMade || item.OperatorState.Count > 0);
        if (operators > 0)
            counts.Add($"operator state of {operators} object{(operators == 1 ? "" : "s")}");
        return string.Join(", ", counts) + ".";
    }
}
