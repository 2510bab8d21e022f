using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Rules;
using HaIac.Cib.Values;
using static HaIac.Cib.Comparing.ShapeText;

namespace HaIac.Cib.Comparing;

/// <summary>Lays constraints out, the reverse of <c>Reading.ConstraintReader</c>.</summary>
internal static class ConstraintShapes
{
    public static ObjectShape Of(LocationConstraint location) => new(location.Tag, location.Id.Value, Map(
        ("rsc", location.Resource?.Value),
        ("rsc-pattern", location.ResourcePattern),
        ("node", location.Node?.Value),
        ("score", location.Score?.ToString()),
        ("role", Role(location.Role)),
        ("resource-discovery", Word(location.Discovery))))
    {
        Parts = [.. Sets(location.ResourceSets), .. location.Rules.SelectMany(RuleShapes.Of), .. Lifetime(location.Lifetime)],
    };

    public static ObjectShape Of(ColocationConstraint colocation) => new(colocation.Tag, colocation.Id.Value, Map(
        ("rsc", colocation.Dependent?.Value),
        ("with-rsc", colocation.Primary?.Value),
        ("score", colocation.Score?.ToString()),
        ("rsc-role", Role(colocation.DependentRole)),
        ("with-rsc-role", Role(colocation.PrimaryRole)),
        ("node-attribute", colocation.NodeAttribute),
        ("influence", Boolean(colocation.Influence))))
    {
        Parts = [.. Lifetime(colocation.Lifetime), .. Sets(colocation.ResourceSets)],
    };

    public static ObjectShape Of(OrderConstraint order) => new(order.Tag, order.Id.Value, Map(
        ("first", order.First?.Value),
        ("then", order.Then?.Value),
        ("first-action", Word(order.FirstAction)),
        ("then-action", Word(order.ThenAction)),
        ("kind", Word(order.Kind)),
        ("score", order.Score?.ToString()),
        ("symmetrical", Boolean(order.Symmetrical)),
        ("require-all", Boolean(order.RequireAll))))
    {
        Parts = [.. Lifetime(order.Lifetime), .. Sets(order.ResourceSets)],
    };

    public static ObjectShape Of(TicketConstraint ticket) => new(ticket.Tag, ticket.Id.Value, Map(
        ("rsc", ticket.Resource?.Value),
        ("rsc-role", Role(ticket.Role)),
        ("ticket", ticket.Ticket),
        ("loss-policy", Word(ticket.LossPolicy))))
    {
        Parts = [.. Sets(ticket.ResourceSets)],
    };

    private static IEnumerable<ObjectShape> Sets(ValueList<ResourceSet> sets) => sets.Select(set => new ObjectShape("resource_set", set.Id?.Value ?? "", Map(
        ("id-ref", set.IdRef?.Value),
        ("sequential", Boolean(set.Sequential)),
        ("require-all", Boolean(set.RequireAll)),
        ("ordering", Word(set.Ordering)),
        ("action", Word(set.Action)),
        ("role", Role(set.Role)),
        ("score", set.Score?.ToString()),
        ("kind", Word(set.Kind))))
    {
        Parts = References("resource_ref", set.Members),
    });

    /// <summary>The lifetime of a constraint, which is one value; nothing where there is none.</summary>
    private static ObjectShape[] Lifetime(ValueList<CibRule> rules) => rules.Count == 0
        ? []
        : [new(RuleTags.Lifetime, "", AttributeMap.Empty)
        {
            Tree = (ownerId, ids) => new CibElement(RuleTags.Lifetime, [], rules.Select(rule => RuleWriter.WriteInside(rule, $"{ownerId}-{RuleTags.Lifetime}", ids))),
        }];

    /// <summary>Child elements that have the id of another object and nothing else.</summary>
    public static ObjectShape[] References(string tag, ValueList<CibId> ids) =>
        [.. ids.Select(id => new ObjectShape(tag, "", Map(("id", id.Value))))];
}
