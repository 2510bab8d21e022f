using HaIac.Operating.Findings;

namespace HaIac.Operating.Awaiting;

/// <summary>Judges whether nothing of a removed resource runs any more. A pure function of the picture.</summary>
/// <remarks>
/// The cluster stops what runs without being configured ("orphan") unless <c>stop-orphan-resources</c> is false. Source: Pacemaker Explained,
/// Cluster Options.
/// </remarks>
internal static class GoneRule
{
    /// <summary>The verdict.</summary>
    public static Verdict Judge(Expectation expectation, ClusterPicture picture)
    {
        if ((ProgressCheck.UnderWay(expectation, picture.Status) ?? ProgressCheck.StillToDo(expectation, picture)) is { } doing)
        {
            return new(VerdictKind.Working, doing);
        }

        var left = ProgressCheck.Instances(expectation, picture.Status).Where(instance => instance.Active).ToList();
        if (left.Count == 0)
        {
            return new(VerdictKind.Settled, $"{expectation.Id} is gone");
        }

        var nodes = string.Join(", ", left.SelectMany(instance => instance.Nodes).Distinct().Order());
        if (picture.Status.MaintenanceMode || left.All(instance => !instance.Managed && !instance.Failed))
        {
            return new(VerdictKind.SettledWithNote, $"{expectation.Id} is removed from the configuration but left running on {nodes}: the cluster does not manage it now");
        }

        var failures = picture.Status.Failures.Where(failure => expectation.Primitives.Contains(failure.Resource)).ToList();
        var finding = failures.Count > 0
            ? FailureText.StopFailed(expectation, nodes, failures)
            : new Finding(FindingCode.Blocked, $"{expectation.Id} is removed from the configuration but still runs on {nodes}.", $"CIB resource {expectation.Id}",
                "The cluster does not stop it: stop-orphan-resources may be false, or the node cannot be reached.",
                $"Stop it on {nodes}, or set stop-orphan-resources to true; then run it again.");
        return new(failures.Count > 0 ? VerdictKind.Failed : VerdictKind.Blocked, finding.What) { Finding = finding };
    }
}
