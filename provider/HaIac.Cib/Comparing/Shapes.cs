using HaIac.Cib.Acls;
using HaIac.Cib.Alerts;
using HaIac.Cib.Constraints;
using HaIac.Cib.Fencing;
using HaIac.Cib.Nodes;
using HaIac.Cib.Options;
using HaIac.Cib.Resources;
using HaIac.Cib.Tags;

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
        TicketConstraint ticket => ConstraintShapes.Of(ticket),
        FencingLevel level => FencingShapes.Of(level),
        CibTag tag => TagShapes.Of(tag),
        AclRole role => AclShapes.Of(role),
        AclTarget target => AclShapes.Of(target),
        AclGroup group => AclShapes.Of(group),
        CibAlert alert => AlertShapes.Of(alert),
        ClusterProperties properties => OptionShapes.Of(properties),
        ResourceDefaults defaults => OptionShapes.Of(defaults),
        OperationDefaults defaults => OptionShapes.Of(defaults),
        ClusterNode node => NodeShapes.Of(node),
        NodeAttributes node => NodeShapes.Of(node),
        NodeUtilization node => NodeShapes.Of(node),
        _ => throw new ArgumentException($"bug in HaIac: {item.Tag} {item.Id} has no record to write", nameof(item)),
    };
}
