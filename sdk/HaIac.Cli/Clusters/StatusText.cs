using System.Globalization;
using HaIac.Cli.Printing;
using HaIac.Operating.Reporting;

namespace HaIac.Cli.Clusters;

/// <summary>The report of a cluster for people.</summary>
internal static class StatusText
{
    /// <summary>Up to so many nodes have a column each.</summary>
    private const int MostColumns = 5;

    /// <summary>How wide the list of nodes may be where they have no columns.</summary>
    private const int ListWidth = 60;

    /// <summary>The text.</summary>
    /// <param name="report">The report.</param>
    /// <param name="history">Whether the operations behind it are told.</param>
    public static string Write(ClusterReport report, bool history)
    {
        using var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"Cluster {report.Address}");
        var facts = new List<string> { report.HasQuorum ? "quorum" : "NO QUORUM", $"DC {report.Controller?.Value ?? "not elected"}" };
        if (report.PacemakerVersion.Length > 0)
            facts.Add($"Pacemaker {report.PacemakerVersion}");
        if (report.MaintenanceMode)
            facts.Add("MAINTENANCE MODE");
        text.WriteLine("  " + string.Join(" · ", facts));
        text.WriteLine("  " + string.Join(" · ", report.Options.Select(option => $"{option.Name}={option.Value}")));
        text.WriteLine();
        TextTable.Print(text, 2, ["NODE", "STATE"], [.. report.Nodes.Select(node => (IReadOnlyList<string>)[$"{node.Name}", NodeWords.Of(node)])]);
        text.WriteLine();
        Resources(text, report);
        Section(text, "Failures", report.Failures.Select(FailureLine));
        Section(text, "Failure counts", report.FailCounts.Select(count => $"{count.Resource} on {count.Node}: {(count.Count >= 1_000_000 ? "INFINITY" : count.Count.ToString(CultureInfo.InvariantCulture))}{(count.MigrationThreshold is { } limit and < 1_000_000 ? $" of {limit}" : "")}"));
        Section(text, "Kept away by constraints", report.Bans.Select(ban => $"{ban.Resource} from {ban.Node}{(ban.PromotedOnly ? ", promoted only" : "")} ({ban.ConstraintId})"));
        Section(text, "Set by operators", report.OperatorMarks.Select(mark => mark.Subject.Length == 0 ? mark.Text : $"{mark.Subject}: {mark.Text}"));
        if (history)
            Section(text, "History, oldest first", report.History.Select(OperationWords.Of).DefaultIfEmpty("the cluster remembers no operation"));
        return text.ToString().TrimEnd('\n');
    }

    private static void Resources(StringWriter text, ClusterReport report)
    {
        if (report.Resources.Count == 0)
        {
            text.WriteLine("  No resources.");
            return;
        }

        if (report.Nodes.Count <= MostColumns)
        {
            TextTable.Print(text, 2, ["RESOURCE", "KIND", .. report.Nodes.Select(node => $"{node.Name}"), "REMARKS"], [.. report.Resources.Select(resource => (IReadOnlyList<string>)
                [resource.Id, KindWords.Text(resource.Kind), .. resource.Places.Select(PlaceWords.Of), Remarks(resource)])]);
            return;
        }

        TextTable.Print(text, 2, ["RESOURCE", "KIND", "WHERE", "REMARKS"], [.. report.Resources.SelectMany(Listed)]);
    }

    /// <summary>The rows of a resource where the nodes have no columns of their own: nodes by what it is there, as many a row as fit.</summary>
    private static IEnumerable<IReadOnlyList<string>> Listed(ResourceReport resource)
    {
        var words = resource.Places.GroupBy(PlaceWords.Of).Where(group => group.Key != PlaceWords.Nothing)
            .SelectMany(group => group.Select((place, index) => index == 0 ? $"{group.Key}: {place.Node}" : $"{place.Node}").ToList());
        var lines = new List<string> { "" };
        foreach (var word in words)
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= ListWidth)
                lines.Add("");
            lines[^1] += lines[^1].Length == 0 ? word : $" {word}";
        }

        if (lines[0].Length == 0)
            lines[0] = "(stopped)";
        return lines.Select((line, index) => (IReadOnlyList<string>)(index == 0 ? [resource.Id, KindWords.Text(resource.Kind), line, Remarks(resource)] : ["", "", line, ""]));
    }

    private static string Remarks(ResourceReport resource)
    {
        var allowed = resource.Places.Where(place => place.Allowed).Select(place => place.Node.Value).ToList();
        return string.Join(", ", new[] { ResourceWords.Of(resource), allowed.Count > 0 ? $"location {string.Join(' ', allowed)}" : "" }.Where(part => part.Length > 0));
    }

    private static string FailureLine(HaIac.Transport.Observing.OperationFailure failure)
    {
        var when = failure.LastChange is { } time ? time.ToString("' at 'yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : "";
        var how = failure.Status is "" or "complete" ? "" : $" ({failure.Status})";
        var reason = failure.ExitReason.Length > 0 ? $", \"{failure.ExitReason}\"" : "";
        return $"{failure.Resource} on {failure.Node}: {failure.Operation} ended with {failure.Exit}{how}{reason}{when}";
    }

    private static void Section(StringWriter text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        text.WriteLine();
        text.WriteLine($"  {title}:");
        all.ForEach(line => text.WriteLine($"    {line}"));
    }
}
