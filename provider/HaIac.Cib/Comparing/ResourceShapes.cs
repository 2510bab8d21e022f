using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Comparing.ShapeText;

namespace HaIac.Cib.Comparing;

/// <summary>Lays resources out, the reverse of <c>Reading.ResourceReader</c>.</summary>
internal static class ResourceShapes
{
    public static ObjectShape Of(CibPrimitive primitive) => OfAgent(primitive, primitive.Agent, ("template", primitive.Template?.Value));

    public static ObjectShape Of(CibTemplate template) => OfAgent(template, template.Agent);

    public static ObjectShape Of(CibGroup group) => Of(group, [], group.Primitives);

    public static ObjectShape Of(CibClone clone) => Of(clone, [], [clone.Inner]) with
    {
        Sets =
        [
            (CibTags.InstanceAttributes, clone.InstanceAttributes),
            (CibTags.MetaAttributes, clone.Promotable is { } promotable ? clone.MetaAttributes.Set(CibTags.Promotable, CibBoolean.Format(promotable)) : clone.MetaAttributes),
        ],
    };

    public static ObjectShape Of(CibMaster master) => Of(master, [], [master.Inner]);

    public static ObjectShape Of(CibBundle bundle)
    {
        var shape = Of(bundle, [], bundle.Primitive is null ? [] : [bundle.Primitive]);
        return shape with { Parts = [.. BundleShapes.Parts(bundle), .. shape.Parts] };
    }

    private static ObjectShape OfAgent(CibAgentResource resource, AgentName? agent, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var shape = Of(resource, [("class", agent?.Standard), ("provider", agent?.Provider), ("type", agent?.Type), .. more], []);
        return shape with
        {
            Sets = [.. shape.Sets, (CibTags.Utilization, resource.Utilization)],
            Parts = [.. shape.Parts, .. AttributeSetShapes.Of(CibTags.Utilization, resource.FurtherUtilization)],
            Operations = [.. resource.Operations.Select(Of)],
            OperationsId = resource.OperationsId?.Value,
            OperationsFrom = resource.OperationsFrom?.Value,
        };
    }

    private static ObjectShape Of(CibResource resource, IEnumerable<(string Name, string? Value)> attributes, IEnumerable<CibResource> members) =>
        new(resource.Tag, resource.Id.Value, Map([.. attributes, ("description", resource.Description)]))
        {
            Sets = [(CibTags.InstanceAttributes, resource.InstanceAttributes), (CibTags.MetaAttributes, resource.MetaAttributes)],
            Parts =
            [
                .. AttributeSetShapes.Of(CibTags.InstanceAttributes, resource.FurtherInstanceAttributes),
                .. AttributeSetShapes.Of(CibTags.MetaAttributes, resource.FurtherMetaAttributes),
            ],
            Members = [.. members.Select(Shapes.Of)],
        };

    private static ObjectShape Of(CibOperation operation) => new(CibTags.Operation, "", AttributeMap.Of(
        Map(
            ("name", operation.Name),
            ("interval", operation.Interval.ToString()),
            ("timeout", operation.Timeout?.ToString()),
            ("role", Role(operation.Role)),
            ("on-fail", Word(operation.OnFail))).Concat(operation.OtherAttributes)))
    {
        Sets = [(CibTags.InstanceAttributes, operation.InstanceAttributes), (CibTags.MetaAttributes, operation.MetaAttributes)],
        Parts =
        [
            .. AttributeSetShapes.Of(CibTags.InstanceAttributes, operation.FurtherInstanceAttributes),
            .. AttributeSetShapes.Of(CibTags.MetaAttributes, operation.FurtherMetaAttributes),
        ],
    };
}
