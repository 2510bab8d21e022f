using HaIac.Cib.Constraints;
using HaIac.Cib.Options;
using HaIac.Cib.Resources;

namespace HaIac.Cib.Comparing;

/// <summary>Lays records out as <see cref="ObjectShape"/>s, the reverse of <c>Reading.ObjectReader</c>: one line per record.</summary>
internal static class Shapes
{
    public static ObjectShape Of(CibObject item) => item switch
    {
        CibPrimitive primitive => ResourceShapes.Of(primitive),
        CibGroup group => ResourceShapes.Of(group),
        CibClone clone => ResourceShapes.Of(clone),
        LocationConstraint location => ConstraintShapes.Of(location),
        ColocationConstraint colocation => ConstraintShapes.Of(colocation),
        OrderConstraint order => ConstraintShapes.Of(order),
        ClusterProperties properties => OptionShapes.Of(properties),
        _ => throw new ArgumentException($"bug in HaIac: {item.Tag} {item.Id} has no record to write", nameof(item)),
    };
}
