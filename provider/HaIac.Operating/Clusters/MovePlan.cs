using System.Globalization;
using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Rules;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Reporting;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Clusters;

/// <summary>
/// Moves, bans and clears by constraints with the ids of <c>crm_resource</c> (<c>cli-prefer-…</c>, <c>cli-ban-…-on-…</c>), so that every tool knows them as set by
/// hand (requirement Q2). They name the outermost resource: a member of a group or clone goes nowhere alone.
/// </summary>
/// <remarks>Source: Pacemaker, tools/crm_resource_ban.c.</remarks>
internal sealed class MovePlan(CibDocument cib, ClusterStatus status, TimeProvider clock)
{
    /// <summary>Moves a resource to a node, or, without one, away from where it runs.</summary>
    /// <param name="id">Id of a resource, an inner one stands for its outermost.</param>
    /// <param name="node">Where to; null: anywhere else.</param>
    /// <param name="lifetime">How long it shall hold; null: until it is cleared.</param>
    public ClusterChange Move(string id, NodeName? node, TimeSpan? lifetime)
    {
        var resource = Outermost(id);
        var promotable = resource is CibClone { Promotable: true } or CibMaster;
        if (resource is CibClone or CibMaster && !promotable)
        {
            throw Refuse($"{resource.Id} is a clone: it has an instance on many nodes, and moving means nothing for it.", resource, $"Keep it off a node: haiac cluster ban {resource.Id} NODE.");
        }

        if (node is null)
        {
            var places = (promotable ? status.InstancesOf(resource.Id.Value).Where(instance => instance.Role == ResourceRole.Promoted) : status.InstancesOf(resource.Id.Value).Where(instance => instance.Active))
                .SelectMany(instance => instance.Nodes).Distinct().ToList();
            return places.Count == 1
                ? Ban(resource, places[0], promotable, lifetime)
                : throw Refuse($"{resource.Id} {(places.Count == 0 ? "runs nowhere" : $"runs on {string.Join(", ", places.Order())}")}{(promotable ? " in the promoted role" : "")}, so it is not clear what it shall leave.", resource, $"Name the node: haiac cluster move {resource.Id} NODE.");
        }

        var target = OptionPlan.Find(cib, node).Name;
        var wish = Constraint($"cli-prefer-{resource.Id}", resource, target, Score.Infinity, promotable, lifetime);
        var inTheWay = Moves(resource, target).Where(move => move.Id != wish.Id).ToList();
        return new()
        {
            Steps = [.. inTheWay.Select(Gone), $"{resource.Id}: {(promotable ? "promoted role " : "")}moved to {target} ({wish.Id}{Until(lifetime)})"],
            Edits = [.. inTheWay.Select(move => new RemoveObject(move)), new PutObject(wish, cib.Find(wish.Id) as LocationConstraint)],
            Notes = lifetime is null ? [$"The constraint stays until somebody clears it: haiac cluster clear {resource.Id}"] : [],
        };
    }

    /// <summary>Keeps a resource off a node.</summary>
    /// <param name="id">Id of a resource.</param>
    /// <param name="node">The node; null: the one it runs on.</param>
    /// <param name="promotedOnly">Whether only the promoted role is kept away.</param>
    /// <param name="lifetime">How long; null: until it is cleared.</param>
    public ClusterChange Ban(string id, NodeName? node, bool promotedOnly, TimeSpan? lifetime)
    {
        var resource = Outermost(id);
        var places = status.RunningOn(resource.Id.Value);
        var target = node is not null ? OptionPlan.Find(cib, node).Name : places.Count == 1 ? places[0] : throw Refuse(
            $"{resource.Id} {(places.Count == 0 ? "runs nowhere" : $"runs on {string.Join(", ", places)}")}.", resource, $"Name the node: haiac cluster ban {resource.Id} NODE.");
        return Ban(resource, target, promotedOnly, lifetime);
    }

    /// <summary>Takes moves and bans of a resource away, those that <c>crm_resource</c> and pcs made too.</summary>
    /// <param name="id">Id of a resource.</param>
    /// <param name="node">Only what is about this node; null: all.</param>
    public ClusterChange Clear(string id, NodeName? node)
    {
        var resource = Outermost(id);
        var moves = Moves(resource, node is null ? null : OptionPlan.Find(cib, node).Name).ToList();
        return moves.Count == 0
            ? ClusterChange.Nothing($"{resource.Id} is neither moved nor banned{(node is null ? "" : $" from or to {node}")}.")
            : new() { Steps = [.. moves.Select(Gone)], Edits = [.. moves.Select(move => new RemoveObject(move))] };
    }

    private ClusterChange Ban(CibResource resource, NodeName node, bool promotedOnly, TimeSpan? lifetime)
    {
        var ban = Constraint($"cli-ban-{resource.Id}-on-{node}", resource, node, Score.MinusInfinity, promotedOnly, lifetime);
        var inTheWay = Moves(resource, node).Where(move => move.Id != ban.Id && move.Id.Value.StartsWith("cli-prefer-", StringComparison.Ordinal)).ToList();
        var left = status.Nodes.Where(other => other.CanRunResources && other.Name != node && !status.Bans.Any(known => known.Node == other.Name && known.Resource == resource.Id.Value)).ToList();
        return new()
        {
            Steps = [.. inTheWay.Select(Gone), $"{resource.Id}: {(promotedOnly ? "promoted role " : "")}kept away from {node} ({ban.Id}{Until(lifetime)})"],
            Edits = [.. inTheWay.Select(move => new RemoveObject(move)), new PutObject(ban, cib.Find(ban.Id) as LocationConstraint)],
            Notes =
            [
                .. left.Count == 0 ? [$"No other node can take {resource.Id} now: it will stop."] : Array.Empty<string>(),
                .. lifetime is null ? [$"The constraint stays until somebody clears it: haiac cluster clear {resource.Id}"] : Array.Empty<string>(),
            ],
        };
    }

    private LocationConstraint Constraint(string id, CibResource resource, NodeName node, Score score, bool promotedOnly, TimeSpan? lifetime)
    {
        var constraint = new LocationConstraint { Id = CibId.Parse(Printable(id)), Resource = resource.Id, Role = promotedOnly ? ResourceRole.Promoted : null };
        if (lifetime is not { } span)
        {
            return constraint with { Node = node, Score = score };
        }

        var end = clock.GetUtcNow().Add(span).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return constraint with
        {
            Rules =
            [
                new()
                {
                    Score = score,
                    Operator = RuleOperator.And,
                    Expressions =
                    [
                        new NodeAttributeExpression { Attribute = "#uname", Comparison = AttributeComparison.Equal, Value = node.Value, Type = AttributeValueType.String },
                        new DateExpression { Comparison = DateComparison.Before, End = RuleDate.Parse(end) },
                    ],
                },
            ],
        };
    }

    /// <summary>What was set by hand about a resource or anything inside it; with a node, only what is about that node, and where it was moved to.</summary>
    private IEnumerable<LocationConstraint> Moves(CibResource resource, NodeName? node)
    {
        var ids = resource.SelfAndInside().Select(inside => inside.Id).ToHashSet();
        return cib.Constraints.OfType<LocationConstraint>().Where(move => OperatorMarks.IsMove(move) && move.Resource is { } about && ids.Contains(about) && (node is null || IsAbout(move, node)));
    }

    private static bool IsAbout(LocationConstraint move, NodeName node) =>
        move.Node == node || move.Rules.Any(rule => rule.Expressions.OfType<NodeAttributeExpression>().Any(test => test.Attribute == "#uname" && string.Equals(test.Value, node.Value, StringComparison.OrdinalIgnoreCase)));

    private static string Gone(LocationConstraint move) => $"{move.Resource}: {move.Id} removed";

    // A name of a node may hold what an id may not.
    private static string Printable(string id) => string.Concat(id.Select(sign => char.IsLetterOrDigit(sign) || sign is '-' or '_' or '.' ? sign : '_'));

    private static string Until(TimeSpan? lifetime) => lifetime is { } span ? $", for {CibDuration.Of(span)}" : "";

    private CibResource Outermost(string id) =>
        cib.Resources.OfType<CibResource>().FirstOrDefault(resource => resource.SelfAndInside().Any(inside => inside.Id.Value == id)) ?? throw new FindingException(new(
            FindingCode.NoSuchResource,
            $"The cluster has no resource \"{id}\"{(cib.Resources.Any() ? "" : "; it has none at all")}.",
            "section resources of the CIB",
            "A resource is named by its id in the CIB: of a primitive, group, clone or bundle.",
            NearestName.Find(id, cib.Resources.OfType<CibResource>().SelectMany(resource => resource.SelfAndInside()).Select(inside => inside.Id.Value)) is { } near ? $"Did you mean {near}?" : "haiac cluster status lists the resources."));

    private static FindingException Refuse(string what, CibResource resource, string mend) =>
        new(new(FindingCode.CannotMove, what, $"CIB {resource.Tag} {resource.Id}", "A move or a ban is about one resource and one node.", mend));
}
