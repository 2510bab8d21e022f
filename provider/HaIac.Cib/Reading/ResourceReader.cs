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
        var agent = AgentName.OfLive(element["class"], element["provider"], element["type"]);
        return (agent is not null || element["template"] is not null) && Operations(element) is { } operations
            ? new CibPrimitive
            {
                Id = IdOf(element),
                Description = element["description"],
                Agent = agent,
                Template = element["template"] is { } template ? CibId.OfLive(template) : null,
                InstanceAttributes = AttributeSets.Plain(element, CibTags.InstanceAttributes),
                FurtherInstanceAttributes = AttributeSetReader.Further(element, CibTags.InstanceAttributes),
                MetaAttributes = AttributeSets.Plain(element, CibTags.MetaAttributes),
                FurtherMetaAttributes = AttributeSetReader.Further(element, CibTags.MetaAttributes),
                Operations = operations,
                OperationsId = IdOfOperations(element, "id"),
                OperationsFrom = IdOfOperations(element, "id-ref"),
                Utilization = AttributeSets.Plain(element, CibTags.Utilization),
                FurtherUtilization = AttributeSetReader.Further(element, CibTags.Utilization),
            }
            : null;
    }

    public static CibTemplate? Template(CibElement element) =>
        Primitive(element) is { Agent: { } agent } read
            ? new CibTemplate
            {
                Id = read.Id,
                Description = read.Description,
                Agent = agent,
                InstanceAttributes = read.InstanceAttributes,
                FurtherInstanceAttributes = read.FurtherInstanceAttributes,
                MetaAttributes = read.MetaAttributes,
                FurtherMetaAttributes = read.FurtherMetaAttributes,
                Operations = read.Operations,
                OperationsId = read.OperationsId,
                OperationsFrom = read.OperationsFrom,
                Utilization = read.Utilization,
                FurtherUtilization = read.FurtherUtilization,
            }
            : null;

    public static CibGroup? Group(CibElement element)
    {
        var members = Inside(element);
        return members.Count > 0 && members.TrueForAll(member => member is CibPrimitive)
            ? new CibGroup
            {
                Id = IdOf(element),
                Description = element["description"],
                Primitives = members.Cast<CibPrimitive>().ToValueList(),
                InstanceAttributes = AttributeSets.Plain(element, CibTags.InstanceAttributes),
                FurtherInstanceAttributes = AttributeSetReader.Further(element, CibTags.InstanceAttributes),
                MetaAttributes = AttributeSets.Plain(element, CibTags.MetaAttributes),
                FurtherMetaAttributes = AttributeSetReader.Further(element, CibTags.MetaAttributes),
            }
            : null;
    }

    public static CibClone? Clone(CibElement element)
    {
        var meta = AttributeSets.Plain(element, CibTags.MetaAttributes);
        bool? promotable = null;
        return Inside(element) is [CibResource inner and (CibPrimitive or CibGroup)]
            && TryRead(meta.Find(CibTags.Promotable), CibBoolean.TryParse, ref promotable)
            ? new CibClone
            {
                Id = IdOf(element),
                Description = element["description"],
                Inner = inner,
                Promotable = promotable,
                InstanceAttributes = AttributeSets.Plain(element, CibTags.InstanceAttributes),
                FurtherInstanceAttributes = AttributeSetReader.Further(element, CibTags.InstanceAttributes),
                MetaAttributes = meta.Without(CibTags.Promotable),
                FurtherMetaAttributes = AttributeSetReader.Further(element, CibTags.MetaAttributes),
            }
            : null;
    }

    public static CibMaster? Master(CibElement element) =>
        Inside(element) is [CibResource inner and (CibPrimitive or CibGroup)]
            ? new CibMaster
            {
                Id = IdOf(element),
                Description = element["description"],
                Inner = inner,
                InstanceAttributes = AttributeSets.Plain(element, CibTags.InstanceAttributes),
                FurtherInstanceAttributes = AttributeSetReader.Further(element, CibTags.InstanceAttributes),
                MetaAttributes = AttributeSets.Plain(element, CibTags.MetaAttributes),
                FurtherMetaAttributes = AttributeSetReader.Further(element, CibTags.MetaAttributes),
            }
            : null;

    /// <summary>The operations that stand in a primitive or template itself.</summary>
    public static IEnumerable<CibElement> OperationsOf(CibElement primitive) =>
        primitive.Find(CibTags.Operations)?.Elements.Where(op => op.Name == CibTags.Operation) ?? [];

    private static List<CibObject> Inside(CibElement holder) =>
        [.. holder.Elements.Where(child => CibTags.IsResource(child.Name)).Select(child => ObjectReader.Read(child))];

    private static CibId? IdOfOperations(CibElement element, string name) =>
        element.Find(CibTags.Operations)?[name] is { } id ? CibId.OfLive(id) : null;

    private static ValueList<CibOperation>? Operations(CibElement element)
    {
        var operations = new List<CibOperation>();
        foreach (var op in OperationsOf(element))
        {
            if (Operation(op) is not { } operation)
            {
                return null;
            }

            operations.Add(operation);
        }

        return operations.ToValueList();
    }

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
            FurtherInstanceAttributes = AttributeSetReader.Further(op, CibTags.InstanceAttributes),
            MetaAttributes = AttributeSets.Plain(op, CibTags.MetaAttributes),
            FurtherMetaAttributes = AttributeSetReader.Further(op, CibTags.MetaAttributes),
        };
    }
}
