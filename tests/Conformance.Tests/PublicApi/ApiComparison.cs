using System.Globalization;
using System.Text;

namespace Conformance.Tests.PublicApi;

/// <summary>The bundled API against the published one, both ways.</summary>
internal sealed class ApiComparison
{
    private readonly HashSet<string> _same;
    private readonly string[] _ours;

    public ApiComparison(IEnumerable<string> ours)
    {
        _ours = ours.Order(StringComparer.Ordinal).ToArray();
        var theirs = UpstreamApi.Lines.Select(ApiLine.Normal).ToHashSet(StringComparer.Ordinal);
        _same = _ours.Select(ApiLine.Normal).Where(theirs.Contains).ToHashSet(StringComparer.Ordinal);
        Lacking = UpstreamApi.Lines.Where(l => !_same.Contains(ApiLine.Normal(l))).ToArray();
        Beyond = _ours.Where(l => !_same.Contains(ApiLine.Normal(l))).ToArray();
    }

    public IReadOnlyList<string> Lacking { get; }

    public IReadOnlyList<string> Beyond { get; }

    /// <summary>Figures by area, then every difference with its reason.</summary>
    public string Report()
    {
        var text = new StringBuilder("area            published  same  lacking  beyond\n");
        foreach (var (area, lines) in UpstreamApi.Areas)
        {
            var lacking = lines.Count(l => !_same.Contains(ApiLine.Normal(l)));
            var beyond = Beyond.Count(l => UpstreamApi.AreaOf(l) == area);
            text.Append(CultureInfo.InvariantCulture, $"{area,-15} {lines.Count,9} {lines.Count - lacking,5} {lacking,8} {beyond,7}\n");
        }

        Append(text, "Lacking", Lacking, ApiDifferences.Lacking);
        Append(text, "Beyond", Beyond, ApiDifferences.Beyond);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string title, IReadOnlyList<string> lines, IReadOnlyList<ApiDifference> reasons)
    {
        foreach (var reason in reasons)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{title}: {reason.Reason}\n");
            foreach (var line in lines.Where(reason.Explains))
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }
    }
}
