using HaIac.Cib.Alerts;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using static HaIac.Cib.Reading.LiveParts;
using static HaIac.Cib.Reading.LiveValue;

namespace HaIac.Cib.Reading;

/// <summary>Makes records of alerts; null where one holds what no record can hold.</summary>
internal static class AlertReader
{
    public static CibAlert? Alert(CibElement element) =>
        element["path"] is { } path && Parts(element, "recipient", Recipient) is { } recipients
            ? new CibAlert
            {
                Id = IdOf(element),
                Path = path,
                Description = element["description"],
                Selection = element.Find("select") is { } select ? Selection(select) : null,
                Recipients = recipients,
                InstanceAttributes = AttributeSets.Plain(element, CibTags.InstanceAttributes),
                MetaAttributes = AttributeSets.Plain(element, CibTags.MetaAttributes),
                FurtherInstanceAttributes = AttributeSetReader.Further(element, CibTags.InstanceAttributes),
                FurtherMetaAttributes = AttributeSetReader.Further(element, CibTags.MetaAttributes),
            }
            : null;

    private static AlertRecipient? Recipient(CibElement element) => element["value"] is { } value
        ? new AlertRecipient
        {
            Id = OptionalId(element.Id),
            Value = value,
            Description = element["description"],
            InstanceAttributes = AttributeSets.Plain(element, CibTags.InstanceAttributes),
            MetaAttributes = AttributeSets.Plain(element, CibTags.MetaAttributes),
            FurtherInstanceAttributes = AttributeSetReader.Further(element, CibTags.InstanceAttributes),
            FurtherMetaAttributes = AttributeSetReader.Further(element, CibTags.MetaAttributes),
        }
        : null;

    private static AlertSelection Selection(CibElement select) => new()
    {
        Nodes = select.Find("select_nodes") is not null,
        Fencing = select.Find("select_fencing") is not null,
        Resources = select.Find("select_resources") is not null,
        Attributes = select.Find("select_attributes")?.Elements
            .Where(attribute => attribute.Name == "attribute").Select(attribute => attribute["name"]).OfType<string>().ToValueList(),
    };
}
