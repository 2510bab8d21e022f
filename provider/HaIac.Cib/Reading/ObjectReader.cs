using HaIac.Cib.Documents;
using HaIac.Cib.Resources;

namespace HaIac.Cib.Reading;

/// <summary>
/// Makes records of elements, one line per tag. What a record cannot hold, in form or in value, becomes an <see cref="UnmodelledObject"/>;
/// nothing throws.
/// </summary>
internal static class ObjectReader
{
    public static CibObject Read(CibElement element)
    {
        CibObject? known = element.Name switch
        {
            "primitive" => ResourceReader.Primitive(element),
            "group" => ResourceReader.Group(element),
            "clone" => ResourceReader.Clone(element),
            "rsc_location" => ConstraintReader.Location(element),
            "rsc_colocation" => ConstraintReader.Colocation(element),
            "rsc_order" => ConstraintReader.Order(element),
            CibTags.ClusterPropertySet => OptionReader.Properties(element),
            _ => null,
        };
        return known ?? new UnmodelledObject(element.Name) { Id = LiveValue.IdOf(element) };
    }
}
