using HaIac.Cib.Tags;
using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing;

/// <summary>Lays tags out, the reverse of <c>Reading.TagReader</c>.</summary>
internal static class TagShapes
{
    public static ObjectShape Of(CibTag tag) => new(tag.Tag, tag.Id.Value, AttributeMap.Empty)
    {
        Parts = ConstraintShapes.References("obj_ref", tag.Members),
    };
}
