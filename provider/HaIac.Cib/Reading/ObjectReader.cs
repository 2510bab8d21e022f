using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Options;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Reading;

/// <summary>Makes records of elements. What a record cannot hold, in form or in value, becomes an <see cref="UnmodelledObject"/>; nothing throws.</summary>
internal static class ObjectReader
{
    public static CibObject Read(CibElement element)
    {
        CibObject? known = element.Name switch
        {
            "primitive" => Primitive(element),
            "group" => Group(element),
            "clone" => Clone(element),
            "rsc_location" => Location(element),
            "rsc_colocation" => Colocation(element),
            "rsc_order" => Order(element),
            "cluster_property_set" => new ClusterProperties { Id = IdOf(element), Properties = AttributeSets.Effective(element, element.Name) },
            _ => null,
        };
        return known ?? new UnmodelledObject(element.Name) { Id = IdOf(element) };
    }

    private static CibPrimitive? Primitive(CibElement element)
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
            InstanceAttributes = AttributeSets.Effective(element, CibTags.InstanceAttributes),
            MetaAttributes = AttributeSets.Effective(element, CibTags.MetaAttributes),
            Operations = operations.ToValueList(),
            Utilization = AttributeSets.Effective(element, CibTags.Utilization),
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
            InstanceAttributes = AttributeSets.Effective(op, CibTags.InstanceAttributes),
        };
    }

    private static CibGroup? Group(CibElement element)
    {
        var members = element.Elements.Where(child => CibTags.IsResource(child.Name)).Select(Read).ToList();
        return members.Count > 0 && members.TrueForAll(member => member is CibPrimitive)
            ? new CibGroup
            {
                Id = IdOf(element),
                Primitives = members.Cast<CibPrimitive>().ToValueList(),
                MetaAttributes = AttributeSets.Effective(element, CibTags.MetaAttributes),
            }
            : null;
    }

    private static CibClone? Clone(CibElement element)
    {
        var inner = element.Elements.Where(child => CibTags.IsResource(child.Name)).Select(Read).ToList();
        if (inner is not [CibPrimitive or CibGroup])
        {
            return null;
        }

        var meta = AttributeSets.Effective(element, CibTags.MetaAttributes);
        bool? promotable = null;
        return TryRead(meta.Find(CibTags.Promotable), CibBoolean.TryParse, ref promotable)
            ? new CibClone
            {
                Id = IdOf(element),
                Inner = (CibResource)inner[0],
                Promotable = promotable,
                MetaAttributes = meta.Without(CibTags.Promotable),
            }
            : null;
    }

    private static LocationConstraint? Location(CibElement element)
    {
        ResourceRole? role = null;
        ResourceDiscovery? discovery = null;
        return element["rsc"] is { } resource
            && !element.Elements.Any()
            && NodeName.TryParse(element["node"], out var node, out _)
            && Score.TryParse(element["score"], out var score, out _)
            && TryRead(element["role"], ResourceRoles.TryParse, ref role)
            && TryRead(element["resource-discovery"], CibWord.TryParse<ResourceDiscovery>, ref discovery)
            ? new LocationConstraint
            {
                Id = IdOf(element),
                Resource = CibId.OfLive(resource),
                Node = node,
                Score = score,
                Role = role,
                Discovery = discovery,
            }
            : null;
    }

    private static ColocationConstraint? Colocation(CibElement element)
    {
        ResourceRole? dependentRole = null;
        ResourceRole? primaryRole = null;
        return element["rsc"] is { } dependent
            && element["with-rsc"] is { } primary
            && Score.TryParse(element["score"] ?? "0", out var score, out _)
            && TryRead(element["rsc-role"], ResourceRoles.TryParse, ref dependentRole)
            && TryRead(element["with-rsc-role"], ResourceRoles.TryParse, ref primaryRole)
            ? new ColocationConstraint
            {
                Id = IdOf(element),
                Dependent = CibId.OfLive(dependent),
                Primary = CibId.OfLive(primary),
                Score = score,
                DependentRole = dependentRole,
                PrimaryRole = primaryRole,
            }
            : null;
    }

    private static OrderConstraint? Order(CibElement element)
    {
        OrderAction? firstAction = null;
        OrderAction? thenAction = null;
        OrderKind? kind = null;
        bool? symmetrical = null;
        bool? requireAll = null;
        return element["first"] is { } first
            && element["then"] is { } then
            && TryRead(element["first-action"], CibWord.TryParse<OrderAction>, ref firstAction)
            && TryRead(element["then-action"], CibWord.TryParse<OrderAction>, ref thenAction)
            && TryRead(element["kind"], CibWord.TryParse<OrderKind>, ref kind)
            && TryRead(element["symmetrical"], CibBoolean.TryParse, ref symmetrical)
            && TryRead(element["require-all"], CibBoolean.TryParse, ref requireAll)
            ? new OrderConstraint
            {
                Id = IdOf(element),
                First = CibId.OfLive(first),
                Then = CibId.OfLive(then),
                FirstAction = firstAction,
                ThenAction = thenAction,
                Kind = kind,
                Symmetrical = symmetrical,
                RequireAll = requireAll,
            }
            : null;
    }

    private static CibId IdOf(CibElement element) => CibId.OfLive(element.Id ?? "");

    private delegate bool TryParse<T>(string? text, out T value, out string? reason);

    /// <summary>Reads a value that may be absent; false when it is there and cannot be read.</summary>
    private static bool TryRead<T>(string? text, TryParse<T> parse, ref T? value)
        where T : struct
    {
        if (text is null)
        {
            return true;
        }

        var understood = parse(text, out var parsed, out _);
        value = understood ? parsed : null;
        return understood;
    }
}
