using HaIac.Cib.Constraints;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Awaiting;

/// <summary>Finds out why a cluster that has nothing left to do does not run a resource, though nothing failed.</summary>
internal static class BlockFinder
{
    /// <summary>The first reason that holds, from the cluster as a whole down to single constraints.</summary>
    public static Finding Find(Expectation expectation, ClusterPicture picture)
    {
        var status = picture.Status;
        var usable = status.Nodes.Where(node => node.CanRunResources).ToList();
        return NoQuorum(status) ?? NoNode(status, usable) ?? Unrunnable(expectation, picture) ?? Banned(expectation, picture, usable) ?? Ordered(expectation, picture)
            ?? Colocated(expectation, picture)
            ?? Block("The scheduler sees no node for it.", "No failure, ban, order or colocation explains it; rules, utilization or an opt-in cluster (symmetric-cluster=false) may.",
                "Ask the cluster: crm_simulate -sL shows the scores that decide.");

        Finding Block(string what, string why, string mend) =>
            new(FindingCode.Blocked, $"{expectation.Id} does not run. {what}", $"CIB resource {expectation.Id}", why, mend);

        Finding? NoQuorum(ClusterStatus cluster) => cluster.HasQuorum || cluster.NoQuorumPolicy == "ignore"
            ? null
            : Block("The cluster has no quorum.", $"Without quorum nothing is started (no-quorum-policy is {(cluster.NoQuorumPolicy.Length == 0 ? "not ignore" : cluster.NoQuorumPolicy)}).",
                "Bring the missing nodes back, then run up again.");

        Finding? NoNode(ClusterStatus cluster, List<NodeStatus> nodes) => nodes.Count > 0
            ? null
            : Block("No node can run resources now.", string.Join(", ", cluster.Nodes.Select(node => $"{node.Name} is {StateOf(node)}")) + ".",
                "Bring a node back or end its standby or maintenance, then run up again.");

        Finding? Unrunnable(Expectation wanted, ClusterPicture now) =>
            now.Next.FirstOrDefault(action => action.Blocked && action.Resource is { } id && wanted.Primitives.Contains(id)) is { } blocked
                ? Block($"The scheduler cannot {blocked.Kind.ToString().ToLowerInvariant()} it: {blocked.Reason ?? "it gives no reason"}.",
                    "Something that must happen first cannot happen.", "Mend what the reason names, then run up again.")
                : null;

        Finding? Banned(Expectation wanted, ClusterPicture now, List<NodeStatus> nodes)
        {
            var ids = IdsOf(wanted);
            var bans = now.Status.Bans.Where(ban => !ban.PromotedOnly && ids.Contains(ban.Resource)).ToList();
            return nodes.All(node => bans.Any(ban => ban.Node == node.Name)) && bans.Count > 0
                ? Block($"Every usable node is forbidden to it: {string.Join(", ", bans.Select(ban => $"{ban.Node} by {ban.ConstraintId}"))}.",
                    bans.Any(ban => ban.ConstraintId.StartsWith("cli-ban-", StringComparison.Ordinal))
                        ? "An operator moved or banned it by hand; HaIac leaves such bans alone."
                        : "Location constraints with score -INFINITY forbid these nodes.",
                    bans.Any(ban => ban.ConstraintId.StartsWith("cli-ban-", StringComparison.Ordinal))
                        ? $"crm_resource --clear --resource {wanted.Id} takes the ban away."
                        : "Allow a node, or bring back one that is allowed.")
                : null;
        }

        Finding? Ordered(Expectation wanted, ClusterPicture now)
        {
            var ids = IdsOf(wanted);
            var order = now.Cib.Constraints.OfType<OrderConstraint>().FirstOrDefault(constraint =>
                constraint is { First: { } first, Then: { } then, Kind: null or OrderKind.Mandatory } && ids.Contains(then.Value) && now.Status.RunningOn(first.Value).Count == 0);
            return order is null
                ? null
                : Block($"It is ordered after {order.First}, which does not run.", $"Order constraint {order.Id} is mandatory.",
                    $"Bring {order.First} up, or make the order Optional.");
        }

        Finding? Colocated(Expectation wanted, ClusterPicture now)
        {
            var ids = IdsOf(wanted);
            var colocation = now.Cib.Constraints.OfType<ColocationConstraint>().FirstOrDefault(constraint =>
                constraint is { Dependent: { } dependent, Primary: { } primary } && constraint.Score == Score.Infinity
                && ids.Contains(dependent.Value) && now.Status.RunningOn(primary.Value).Count == 0);
            return colocation is null
                ? null
                : Block($"It must be where {colocation.Primary} is, which does not run.", $"Colocation constraint {colocation.Id} has score INFINITY.",
                    $"Bring {colocation.Primary} up, or lower the score.");
        }
    }

    private static HashSet<string> IdsOf(Expectation expectation) =>
        [.. expectation.AllIds];

    private static string StateOf(NodeStatus node) => node switch
    {
        { Unclean: true } => "unclean (its state is unknown)",
        { Online: false } => "offline",
        { Pending: true } => "joining",
        { ShuttingDown: true } => "shutting down",
        { Standby: true } => "in standby",
        { Maintenance: true } => "in maintenance",
        _ => "not usable",
    };
}
