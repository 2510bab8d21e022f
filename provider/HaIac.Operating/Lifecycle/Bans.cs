using System.Globalization;
using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Rules;
using HaIac.Cib.Values;
using HaIac.Operating.Naming;

namespace HaIac.Operating.Lifecycle;

/// <summary>Constraints that keep a service off a node (rules H5, I3, I5). Pure functions of a CIB.</summary>
/// <remarks>
/// A stop that an operator asks for holds until the start: its ban carries our mark only. A restart's ban carries our mark and a time at which it ends by
/// itself, even if this program and every later one never run again. Source: Pacemaker Explained, Rules, Date/Time Expressions, Location Rules.
/// </remarks>
internal static class Bans
{
    private const string NodeAttribute = "#uname";

    /// <summary>The ban that holds until somebody takes it away.</summary>
    public static LocationConstraint Lasting(CibId outer, NodeName node) =>
        new() { Id = MarkedIds.Ban(outer, node), Resource = outer, Node = node, Score = Score.MinusInfinity };

    /// <summary>The ban that ends by itself.</summary>
    public static LocationConstraint Until(CibId outer, NodeName node, DateTimeOffset end) => new()
    {
        Id = MarkedIds.Ban(outer, node),
        Resource = outer,
        Rules =
        [
            new CibRule
            {
                Score = Score.MinusInfinity,
                Expressions =
                [
                    new NodeAttributeExpression { Attribute = NodeAttribute, Comparison = AttributeComparison.Equal, Value = node.Value },
                    new DateExpression { Comparison = DateComparison.Before, End = Moment(end) },
                ],
            },
        ],
    };

    /// <summary>A moment in the spelling of the CIB, whole seconds, UTC.</summary>
    public static RuleDate Moment(DateTimeOffset time) =>
        RuleDate.Parse(time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture));

    /// <summary>Our bans of a service, on one node or on all.</summary>
    public static IEnumerable<LocationConstraint> Ours(CibDocument cib, ResolvedService service, NodeName? node = null) =>
        Of(cib, service, node).Where(ban => ban.Id.Value.StartsWith(MarkedIds.BanPrefix, StringComparison.Ordinal));

    /// <summary>Bans that operators made by hand (<c>crm_resource --ban</c>, <c>pcs resource ban</c>).</summary>
    public static IEnumerable<LocationConstraint> ByHand(CibDocument cib, ResolvedService service, NodeName? node = null) =>
        Of(cib, service, node).Where(ban => ban.Id.Value.StartsWith("cli-ban-", StringComparison.Ordinal));

    /// <summary>Whether a ban of ours is one that ends by itself: of a restart.</summary>
    public static bool EndsByItself(LocationConstraint ban) => ban.Rules.SelectMany(rule => rule.Expressions).Any(expression => expression is DateExpression);

    /// <summary>Edits after which nothing bans the service: our bans and those made by hand.</summary>
    public static IReadOnlyList<CibEdit> Clear(CibDocument cib, ResolvedService service, NodeName? node) =>
        [.. Ours(cib, service, node).Concat(ByHand(cib, service, node)).Select(ban => new RemoveObject(ban))];

    /// <summary>The node that a constraint names, itself or by its rule; null when it names none.</summary>
    public static NodeName? NodeOf(LocationConstraint ban) =>
        ban.Node ?? ban.Rules.SelectMany(rule => rule.Expressions).OfType<NodeAttributeExpression>()
            .Where(expression => expression is { Attribute: NodeAttribute, Comparison: AttributeComparison.Equal })
            .Select(expression => NodeName.TryParse(expression.Value, out var node, out _) ? node : null)
            .FirstOrDefault();

    private static IEnumerable<LocationConstraint> Of(CibDocument cib, ResolvedService service, NodeName? node) =>
        cib.Constraints.OfType<LocationConstraint>().Where(location =>
            location.Resource is { } resource && service.AllIds.Contains(resource) && (node is null || NodeOf(location) == node));
}
