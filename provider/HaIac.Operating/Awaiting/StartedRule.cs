using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Awaiting;

/// <summary>Judges whether a service that an operator starts is there. A pure function of the picture.</summary>
/// <remarks>
/// Rules, in this order:
/// 1. As long as the cluster acts on it, or its scheduler would: working.
/// 2. As many instances as asked for, one of them promoted where that is asked for: settled; failures elsewhere are told.
/// 3. Else the reason ends the wait (rule H9): a setting that forbids it at once, so does a failure of its own; what something outside may still free
///    (quorum, nodes, bans, orders) after the patience for blocks.
/// </remarks>
internal static class StartedRule
{
    /// <summary>The verdict.</summary>
    public static Verdict Judge(Expectation expectation, ClusterPicture picture)
    {
        if ((ProgressCheck.UnderWay(expectation, picture.Status) ?? ProgressCheck.StillToDo(expectation, picture)) is { } doing)
        {
            return new(VerdictKind.Working, doing);
        }

        var instances = ProgressCheck.Instances(expectation, picture.Status).ToList();
        var active = instances.Where(instance => instance.Active && !instance.Failed && (expectation.Node is null || instance.Places.Contains(expectation.Node))).ToList();
        var nodes = active.SelectMany(instance => instance.Places).Distinct().Order().Select(node => node.Value).ToList();
        var failures = picture.Status.Failures.Where(failure => expectation.Primitives.Contains(failure.Resource)).ToList();
        if (!IsComplete(expectation, picture, active))
        {
            return NotThere(expectation, picture, instances, failures) with { RunningOn = nodes };
        }

        if (expectation.NeedsPromoted && instances.All(instance => instance.Role != ResourceRole.Promoted))
        {
            return Unpromoted(expectation, picture, instances, failures) with { RunningOn = nodes };
        }

        var where = $"{expectation.Id} runs on {string.Join(", ", nodes)}";
        return failures.Count == 0
            ? new(VerdictKind.Settled, where) { RunningOn = nodes }
            : new(VerdictKind.SettledWithNote, $"{where}, after {FailureText.Short(failures[0])}") { RunningOn = nodes };
    }

    /// <summary>Whether as many instances are active as the expectation asks for.</summary>
    /// <param name="expectation">The expectation.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="active">The active instances.</param>
    public static bool IsComplete(Expectation expectation, ClusterPicture picture, List<ResourceInstance> active)
    {
        var needed = expectation.Instances switch
        {
            WaitFor.None => 0,
            WaitFor.Some => Math.Max(1, expectation.AtLeast),
            _ => Math.Max(1, ExpectedInstances.Count(expectation, picture)),
        };
        return expectation.Resource is CibBundle { Primitive: var inside }
            ? active.Count(instance => inside is null ? !instance.Agent.EndsWith(":remote", StringComparison.Ordinal) : instance.Resource == inside.Id.Value) >= needed
            : expectation.Primitives.All(id => active.Count(instance => instance.Resource == id) >= needed);
    }

    private static Verdict NotThere(Expectation expectation, ClusterPicture picture, List<ResourceInstance> instances, List<OperationFailure> failures)
    {
        if (Forbidden(expectation, picture, instances) is { } forbidden)
        {
            return new(VerdictKind.Failed, forbidden.What) { Finding = forbidden };
        }

        var own = failures.Where(failure => expectation.Node is null || failure.Node == expectation.Node).ToList();
        if (own.Count > 0)
        {
            var finding = FailureText.StartFailed(expectation, picture.Status, own);
            return new(VerdictKind.Failed, finding.What) { Finding = finding };
        }

        var block = (expectation.Node is { } node ? ElsewhereOrUnusable(expectation, picture, node) : null) ?? BlockFinder.Find(expectation, picture);
        return new(VerdictKind.Blocked, block.What) { Finding = block };
    }

    /// <summary>What an operator, or the program, set on purpose and what keeps the service from running.</summary>
    private static Finding? Forbidden(Expectation expectation, ClusterPicture picture, List<ResourceInstance> instances)
    {
        if (picture.Status.MaintenanceMode)
        {
            return CannotRun(expectation, "The cluster is in maintenance mode.", "In maintenance mode the cluster starts and stops nothing; ending it is for whoever set it.",
                "End it when the work is done: haiac cluster maintenance off, or set maintenance-mode to false.");
        }

        if (picture.Cib.Find(expectation.Resource.Id) is null)
        {
            return CannotRun(expectation, "It was removed from the configuration meanwhile.", "Somebody else took it out.", "Declare it again.");
        }

        if (BlockingMember(expectation, picture) is { } member)
        {
            return CannotRun(expectation, $"It is behind {member} in its group, which is stopped on purpose (target-role=Stopped).",
                "Members of a group start in their order; one that is stopped keeps all after it from running.", $"Start {member} too.");
        }

        if (instances.Count > 0 && instances.All(instance => instance.TargetRole == ResourceRole.Stopped))
        {
            return CannotRun(expectation, "It is still to be stopped (target-role=Stopped).", "A rule, or somebody at the same time, sets that.", "Look at its meta attributes with haiac service status, or start it again.");
        }

        var usable = picture.Status.Nodes.Where(node => node.Online && !node.Standby).ToList();
        if (usable.Count > 0 && usable.All(node => node.Maintenance))
        {
            return CannotRun(expectation, $"Every usable node is in maintenance: {string.Join(", ", usable.Select(node => node.Name))}.",
                "On a node in maintenance nothing is started; ending it is for whoever set it.", "End the maintenance of a node.");
        }

        return instances.Count > 0 && instances.All(instance => !instance.Managed)
            ? CannotRun(expectation, "The cluster does not manage it.", "is-managed is false, or it is in maintenance.", "haiac service enable lets the cluster manage it again.")
            : null;
    }

    private static Finding? ElsewhereOrUnusable(Expectation expectation, ClusterPicture picture, NodeName node)
    {
        var state = picture.Status.FindNode(node);
        var elsewhere = picture.Status.RunningOn(expectation.Id);
        return state is not { CanRunResources: true }
            ? CannotRun(expectation, $"{node} cannot run resources now.", "It is offline, in standby, in maintenance or not a node of this cluster.", "Bring it back, or name another node.", node)
            : elsewhere.Count > 0 && !expectation.Cloned && expectation.Around.IsEmpty
                ? CannotRun(expectation, $"It runs on {string.Join(", ", elsewhere)} instead.", "It has one instance, and the cluster prefers that node.",
                    $"Move it there (haiac cluster move {expectation.Id} {node}), or be content with where it runs.", node)
                : null;
    }

    private static string? BlockingMember(Expectation expectation, ClusterPicture picture) =>
        expectation.Around.Select(id => CibId.TryParse(id, out var parsed, out _) ? picture.Cib.Find(parsed) : null).OfType<CibGroup>()
            .SelectMany(group => group.Primitives.TakeWhile(member => member.Id != expectation.Resource.Id))
            .FirstOrDefault(member => EffectiveSettings.Own(member, "target-role") is { } role && ResourceRoles.TryParse(role, out var parsed, out _) && parsed == ResourceRole.Stopped)
            ?.Id.Value;

    private static Verdict Unpromoted(Expectation expectation, ClusterPicture picture, List<ResourceInstance> instances, List<OperationFailure> failures)
    {
        var text = $"{expectation.Id} runs, no instance is promoted";
        if (failures.Count > 0)
        {
            var finding = FailureText.StartFailed(expectation, picture.Status, failures);
            return new(VerdictKind.Failed, finding.What) { Finding = finding };
        }

        if (instances.Any(instance => instance.TargetRole == ResourceRole.Unpromoted))
        {
            var finding = CannotRun(expectation, "Its instances run, but none may be promoted (target-role=Unpromoted).", "Somebody demoted it on purpose.", "Take target-role out of its meta attributes.");
            return new(VerdictKind.Failed, finding.What) { Finding = finding };
        }

        if (!picture.RunsAgents)
        {
            return new(VerdictKind.SettledWithNote, $"{text}: a virtual cluster runs no agents, and only an agent can ask for promotion");
        }

        return new(VerdictKind.Blocked, text)
        {
            Finding = new(FindingCode.Blocked, $"{text}.", $"CIB resource {expectation.Id}",
                "The agent has not given any instance a promotion score, or quorum or a constraint forbids the promoted role.",
                "Look at the agent's log on the nodes and at crm_mon; a database may wait for its first node to be chosen."),
        };
    }

    private static Finding CannotRun(Expectation expectation, string what, string why, string mend, NodeName? node = null) =>
        new(FindingCode.CannotRun, $"{expectation.Id} does not run{(node is null ? "" : $" on {node}")}. {what}", $"CIB resource {expectation.Id}", why, mend);
}
