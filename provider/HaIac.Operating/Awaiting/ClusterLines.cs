using HaIac.Cib.Values;
using HaIac.Operating.Reporting;

namespace HaIac.Operating.Awaiting;

/// <summary>The report on a service and its cluster as lines of a message: what every failed wait tells (rule L6).</summary>
internal static class ClusterLines
{
    /// <summary>The lines.</summary>
    public static string Of(ReportInputs inputs)
    {
        var report = ServiceReporter.Of(inputs);
        var lines = new List<string>();
        if (inputs.Status is { } status)
        {
            lines.Add($"cluster: {(status.HasQuorum ? "quorum" : "no quorum")}, controller {status.DesignatedController?.Value ?? "none"}"
                + (status.MaintenanceMode ? ", maintenance mode" : ""));
        }

        lines.AddRange(report.Nodes.Select(Line));
        if (report.TargetRole.Holder is not null)
        {
            lines.Add($"target-role: {report.TargetRole}");
        }

        if (!report.Managed.IsTrue)
        {
            lines.Add($"managed: {report.Managed}");
        }

        return string.Join('\n', lines);
    }

    private static string Line(NodeReport node)
    {
        ValueList<string> marks =
        [
            .. node.NodeNote.Length > 0 ? [node.NodeNote] : (string[])[],
            .. node.Pending is { } pending ? [pending.ToLowerInvariant()] : (string[])[],
            .. node.Blocked ? ["blocked"] : (string[])[],
            .. node.Bans.Select(ban => $"banned by {ban}"),
            .. node.Failures.Select(failure => FailureText.Short(failure)),
        ];
        return $"{node.Node}: {node.State.InWords()}{(marks.Count > 0 ? $" ({string.Join("; ", marks)})" : "")}";
    }
}
