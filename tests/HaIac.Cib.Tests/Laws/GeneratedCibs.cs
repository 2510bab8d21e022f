using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Options;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Tests.Laws;

/// <summary>Generators: trees with every kind of node, and sets of objects that fit together.</summary>
internal static class GeneratedCibs
{
    private static readonly string[] s_ids = ["a", "b", "c", "d", "e", "f"];

    private static Gen<string> Text => Gen.Elements("", "x", "1", "a b", "<&>\"'", "\n\t\r", "é\U0001F600", "]]>", "--", "  ");

    private static Gen<AttributeMap> Pairs(params string[] names) =>
        from chosen in Gen.SubListOf(names)
        from values in Gen.ListOf(Gen.Elements("1", "true", "60s", "1min", "INFINITY", "x y", "<&\">", ""), chosen.Count)
        select AttributeMap.Of(chosen.Zip(values, KeyValuePair.Create));

    private static Gen<AttributeMap> Meta => Pairs("priority", "target-role", "migration-threshold", "resource-stickiness", "failure-timeout");

    private static Gen<CibOperation> Operation(string name, string interval) =>
        from timeout in Gen.Elements<string?>(null, "20s", "1min", "90")
        from role in Gen.Elements<ResourceRole?>(null, ResourceRole.Promoted, ResourceRole.Started)
        from onFail in Gen.Elements<FailureAction?>(null, FailureAction.Fence)
        from level in Pairs("OCF_CHECK_LEVEL")
        from other in Pairs("enabled", "description")
        select new CibOperation
        {
            Name = name,
            Interval = CibDuration.Parse(interval),
            Timeout = timeout is null ? null : CibDuration.Parse(timeout),
            Role = role,
            OnFail = onFail,
            InstanceAttributes = level,
            OtherAttributes = other,
        };

    private static Gen<ValueList<CibOperation>> Operations =>
        from keys in Gen.SubListOf(("monitor", "10s"), ("monitor", "11"), ("monitor", "PT2M"), ("start", "0"), ("stop", "0s"))
        from order in Gen.Shuffle(keys.ToArray())
        from operations in Gen.CollectToList(order, key => Operation(key.Item1, key.Item2))
        select operations.ToValueList();

    private static Gen<CibPrimitive> Primitive(string id) =>
        from agent in Gen.Elements("ocf:heartbeat:IPaddr2", "ocf:pacemaker:Dummy", "systemd:haproxy")
        from parameters in Pairs("ip", "cidr_netmask", "nic", "state")
        from meta in Meta
        from operations in Operations
        from utilization in Pairs("cpu", "memory")
        select new CibPrimitive
        {
            Id = CibId.Parse(id),
            Agent = AgentName.Parse(agent),
            InstanceAttributes = parameters,
            MetaAttributes = meta,
            Operations = operations,
            Utilization = utilization,
        };

    private static Gen<CibResource> Group(string id) =>
        from members in Gen.SubListOf("1", "2", "3", "4").Where(list => list.Count > 0)
        from order in Gen.Shuffle(members.ToArray())
        from primitives in Gen.CollectToList(order, member => Primitive($"{id}-{member}"))
        from meta in Meta
        select (CibResource)new CibGroup { Id = CibId.Parse(id), Primitives = primitives.ToValueList(), MetaAttributes = meta };

    private static Gen<CibResource> Clone(string id) =>
        from inner in Gen.OneOf(Primitive(id + "-inner").Select(primitive => (CibResource)primitive), Group(id + "-inner"))
        from promotable in Gen.Elements<bool?>(null, true, false)
        from meta in Pairs("interleave", "clone-max", "notify")
        select (CibResource)new CibClone { Id = CibId.Parse(id), Inner = inner, Promotable = promotable, MetaAttributes = meta };

    private static Gen<CibResource> Resource(string id) =>
        Gen.OneOf(Primitive(id).Select(primitive => (CibResource)primitive), Group(id), Clone(id));

    private static Gen<CibObject> Constraint(string id, CibId one, CibId other) => Gen.OneOf(
        from score in Gen.Choose(-2_000_000, 2_000_000)
        from role in Gen.Elements<ResourceRole?>(null, ResourceRole.Promoted)
        from discovery in Gen.Elements<ResourceDiscovery?>(null, ResourceDiscovery.Never)
        select (CibObject)new LocationConstraint
        {
            Id = CibId.Parse(id), Resource = one, Node = NodeName.Parse("ctl1"), Score = Score.Of(score), Role = role, Discovery = discovery,
        },
        from score in Gen.Choose(-10, 10)
        from role in Gen.Elements<ResourceRole?>(null, ResourceRole.Unpromoted)
        select (CibObject)new ColocationConstraint { Id = CibId.Parse(id), Dependent = one, Primary = other, Score = Score.Of(score), PrimaryRole = role },
        from kind in Gen.Elements<OrderKind?>(null, OrderKind.Optional, OrderKind.Serialize)
        from action in Gen.Elements<OrderAction?>(null, OrderAction.Promote)
        from symmetrical in Gen.Elements<bool?>(null, true, false)
        select (CibObject)new OrderConstraint
        {
            Id = CibId.Parse(id), First = one, Then = other, Kind = kind, FirstAction = action, Symmetrical = symmetrical,
        });

    /// <summary>Resources, constraints on them, and cluster properties; ids come from a small set, so that two of them share some.</summary>
    public static Gen<ImmutableArray<CibObject>> Objects =>
        from ids in Gen.SubListOf(s_ids).Where(list => list.Count > 0)
        from order in Gen.Shuffle(ids.ToArray())
        from resources in Gen.CollectToList(order, Resource)
        from constraintIds in Gen.SubListOf("k1", "k2", "k3", "k4")
        from constraints in Gen.CollectToList(
            constraintIds,
            id => from one in Gen.Elements<CibResource>(resources)
                  from other in Gen.Elements<CibResource>(resources)
                  from constraint in Constraint(id, one.Id, other.Id)
                  select constraint)
        from properties in Pairs("stonith-enabled", "no-quorum-policy", "cluster-recheck-interval")
        select ImmutableArray.Create<CibObject>([.. resources, .. constraints, new ClusterProperties { Id = CibId.Parse(ClusterProperties.DefaultId), Properties = properties }]);

    /// <summary>An element with attributes, comments, text and elements inside.</summary>
    public static Gen<CibElement> Element => Gen.Sized(size => ElementOf(Math.Min(size, 12)));

    private static Gen<CibElement> ElementOf(int size) =>
        from name in Gen.Elements("cib", "configuration", "resources", "primitive", "_x", "ns:y", "é")
        from attributes in Attributes
        from children in size <= 1 ? Gen.Constant(new List<CibNode>()) : Gen.ListOf(Node(size / 3)).Select(list => Joined(list.Take(5)))
        select new CibElement(name, attributes, [.. children]);

    private static Gen<ImmutableArray<CibAttribute>> Attributes =>
        from names in Gen.SubListOf("id", "name", "value", "é", "x-1")
        from values in Gen.ListOf(Text, names.Count)
        select names.Zip(values, (name, value) => new CibAttribute(name, value)).ToImmutableArray();

    private static Gen<CibNode> Node(int size) => Gen.Frequency(
        (5, ElementOf(size).Select(element => (CibNode)element)),
        (1, Gen.Elements("", " a ", "<x>").Select(text => (CibNode)new CibComment(text))),
        (1, Gen.Elements("text", "a & b <c>", " lead\r\n").Select(text => (CibNode)new CibText(text))),
        (1, Gen.Elements("", "x=1").Select(data => (CibNode)new CibInstruction("pi", data))));

    /// <summary>No two texts side by side: read again they are one.</summary>
    private static List<CibNode> Joined(IEnumerable<CibNode> nodes)
    {
        var joined = new List<CibNode>();
        foreach (var node in nodes.Where(node => node is not CibText || joined.LastOrDefault() is not CibText))
        {
            joined.Add(node);
        }

        return joined;
    }
}
