using HaIac.Cib.Constraints;
using static HaIac.Cib.Comparing.ShapeText;

namespace HaIac.Cib.Comparing;

/// <summary>Lays constraints out, the reverse of <c>Reading.ConstraintReader</c>.</summary>
internal static class ConstraintShapes
{
    public static ObjectShape Of(LocationConstraint location) => new(location.Tag, location.Id.Value, Map(
        ("rsc", location.Resource.Value),
        ("node", location.Node.Value),
        ("score", location.Score.ToString()),
        ("role", Role(location.Role)),
        ("resource-discovery", Word(location.Discovery))));

    public static ObjectShape Of(ColocationConstraint colocation) => new(colocation.Tag, colocation.Id.Value, Map(
        ("rsc", colocation.Dependent.Value),
        ("with-rsc", colocation.Primary.Value),
        ("score", colocation.Score.ToString()),
        ("rsc-role", Role(colocation.DependentRole)),
        ("with-rsc-role", Role(colocation.PrimaryRole))));

    public static ObjectShape Of(OrderConstraint order) => new(order.Tag, order.Id.Value, Map(
        ("first", order.First.Value),
        ("then", order.Then.Value),
        ("first-action", Word(order.FirstAction)),
        ("then-action", Word(order.ThenAction)),
        ("kind", Word(order.Kind)),
        ("symmetrical", Boolean(order.Symmetrical)),
        ("require-all", Boolean(order.RequireAll))));
}
