using HaIac.Cib.Alerts;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using static HaIac.Cib.Comparing.ShapeText;

namespace HaIac.Cib.Comparing;

/// <summary>Lays alerts out, the reverse of <c>Reading.AlertReader</c>.</summary>
internal static class AlertShapes
{
    public static ObjectShape Of(CibAlert alert) => new(alert.Tag, alert.Id.Value, Map(("description", alert.Description), ("path", alert.Path)))
    {
        Sets = [(CibTags.InstanceAttributes, alert.InstanceAttributes), (CibTags.MetaAttributes, alert.MetaAttributes)],
        Parts =
        [
            .. AttributeSetShapes.Of(CibTags.InstanceAttributes, alert.FurtherInstanceAttributes),
            .. AttributeSetShapes.Of(CibTags.MetaAttributes, alert.FurtherMetaAttributes),
            .. alert.Selection is { } selection ? [Of(selection)] : Array.Empty<ObjectShape>(),
            .. alert.Recipients.Select(Of),
        ],
    };

    private static ObjectShape Of(AlertRecipient recipient) =>
        new("recipient", recipient.Id?.Value ?? "", Map(("description", recipient.Description), ("value", recipient.Value)))
        {
            Sets = [(CibTags.InstanceAttributes, recipient.InstanceAttributes), (CibTags.MetaAttributes, recipient.MetaAttributes)],
            Parts =
            [
                .. AttributeSetShapes.Of(CibTags.InstanceAttributes, recipient.FurtherInstanceAttributes),
                .. AttributeSetShapes.Of(CibTags.MetaAttributes, recipient.FurtherMetaAttributes),
            ],
        };

    private static ObjectShape Of(AlertSelection selection) => new("select", "", AttributeMap.Empty)
    {
        Parts =
        [
            .. selection.Attributes is { } names ? [Of(names)] : Array.Empty<ObjectShape>(),
            .. selection.Fencing ? [Bare("select_fencing")] : Array.Empty<ObjectShape>(),
            .. selection.Nodes ? [Bare("select_nodes")] : Array.Empty<ObjectShape>(),
            .. selection.Resources ? [Bare("select_resources")] : Array.Empty<ObjectShape>(),
        ],
    };

    private static ObjectShape Of(ValueList<string> names) => Bare("select_attributes") with
    {
        Parts = [.. names.Select(name => new ObjectShape("attribute", "", Map(("name", name))))],
    };

    private static ObjectShape Bare(string tag) => new(tag, "", AttributeMap.Empty);
}
