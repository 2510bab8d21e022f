using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using static HaIac.Cib.Reading.LiveValue;

namespace HaIac.Cib.Reading;

/// <summary>Makes records of constraints; null when a record cannot hold what is there.</summary>
internal static class ConstraintReader
{
    public static LocationConstraint? Location(CibElement element)
    {
        ResourceRole? role = null;
        ResourceDiscovery? discovery = null;
        return element["rsc"] is { } resource
            && !element.Elements.Any()
            && NodeName.TryParse(element["node"], out var node, out _)
            && Score.TryParse(element["score"], out var score, out _)
            && TryRead(element["role"], ResourceRoles.TryParse, ref role)
            && TryRead(element["resource-discovery"], CibWord.TryParse<ResourceDiscovery>, ref discovery)
            ? new LocationConstraint
            {
                Id = IdOf(element),
                Resource = CibId.OfLive(resource),
                Node = node,
                Score = score,
                Role = role,
                Discovery = discovery,
            }
            : null;
    }

    public static ColocationConstraint? Colocation(CibElement element)
    {
        ResourceRole? dependentRole = null;
        ResourceRole? primaryRole = null;
        return element["rsc"] is { } dependent
            && element["with-rsc"] is { } primary
            && Score.TryParse(element["score"] ?? "0", out var score, out _)
            && TryRead(element["rsc-role"], ResourceRoles.TryParse, ref dependentRole)
            && TryRead(element["with-rsc-role"], ResourceRoles.TryParse, ref primaryRole)
            ? new ColocationConstraint
            {
                Id = IdOf(element),
                Dependent = CibId.OfLive(dependent),
                Primary = CibId.OfLive(primary),
                Score = score,
                DependentRole = dependentRole,
                PrimaryRole = primaryRole,
            }
            : null;
    }

    public static OrderConstraint? Order(CibElement element)
    {
        OrderAction? firstAction = null;
        OrderAction? thenAction = null;
        OrderKind? kind = null;
        bool? symmetrical = null;
        bool? requireAll = null;
        return element["first"] is { } first
            && element["then"] is { } then
            && TryRead(element["first-action"], CibWord.TryParse<OrderAction>, ref firstAction)
            && TryRead(element["then-action"], CibWord.TryParse<OrderAction>, ref thenAction)
            && TryRead(element["kind"], CibWord.TryParse<OrderKind>, ref kind)
            && TryRead(element["symmetrical"], CibBoolean.TryParse, ref symmetrical)
            && TryRead(element["require-all"], CibBoolean.TryParse, ref requireAll)
            ? new OrderConstraint
            {
                Id = IdOf(element),
                First = CibId.OfLive(first),
                Then = CibId.OfLive(then),
                FirstAction = firstAction,
                ThenAction = thenAction,
                Kind = kind,
                Symmetrical = symmetrical,
                RequireAll = requireAll,
            }
            : null;
    }
}
