using HaIac.Cli.Printing;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Reporting;

namespace HaIac.Cli.Services;

/// <summary>Services for people.</summary>
internal static class ServiceText
{
    /// <summary>How a service is.</summary>
    public static string Status(ServiceReport report)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var around = report.Outer == report.Id ? "" : $" in {report.Outer}";
        text.WriteLine($"{report.Name}: {report.State.InWords()}");
        text.WriteLine($"  {KindWords.Text(report.Kind)} {report.Id}{around}{(report.Agents.Count > 0 ? $", {string.Join(' ', report.Agents)}" : "")}");
        if (!report.Managed.IsTrue)
            text.WriteLine($"  not managed: {report.Managed}");
        if (report.TargetRole.Holder is not null)
            text.WriteLine($"  target-role {report.TargetRole}");
        TextTable.Print(text, 2, ["NODE", "STATE", "REMARKS"], [.. report.Nodes.Select(node => (IReadOnlyList<string>)[$"{node.Node}", node.State.InWords(), Remarks(node)])]);
        foreach (var failure in report.Nodes.SelectMany(node => node.Failures))
            text.WriteLine($"  {failure.Operation} of {failure.Resource} on {failure.Node} ended with {failure.Exit}{(failure.ExitReason.Length > 0 ? $", \"{failure.ExitReason}\"" : "")}");
        if (report.MissingLocations.Count > 0)
            text.WriteLine($"  location constraint missing for {string.Join(", ", report.MissingLocations)}");
        foreach (var note in report.Notes)
            text.WriteLine($"  {note}");
        return text.ToString();
    }

    /// <summary>What an operation left: what was erased, what should be known, how the service is now.</summary>
    public static string Outcome(OperationReport report)
    {
        using var text = new StringWriter { NewLine = "\n" };
        foreach (var erased in report.Erased)
            text.WriteLine($"  erased: {erased}");
        foreach (var warning in report.Warnings)
            text.WriteLine($"warning: {warning}");
        if (report.After is { } after)
            text.WriteLine($"{report.Service}: {Places(after)}{(report.Changed ? "" : " (nothing had to be changed)")}");
        return text.ToString();
    }

    /// <summary>The nodes that run it, by state, the best first; where none does, the state of the whole.</summary>
    private static string Places(ServiceReport report) => report.RunningOn.Any()
        ? string.Join("; ", report.Nodes.Where(node => node.State.IsRunning()).GroupBy(node => node.State).OrderByDescending(group => group.Key)
            .Select(group => $"{group.Key.InWords()} on {string.Join(", ", group.Select(node => node.Node))}"))
        : report.State.InWords();

    private static string Remarks(NodeReport node)
    {
        var words = new List<string>();
        Add(node.NodeNote.Length > 0, node.NodeNote);
        Add(node.Failed, "FAILED");
        Add(node.Blocked, "BLOCKED");
        Add(node.Unmanaged, "unmanaged");
        Add(node.Disabled, "disabled");
        Add(node.LocationPresent == true, "location present");
        Add(node.Bans.Count > 0, $"banned by {string.Join(' ', node.Bans)}");
        Add(node.FailCount > 0, $"failed {node.FailCount} times");
        Add(node.Pending is not null, node.Pending?.ToLowerInvariant() ?? "");
        return string.Join(", ", words);

        void Add(bool holds, string word)
        {
            if (holds)
                words.Add(word);
        }
    }
}
