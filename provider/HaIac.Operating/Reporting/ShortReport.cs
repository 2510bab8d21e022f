using HaIac.Operating.Awaiting;

namespace HaIac.Operating.Reporting;

/// <summary>The report in a few lines, for findings about one resource (requirements L6, P3).</summary>
internal static class ShortReport
{
    private const int Longest = 12;

    /// <summary>Quorum and options, nodes that are not simply online, the resource on each node, its failures and the operations that led there.</summary>
    public static string Of(ClusterReport report, string id, IReadOnlySet<string> primitives)
    {
        var lines = new List<string> { Cluster(report), $"nodes {string.Join(", ", report.Nodes.Select(node => $"{node.Name} {NodeWords.Of(node)}"))}" };
        if (report.Resources.FirstOrDefault(resource => resource.Id == id) is { } found)
        {
            lines.Add($"{found.Id} ({KindWords.Text(found.Kind)}) {string.Join(", ", found.Places.Select(place => $"{place.Node} {PlaceWords.Of(place)}"))}{Marks(found)}");
        }

        lines.AddRange(report.OperatorMarks.Where(mark => mark.Subject == id || primitives.Contains(mark.Subject) || mark.Subject.Length == 0).Select(mark => $"set by hand: {mark.Subject} {mark.Text}".Replace(":  ", ": ", StringComparison.Ordinal)));
        lines.AddRange(report.Failures.Where(failure => primitives.Contains(failure.Resource)).Select(failure => FailureText.Short(failure)));
        var operations = report.History.Where(operation => primitives.Contains(operation.Resource) && OperationWords.IsRemarkable(operation));
        lines.AddRange(operations.Select(operation => $"history: {OperationWords.Of(operation)}"));
        return string.Join('\n', lines.Count <= Longest ? lines : [.. lines.Take(Longest), $"and {lines.Count - Longest} more; haiac cluster status --history shows all"]);
    }

    private static string Cluster(ClusterReport report) =>
        $"{(report.HasQuorum ? "quorum" : "no quorum")}, DC {report.Controller?.Value ?? "not elected"}, {string.Join(", ", report.Options.Select(option => $"{option.Name}={option.Value}"))}";

    private static string Marks(ResourceReport resource) => ResourceWords.Of(resource) is { Length: > 0 } words ? $"; {words}" : "";
}
