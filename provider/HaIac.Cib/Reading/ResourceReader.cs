using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Reading.LiveValue;

namespace HaIac.Cib.Reading;

/// <summary>Makes records of resources; null when a record cannot hold what is there.</summary>
internal static class ResourceReader
{
    public static CibPrimitive? Primitive(CibElement element)
    {
        if (AgentName.OfLive(element["class"], element["provider"], element["type"]) is not { } agent)
        {
            return null;
        }

        var operations = new List<CibOperation>();
        foreach (var op in OperationsOf(element))
        {
            if (Operation(op) is not { } operation)
            {
                return null;
            }

            operations.Add(operation);
        }

        return new CibPrimitive
        {
            Id = IdOf(element),
            Agent = agent,
            InstanceAttributes = AttributeSets.Plain(element, CibTags.InstanceAttributes),
            MetaAttributes = AttributeSets.Plain(element, CibTags.MetaAttributes),
            Operations = operations.ToValueList(),
            Utilization = AttributeSets.Plain(element, CibTags.Utilization),
            FurtherInstanceAttributes = AttributeSetReader.Further(element, CibTags.InstanceAttributes),
            FurtherMetaAttributes = AttributeSetReader.Further(element, CibTags.MetaAttributes),
            FurtherUtilization = AttributeSetReader.Further(element, CibTags.Utilization),
        };
    }

    /// <summary>The operations of a primitive.</summary>
    public static IEnumerable<CibElement> OperationsOf(CibElement primitive) =>
        primitive.Find(CibTags.Operations)?.Elements.Where(op => op.Name == CibTags.Operation) ?? [];

    private static CibOperation? Operation(CibElement op)
    {
        CibDuration? timeout = null;
        ResourceRole? role = null;
        FailureAction? onFail = null;
        if (op["name"] is not { } name
            || !CibDuration.TryParse(op["interval"] ?? "0s", out var interval, out _)
            || !TryRead(op["timeout"], CibDuration.TryParse, ref timeout)
            || !TryRead(op["role"], ResourceRoles.TryParse, ref role)
            || !TryRead(op["on-fail"], CibWord.TryParse<FailureAction>, ref onFail))
        {
            return null;
        }

        return new CibOperation
        {
            Name = name,
            Interval = interval,
            Timeout = timeout,
            Role = role,
            OnFail = onFail,
            OtherAttributes = AttributeMap.Of(op.Attributes
                .Where(a => a.Name is not ("id" or "name" or "interval" or "timeout" or "role" or "on-fail"))
                .Select(a => KeyValuePair.Create(a.Name, a.Value))),
            InstanceAttributes = AttributeSets.Plain(op, CibTags.InstanceAttributes),
        };
    }

    public static CibGroup? Group(CibElement element)
    {
        var members = element.Elements.Where(child => CibTags.IsResource(child.Name)).Select(ObjectReader.Read).ToList();
        return members.Count > 0 && members.TrueForAll(member => member is CibPrimitive)
            ? new CibGroup
            {
                Id = IdOf(element),
                Primitives = members.Cast<CibPrimitive>().ToValueList(),
                MetaAttributes = AttributeSets.Plain(element, CibTags.MetaAttributes),
                FurtherMetaAttributes = AttributeSetReader.Further(element, CibTags.MetaAttributes),
            }
            : null;
    }

    public static CibClone? Clone(CibElement element)
    {
        var inner = element.Elements.Where(child => CibTags.IsResource(child.Name)).Select(ObjectReader.Read).ToList();
        if (inner is not [CibPrimitive or CibGroup])
        {
            return null;
        }

        var meta = AttributeSets.Plain(element, CibTags.MetaAttributes);
        bool? promotable = null;
        return TryRead(meta.Find(CibTags.Promotable), CibBoolean.TryParse, ref promotable)
            ? new CibClone
            {
                Id = IdOf(element),
                Inner = (CibResource)inner[0],
                Promotable = promotable,
                MetaAttributes = meta.Without(CibTags.Promotable),
                FurtherMetaAttributes = AttributeSetReader.Further(element, CibTags.MetaAttributes),
            }
            : null;
    }
}
