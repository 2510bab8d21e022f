using HaIac.Cib.Documents;
using HaIac.Cib.Nodes;
using HaIac.Cib.Values;
using static HaIac.Cib.Reading.LiveValue;

namespace HaIac.Cib.Reading;

/// <summary>Makes records of nodes; null when a record cannot hold what is there.</summary>
internal static class NodeReader
{
    public static ClusterNode? Node(CibElement element)
    {
        NodeType? type = null;
        Score? score = null;
        return NodeName.TryParse(element["uname"], out var name, out _)
            && TryRead(element["type"], CibWord.TryParse<NodeType>, ref type)
            && TryRead(element["score"], Score.TryParse, ref score)
            ? new ClusterNode
            {
                Id = IdOf(element),
                Name = name,
                Type = type,
                Description = element["description"],
                Score = score,
                Attributes = AttributeSets.Plain(element, CibTags.InstanceAttributes),
                FurtherAttributes = AttributeSetReader.Further(element, CibTags.InstanceAttributes),
                Utilization = AttributeSets.Plain(element, CibTags.Utilization),
                FurtherUtilization = AttributeSetReader.Further(element, CibTags.Utilization),
            }
            : null;
    }
}
