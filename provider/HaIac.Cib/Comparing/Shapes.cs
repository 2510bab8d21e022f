using HaIac.Cib.Constraints;
using HaIac.Cib.Nodes;
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
        CibTemplate template => ResourceShapes.Of(template),
        CibMaster master => ResourceShapes.Of(master),
        CibBundle bundle => ResourceShapes.Of(bundle),
        LocationConstraint location => ConstraintShapes.Of(location),
        ColocationConstraint colocation => ConstraintShapes.Of(colocation),
        OrderConstraint order => ConstraintShapes.Of(order),
        ClusterProperties properties => OptionShapes.Of(properties),
        ResourceDefaults defaults => OptionShapes.Of(defaults),
        OperationDefaults defaults => OptionShapes.Of(defaults),
        ClusterNode node => NodeShapes.Of(node),
        NodeAttributes node => NodeShapes.Of(node),
        NodeUtilization node => NodeShapes.Of(node),
        _ => throw new ArgumentException($"bug in HaIac: {item.Tag} {item.Id} has no record to write", nameof(item)),
    };
}
