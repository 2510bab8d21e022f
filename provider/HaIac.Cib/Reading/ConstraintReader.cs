using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Rules;
using HaIac.Cib.Values;
using static HaIac.Cib.Reading.LiveParts;
using static HaIac.Cib.Reading.LiveValue;

namespace HaIac.Cib.Reading;

/// <summary>Makes records of constraints; null where one holds what no record can hold.</summary>
internal static class ConstraintReader
{
    public static LocationConstraint? Location(CibElement element)
    {
        Score? score = null;
        ResourceRole? role = null;
        ResourceDiscovery? discovery = null;
        NodeName? node = null;
        return (element["node"] is null || NodeName.TryParse(element["node"], out node, out _))
            && TryRead(element["score"], Score.TryParse, ref score)
            && TryRead(element["role"], ResourceRoles.TryParse, ref role)
            && TryRead(element["resource-discovery"], CibWord.TryParse<ResourceDiscovery>, ref discovery)
            && Parts(element, "resource_set", Set) is { } sets
            && Parts(element, RuleTags.Rule, RuleReader.Read) is { } rules
            && Lifetime(element) is { } lifetime
            ? new LocationConstraint
            {
                Id = IdOf(element),
                Resource = OptionalId(element["rsc"]),
                ResourcePattern = element["rsc-pattern"],
                ResourceSets = sets,
                Node = node,
                Score = score,
                Rules = rules,
                Role = role,
                Discovery = discovery,
                Lifetime = lifetime,
            }
            : null;
    }

    public static ColocationConstraint? Colocation(CibElement element)
    {
        Score? score = null;
        ResourceRole? dependentRole = null;
        ResourceRole? primaryRole = null;
        bool? influence = null;
        return TryRead(element["score"], Score.TryParse, ref score)
            && TryRead(element["rsc-role"], ResourceRoles.TryParse, ref dependentRole)
            && TryRead(element["with-rsc-role"], ResourceRoles.TryParse, ref primaryRole)
            && TryRead(element["influence"], CibBoolean.TryParse, ref influence)
            && Parts(element, "resource_set", Set) is { } sets
            && Lifetime(element) is { } lifetime
            ? new ColocationConstraint
            {
                Id = IdOf(element),
                Dependent = OptionalId(element["rsc"]),
                Primary = OptionalId(element["with-rsc"]),
                ResourceSets = sets,
                Score = score,
                DependentRole = dependentRole,
                PrimaryRole = primaryRole,
                NodeAttribute = element["node-attribute"],
                Influence = influence,
                Lifetime = lifetime,
            }
            : null;
    }

    public static OrderConstraint? Order(CibElement element)
    {
        OrderAction? firstAction = null;
        OrderAction? thenAction = null;
        OrderKind? kind = null;
        Score? score = null;
        bool? symmetrical = null;
        bool? requireAll = null;
        return TryRead(element["first-action"], CibWord.TryParse<OrderAction>, ref firstAction)
            && TryRead(element["then-action"], CibWord.TryParse<OrderAction>, ref thenAction)
            && TryRead(element["kind"], CibWord.TryParse<OrderKind>, ref kind)
            && TryRead(element["score"], Score.TryParse, ref score)
            && TryRead(element["symmetrical"], CibBoolean.TryParse, ref symmetrical)
            && TryRead(element["require-all"], CibBoolean.TryParse, ref requireAll)
            && Parts(element, "resource_set", Set) is { } sets
            && Lifetime(element) is { } lifetime
            ? new OrderConstraint
            {
                Id = IdOf(element),
                First = OptionalId(element["first"]),
                Then = OptionalId(element["then"]),
                ResourceSets = sets,
                FirstAction = firstAction,
                ThenAction = thenAction,
                Kind = kind,
                Symmetrical = symmetrical,
                RequireAll = requireAll,
                Score = score,
                Lifetime = lifetime,
            }
            : null;
    }

    public static TicketConstraint? Ticket(CibElement element)
    {
        ResourceRole? role = null;
        TicketLossPolicy? lossPolicy = null;
        return element["ticket"] is { } ticket
            && TryRead(element["rsc-role"], ResourceRoles.TryParse, ref role)
            && TryRead(element["loss-policy"], CibWord.TryParse<TicketLossPolicy>, ref lossPolicy)
            && Parts(element, "resource_set", Set) is { } sets
            ? new TicketConstraint
            {
                Id = IdOf(element),
                Ticket = ticket,
                Resource = OptionalId(element["rsc"]),
                Role = role,
                ResourceSets = sets,
                LossPolicy = lossPolicy,
            }
            : null;
    }

    private static ResourceSet? Set(CibElement element)
    {
        bool? sequential = null;
        bool? requireAll = null;
        SetOrdering? ordering = null;
        OrderAction? action = null;
        ResourceRole? role = null;
        Score? score = null;
        OrderKind? kind = null;
        return TryRead(element["sequential"], CibBoolean.TryParse, ref sequential)
            && TryRead(element["require-all"], CibBoolean.TryParse, ref requireAll)
            && TryRead(element["ordering"], CibWord.TryParse<SetOrdering>, ref ordering)
            && TryRead(element["action"], CibWord.TryParse<OrderAction>, ref action)
            && TryRead(element["role"], ResourceRoles.TryParse, ref role)
            && TryRead(element["score"], Score.TryParse, ref score)
            && TryRead(element["kind"], CibWord.TryParse<OrderKind>, ref kind)
            ? new ResourceSet
            {
                Id = OptionalId(element.Id),
                IdRef = OptionalId(element["id-ref"]),
                Members = References(element, "resource_ref"),
                Sequential = sequential,
                RequireAll = requireAll,
                Ordering = ordering,
                Action = action,
                Role = role,
                Score = score,
                Kind = kind,
            }
            : null;
    }

    /// <summary>The rules of a lifetime, none where there is no such element; null when one cannot be read.</summary>
    private static ValueList<CibRule>? Lifetime(CibElement constraint) =>
        constraint.Find(RuleTags.Lifetime) is { } lifetime ? Parts(lifetime, RuleTags.Rule, RuleReader.Read) : [];
}
