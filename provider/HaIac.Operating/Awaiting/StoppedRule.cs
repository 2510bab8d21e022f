using HaIac.Cib.Values;
using HaIac.Operating.Findings;

namespace HaIac.Operating.Awaiting;

/// <summary>Judges whether a resource that stays configured is stopped, everywhere or on one node. A pure function of the picture.</summary>
internal static class StoppedRule
{
    /// <summary>The verdict.</summary>
    public static Verdict Judge(Expectation expectation, ClusterPicture picture)
    {
        if ((ProgressCheck.UnderWay(expectation, picture.Status) ?? ProgressCheck.StillToDo(expectation, picture)) is { } doing)
        {
            return new(VerdictKind.Working, doing);
        }

        var left = ProgressCheck.Instances(expectation, picture.Status)
            .Where(instance => instance.Active && (expectation.Node is null || instance.Places.Contains(expectation.Node))).ToList();
        if (left.Count == 0)
        {
            return new(VerdictKind.Settled, $"{expectation.Id} is {expectation.AimInWords}");
        }

        var nodes = string.Join(", ", left.SelectMany(instance => instance.Places).Distinct().Order());
        var failures = picture.Status.Failures.Where(failure => expectation.Primitives.Contains(failure.Resource) && left.Any(instance => instance.Nodes.Contains(failure.Node))).ToList();
        if (failures.Any(failure => failure.Operation is "stop" or "demote"))
        {
            var finding = FailureText.StopFailed(expectation, nodes, [.. failures.Where(failure => failure.Operation is "stop" or "demote")]);
            return new(VerdictKind.Failed, finding.What) { Finding = finding };
        }

        if (picture.Status.MaintenanceMode || left.All(instance => !instance.Managed))
        {
            var finding = StillRuns(expectation, nodes, FindingCode.CannotRun, "The cluster does not manage it there: is-managed is false, or node or cluster are in maintenance.",
                "End the maintenance (that is for whoever set it), or haiac service enable; then stop it again.");
            return new(VerdictKind.Failed, finding.What) { Finding = finding };
        }

        var disabled = left.All(instance => instance.TargetRole == ResourceRole.Stopped);
        var block = StillRuns(expectation, nodes, FindingCode.Blocked,
            disabled ? "The scheduler does not stop it: an order, or a failure, stands in the way." : "The setting that should stop it does not count: another one outranks it.",
            "Look at what the scheduler says: crm_simulate -sL.");
        return new(VerdictKind.Blocked, block.What) { Finding = block };
    }

    private static Finding StillRuns(Expectation expectation, string nodes, FindingCode code, string why, string mend) =>
        new(code, $"{expectation.Id} still runs on {nodes}.", $"CIB resource {expectation.Id}; node {nodes}", why, mend);
}
