using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Services;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Awaiting;

/// <summary>Judges whether a resource runs where it should. A pure function of the picture.</summary>
/// <remarks>
/// Rules, in this order:
/// 1. An action under way, or one that the scheduler would do next: still working. Only a cluster that has nothing left to do is judged further,
///    so that the old instance of a resource which is about to restart is never taken for the new one.
/// 2. All instances are active (a clone: at least one, or all that can run where that is asked for, and none missing because of a failure): settled. A failure on a node that another node
///    made good is told, not raised.
/// 3. Not active, and its own operations failed: failed.
/// 4. Not active because an operator wants it so (target-role, is-managed, maintenance): settled, and said.
/// 5. Not active for a reason outside it (quorum, nodes, bans, orders, colocations): blocked, with that reason.
/// 6. A promotable clone without a promoted instance: blocked where agents run, since they decide by their scores; told on a virtual cluster.
/// Source: Pacemaker Explained, Resource Operations, How the Cluster Responds to Failures; Clones, Promotable Clones.
/// </remarks>
internal static class RunningRule
{
    /// <summary>The verdict.</summary>
    public static Verdict Judge(Expectation expectation, ClusterPicture picture)
    {
        if ((ProgressCheck.UnderWay(expectation, picture.Status) ?? ProgressCheck.StillToDo(expectation, picture)) is { } doing)
        {
            return new(VerdictKind.Working, doing);
        }

        var instances = ProgressCheck.Instances(expectation, picture.Status).ToList();
        var active = instances.Where(instance => instance.Active && !instance.Failed).ToList();
        var nodes = active.SelectMany(instance => instance.Places).Distinct().Order().Select(node => node.Value).ToList();
        var failures = picture.Status.Failures.Where(failure => expectation.Primitives.Contains(failure.Resource)).ToList();
        var complete = expectation.IsComplete([.. active.Select(instance => instance.Resource)])
            && (expectation.Instances != WaitFor.All || StartedRule.IsComplete(expectation, picture, active));

        if (!complete || (expectation.Cloned && MissingByFailure(expectation, failures, active).Any()))
        {
            return Incomplete(expectation, picture, instances, failures) with { RunningOn = nodes };
        }

        if (expectation is { Promotable: true, MayStayUnpromoted: false } && active.All(instance => instance.Role != ResourceRole.Promoted))
        {
            return Unpromoted(expectation, picture, failures, nodes);
        }

        var where = Places(active);
        return failures.Count == 0
            ? new(VerdictKind.Settled, $"{expectation.Id} runs on {where}") { RunningOn = nodes }
            : new(VerdictKind.SettledWithNote, $"{expectation.Id} runs on {where}, after {FailureText.Short(failures[0])}") { RunningOn = nodes };
    }

    private static Verdict Incomplete(Expectation expectation, ClusterPicture picture, List<ResourceInstance> instances, List<OperationFailure> failures)
    {
        if (StoppedOnPurpose(expectation, picture, instances) is { } purpose)
        {
            return new(VerdictKind.SettledWithNote, $"{expectation.Id} does not run: {purpose}");
        }

        if (failures.Count > 0)
        {
            var finding = FailureText.StartFailed(expectation, picture.Status, failures);
            return new(VerdictKind.Failed, finding.What) { Finding = finding };
        }

        var block = BlockFinder.Find(expectation, picture);
        return new(VerdictKind.Blocked, block.What) { Finding = block };
    }

    private static Verdict Unpromoted(Expectation expectation, ClusterPicture picture, List<OperationFailure> failures, List<string> nodes)
    {
        if (failures.Count > 0)
        {
            var finding = FailureText.StartFailed(expectation, picture.Status, failures);
            return new(VerdictKind.Failed, finding.What) { Finding = finding, RunningOn = nodes };
        }

        var text = $"{expectation.Id} runs on {string.Join(", ", nodes)}, none of them promoted";
        if (!picture.RunsAgents)
        {
            return new(VerdictKind.SettledWithNote, $"{text}: a virtual cluster runs no agents, and only an agent can ask for promotion") { RunningOn = nodes };
        }

        return new(VerdictKind.Blocked, text)
        {
            RunningOn = nodes,
            Finding = new(FindingCode.Blocked, $"{text}.", $"CIB resource {expectation.Id}",
                "The agent has not given any instance a promotion score, or quorum or a constraint forbids the promoted role.",
                "Look at the agent's log on the nodes and at crm_mon; a database may wait for its first node to be chosen."),
        };
    }

    /// <summary>Nodes where an instance of a clone failed and does not run.</summary>
    private static IEnumerable<OperationFailure> MissingByFailure(Expectation expectation, List<OperationFailure> failures, List<ResourceInstance> active) =>
        failures.Where(failure => expectation.Primitives.Contains(failure.Resource)
            && !active.Any(instance => instance.Resource == failure.Resource && instance.Nodes.Contains(failure.Node)));

    /// <summary>Why an operator has it not run; null when none wants that.</summary>
    private static string? StoppedOnPurpose(Expectation expectation, ClusterPicture picture, List<ResourceInstance> instances)
    {
        if (instances.Count > 0 && instances.All(instance => instance.TargetRole == ResourceRole.Stopped)
            || picture.Status.Resources.Any(resource => resource.Id == expectation.Id && resource.Disabled))
        {
            return "it is disabled (target-role=Stopped)";
        }

        if (picture.Status.MaintenanceMode)
        {
            return "the cluster is in maintenance mode and will start it when that ends";
        }

        return instances.Count > 0 && instances.All(instance => instance.Maintenance || !instance.Managed)
            ? "the cluster does not manage it (is-managed=false or maintenance)"
            : null;
    }

    private static string Places(List<ResourceInstance> active) => string.Join(", ", active
        .SelectMany(instance => instance.Places.Select(node => (Node: node.Value, Promoted: instance.Role == ResourceRole.Promoted)))
        .GroupBy(place => place.Node, StringComparer.Ordinal)
        .OrderBy(place => place.Key, StringComparer.Ordinal)
        .Select(place => place.Key + (place.Any(item => item.Promoted) ? " (promoted)" : "")));
}
