using HaIac.Cib.Documents;
using HaIac.Cib.Options;
using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing;

/// <summary>Lays sets of options out, the reverse of <c>Reading.OptionReader</c>.</summary>
internal static class OptionShapes
{
    public static ObjectShape Of(ClusterProperties properties) => new(properties.Tag, properties.Id.Value, AttributeMap.Empty)
    {
        Sets = [(CibTags.ClusterPropertySet, properties.Properties)],
    };
}
