using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Comparing.ShapeText;

namespace HaIac.Cib.Comparing;

/// <summary>Lays resources out, the reverse of <c>Reading.ResourceReader</c>.</summary>
internal static class ResourceShapes
{
    public static ObjectShape Of(CibPrimitive primitive) => new(primitive.Tag, primitive.Id.Value, Map(
        ("class", primitive.Agent.Standard),
        ("provider", primitive.Agent.Provider),
        ("type", primitive.Agent.Type)))
    {
        Sets =
        [
            (CibTags.InstanceAttributes, primitive.InstanceAttributes),
            (CibTags.MetaAttributes, primitive.MetaAttributes),
            (CibTags.Utilization, primitive.Utilization),
        ],
        Parts =
        [
            .. AttributeSetShapes.Of(CibTags.InstanceAttributes, primitive.FurtherInstanceAttributes),
            .. AttributeSetShapes.Of(CibTags.MetaAttributes, primitive.FurtherMetaAttributes),
            .. AttributeSetShapes.Of(CibTags.Utilization, primitive.FurtherUtilization),
        ],
        Operations = [.. primitive.Operations.Select(Of)],
    };

    public static ObjectShape Of(CibGroup group) => new(group.Tag, group.Id.Value, AttributeMap.Empty)
    {
        Sets = [(CibTags.MetaAttributes, group.MetaAttributes)],
        Parts = [.. AttributeSetShapes.Of(CibTags.MetaAttributes, group.FurtherMetaAttributes)],
        Members = [.. group.Primitives.Select(Of)],
    };

    public static ObjectShape Of(CibClone clone) => new(clone.Tag, clone.Id.Value, AttributeMap.Empty)
    {
        Sets = [(CibTags.MetaAttributes, MetaOf(clone))],
        Parts = [.. AttributeSetShapes.Of(CibTags.MetaAttributes, clone.FurtherMetaAttributes)],
        Members = [Shapes.Of(clone.Inner)],
    };

    private static ObjectShape Of(CibOperation operation) => new(CibTags.Operation, "", AttributeMap.Of(
        Map(
            ("name", operation.Name),
            ("interval", operation.Interval.ToString()),
            ("timeout", operation.Timeout?.ToString()),
            ("role", Role(operation.Role)),
            ("on-fail", Word(operation.OnFail))).Concat(operation.OtherAttributes)))
    {
        Sets = [(CibTags.InstanceAttributes, operation.InstanceAttributes)],
    };

    private static AttributeMap MetaOf(CibClone clone) =>
        clone.Promotable is { } promotable ? clone.MetaAttributes.Set(CibTags.Promotable, CibBoolean.Format(promotable)) : clone.MetaAttributes;
}
