using HaIac.Cib.Documents;
using HaIac.Cib.Nodes;
using HaIac.Cib.Values;
using static HaIac.Cib.Comparing.ShapeText;

namespace HaIac.Cib.Comparing;

/// <summary>Lays nodes out, the reverse of <c>Reading.NodeReader</c>.</summary>
internal static class NodeShapes
{
    public static ObjectShape Of(ClusterNode node) => new(node.Tag, node.Id.Value, Map(
        ("uname", node.Name.Value),
        ("type", Word(node.Type)),
        ("description", node.Description),
        ("score", node.Score?.ToString())))
    {
        Sets = [(CibTags.InstanceAttributes, node.Attributes), (CibTags.Utilization, node.Utilization)],
        Parts =
        [
            .. AttributeSetShapes.Of(CibTags.InstanceAttributes, node.FurtherAttributes),
            .. AttributeSetShapes.Of(CibTags.Utilization, node.FurtherUtilization),
        ],
    };

    public static ObjectShape Of(NodeAttributes node) => new(node.Tag, node.Id.Value, AttributeMap.Empty)
    {
        Sets = [(CibTags.InstanceAttributes, node.Attributes)],
        Parts = [.. AttributeSetShapes.Of(CibTags.InstanceAttributes, node.FurtherAttributes)],
    };

    public static ObjectShape Of(NodeUtilization node) => new(node.Tag, node.Id.Value, AttributeMap.Empty)
    {
        Sets = [(CibTags.Utilization, node.Utilization)],
        Parts = [.. AttributeSetShapes.Of(CibTags.Utilization, node.FurtherUtilization)],
    };
}
