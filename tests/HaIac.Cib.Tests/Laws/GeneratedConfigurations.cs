using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Nodes;
using HaIac.Cib.Options;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Tests.Laws;

/// <summary>
/// Generator of whole configurations: objects of every kind that fit together and that the schema accepts. Ids come from small sets, so that two
/// configurations share some of them.
/// </summary>
public static class GeneratedConfigurations
{
    private static readonly string[] s_values = ["1", "true", "60s", "1min", "INFINITY", "x y", "<&\">", ""];

    /// <summary>Objects of all sections, those that others name before those that name them.</summary>
    public static Gen<ImmutableArray<CibObject>> Objects =>
        from templates in SomeOf(["t1", "t2"], Template)
        from resources in SomeOf(["a", "b", "c", "d", "e"], id => Resource(id, templates))
        from constraints in resources.Count == 0 ? Gen.Constant(new List<CibObject>()) : SomeOf(["k1", "k2", "k3"], id => Constraint(id, resources))
        from options in Options
        from nodes in Nodes
        select ImmutableArray.Create<CibObject>([.. templates, .. resources, .. constraints, .. options, .. nodes]);

    /// <summary>A document that holds such objects, made by HaIac's own edits.</summary>
    public static Gen<CibDocument> Documents => Objects.Select(objects => Applied(objects));

    /// <summary>A cluster of two nodes with these objects.</summary>
    public static CibDocument Applied(IEnumerable<CibObject> objects)
    {
        var empty = CibDocument.Empty("pacemaker-3.9", NodeName.Parse("ctl1"), NodeName.Parse("ctl2"));
        var outcome = EditApplier.Apply(empty, [.. objects.Select(item => new PutObject(item, null))]);
        Assert.That(outcome.Findings, Is.Empty);
        return outcome.After;
    }

    /// <summary>Pairs of some of these names.</summary>
    public static Gen<AttributeMap> Pairs(params string[] names) =>
        from chosen in Gen.SubListOf(names)
        from values in Gen.ListOf(Gen.Elements(s_values), chosen.Count)
        select AttributeMap.Of(chosen.Zip(values, KeyValuePair.Create));

    /// <summary>Sets with a score or a rule, some with an id of their own.</summary>
    public static Gen<ValueList<CibAttributeSet>> FurtherSets(string owner, string tag, params string[] names) =>
        from count in Gen.Frequency((5, Gen.Constant(0)), (2, Gen.Constant(1)), (1, Gen.Constant(2)))
        from sets in Gen.CollectToList(Enumerable.Range(0, count), number => FurtherSet($"{owner}-{tag}-set{number}", names))
        select sets.ToValueList();

    private static Gen<CibAttributeSet> FurtherSet(string id, string[] names) =>
        from isNamed in Gen.Elements(true, false)
        from score in Gen.Elements<Score?>(null, Score.Of(10), Score.Infinity, Score.Of(-3))
        from rule in Rules.GeneratedRules.Rule
        from isRuled in Gen.Elements(true, false)
        from pairs in Pairs(names)
        select new CibAttributeSet
        {
            Id = isNamed ? CibId.Parse(id) : null,
            Score = score,
            Rule = isRuled || score is null ? rule : null,
            Pairs = pairs,
        };

    private static Gen<CibOperation> Operation(string owner, string name, string interval) =>
        from timeout in Gen.Elements(null, "20s", "1min", "90")
        from role in Gen.Elements<ResourceRole?>(null, ResourceRole.Promoted, ResourceRole.Started)
        from onFail in Gen.Elements<FailureAction?>(null, FailureAction.Fence, FailureAction.Demote)
        from level in Pairs("OCF_CHECK_LEVEL")
        from further in FurtherSets($"{owner}-{name}-{interval}", "instance_attributes", "OCF_CHECK_LEVEL")
        from meta in Pairs("timeout", "on-fail")
        from other in Gen.Elements<(string, string)?>(null, ("enabled", "false"), ("description", "a < b"))
        select new CibOperation
        {
            Name = name,
            Interval = CibDuration.Parse(interval),
            Timeout = timeout is null ? null : CibDuration.Parse(timeout),
            Role = role,
            OnFail = onFail,
            InstanceAttributes = level,
            FurtherInstanceAttributes = further,
            MetaAttributes = meta,
            OtherAttributes = other is { } pair ? AttributeMap.Of(pair) : AttributeMap.Empty,
        };

    private static Gen<ValueList<CibOperation>> Operations(string owner) =>
        from keys in Gen.SubListOf(("monitor", "10s"), ("monitor", "11"), ("monitor", "PT2M"), ("start", "0"), ("stop", "0s"))
        from order in Gen.Shuffle(keys.ToArray())
        from operations in Gen.CollectToList(order, key => Operation(owner, key.Item1, key.Item2))
        select operations.ToValueList();

    private static Gen<CibTemplate> Template(string id) =>
        from parameters in Pairs("ip", "state")
        from further in FurtherSets(id, "instance_attributes", "ip", "state")
        from meta in Pairs("priority", "migration-threshold")
        from shared in Pairs("priority", "critical")
        from operations in Operations(id)
        from utilization in Pairs("cpu")
        select new CibTemplate
        {
            Id = CibId.Parse(id),
            Agent = AgentName.Parse("ocf:pacemaker:Dummy"),
            InstanceAttributes = parameters,
            FurtherInstanceAttributes = further,
            MetaAttributes = meta,
            FurtherMetaAttributes = [new CibAttributeSet { Id = CibId.Parse(id + "-shared"), Score = Score.Of(1), Pairs = shared }],
            Operations = operations,
            OperationsId = operations.Count == 0 ? null : CibId.Parse(id + "-operations"),
            Utilization = utilization,
        };

    private static Gen<CibPrimitive> Primitive(string id, IReadOnlyList<CibTemplate> templates) =>
        from agent in Gen.Elements("ocf:heartbeat:IPaddr2", "ocf:pacemaker:Dummy", "systemd:haproxy")
        from template in templates.Count == 0 ? Gen.Constant<CibTemplate?>(null) : Gen.Elements<CibTemplate?>([.. templates, null])
        from isShared in Gen.Elements(true, false)
        from parameters in Pairs("ip", "cidr_netmask", "nic", "state")
        from furtherParameters in FurtherSets(id, "instance_attributes", "ip", "nic")
        from meta in Pairs("priority", "target-role", "migration-threshold", "resource-stickiness", "failure-timeout")
        from furtherMeta in FurtherSets(id, "meta_attributes", "priority", "target-role")
        from operations in Operations(id)
        from utilization in Pairs("cpu", "memory")
        from furtherUtilization in FurtherSets(id, "utilization", "cpu")
        from description in Gen.Elements(null, "", "a & b")
        select new CibPrimitive
        {
            Id = CibId.Parse(id),
            Description = description,
            Agent = template is null ? AgentName.Parse(agent) : null,
            Template = template?.Id,
            InstanceAttributes = parameters,
            FurtherInstanceAttributes = furtherParameters,
            MetaAttributes = meta,
            FurtherMetaAttributes = template is not null && isShared ? furtherMeta.Add(new() { IdRef = CibId.Parse(template.Id + "-shared") }) : furtherMeta,
            Operations = operations,
            OperationsFrom = template is { OperationsId: { } shared } && isShared ? shared : null,
            Utilization = utilization,
            FurtherUtilization = furtherUtilization,
        };

    private static Gen<CibGroup> Group(string id, IReadOnlyList<CibTemplate> templates) =>
        from members in Gen.SubListOf("1", "2", "3").Where(list => list.Count > 0)
        from order in Gen.Shuffle(members.ToArray())
        from primitives in Gen.CollectToList(order, member => Primitive($"{id}-{member}", templates))
        from parameters in Pairs("state")
        from meta in Pairs("priority", "target-role")
        from further in FurtherSets(id, "meta_attributes", "priority")
        select new CibGroup
        {
            Id = CibId.Parse(id), Primitives = primitives.ToValueList(), InstanceAttributes = parameters, MetaAttributes = meta, FurtherMetaAttributes = further,
        };

    private static Gen<CibResource> Inner(string id, IReadOnlyList<CibTemplate> templates) =>
        Gen.OneOf(Primitive(id, templates).Select(CibResource (primitive) => primitive), Group(id, templates).Select(CibResource (group) => group));

    private static Gen<CibResource> Clone(string id, IReadOnlyList<CibTemplate> templates) =>
        from inner in Inner(id + "-inner", templates)
        from promotable in Gen.Elements<bool?>(null, true, false)
        from meta in Pairs("interleave", "clone-max", "notify")
        from further in FurtherSets(id, "meta_attributes", "clone-max")
        select (CibResource)new CibClone { Id = CibId.Parse(id), Inner = inner, Promotable = promotable, MetaAttributes = meta, FurtherMetaAttributes = further };

    private static Gen<CibResource> Master(string id, IReadOnlyList<CibTemplate> templates) =>
        from inner in Inner(id + "-inner", templates)
        from meta in Pairs("master-max", "clone-max")
        select (CibResource)new CibMaster { Id = CibId.Parse(id), Inner = inner, MetaAttributes = meta };

    private static Gen<CibResource> Bundle(string id, IReadOnlyList<CibTemplate> templates) =>
        from container in Container
        from network in Gen.Frequency((1, Gen.Constant<BundleNetwork?>(null)), (3, Network(id).Select(BundleNetwork? (given) => given)))
        from storage in SomeOf(["/var/lib/a", "/var/log/b", "/etc/c"], target => Storage(id, target))
        from primitive in Gen.Frequency((1, Gen.Constant<CibPrimitive?>(null)), (3, Primitive(id + "-inner", templates).Select(CibPrimitive? (given) => given)))
        from meta in Pairs("priority", "target-role")
        select (CibResource)new CibBundle
        {
            Id = CibId.Parse(id), Container = container, Network = network, Storage = storage.ToValueList(), Primitive = primitive, MetaAttributes = meta,
        };

    private static Gen<BundleContainer> Container =>
        from technology in Gen.Elements(ContainerTechnology.Docker, ContainerTechnology.Podman, ContainerTechnology.Rkt)
        from image in Gen.Elements("registry/a:1", "b")
        from replicas in Gen.Elements<int?>(null, 1, 3)
        from promoted in Gen.Elements<int?>(null, 0, 1)
        from masters in Gen.Elements<int?>(null, 1)
        from command in Gen.Elements(null, "/usr/sbin/pacemaker-remoted")
        from network in Gen.Elements(null, "host")
        select new BundleContainer
        {
            Technology = technology,
            Image = image,
            Replicas = replicas,
            ReplicasPerHost = replicas,
            PromotedMax = promoted,
            Masters = promoted is null ? masters : null,
            RunCommand = command,
            Network = network,
            Options = command is null ? null : "--user=root",
        };

    private static Gen<BundleNetwork> Network(string id) =>
        from address in Gen.Elements(null, "192.0.2.131")
        from port in Gen.Elements<int?>(null, 3121)
        from netmask in Gen.Elements<int?>(null, 24)
        from addHost in Gen.Elements<bool?>(null, true, false)
        from mappings in SomeOf([80, 443, 3306, 5672], number => Port(id, number))
        select new BundleNetwork
        {
            IpRangeStart = address, ControlPort = port, HostNetmask = netmask, HostInterface = netmask is null ? null : "eth0", AddHost = addHost, PortMappings = mappings.ToValueList(),
        };

    private static Gen<PortMapping> Port(string id, int number) =>
        from isNamed in Gen.Elements(true, false)
        from form in Gen.Choose(0, 2)
        select new PortMapping
        {
            Id = isNamed ? CibId.Parse($"{id}-port{number}") : null,
            Port = form == 0 ? null : number,
            InternalPort = form == 1 ? number + 1 : null,
            Range = form == 0 ? $"{number}-{number + 9}" : null,
        };

    private static Gen<StorageMapping> Storage(string id, string target) =>
        from isNamed in Gen.Elements(true, false)
        from isRoot in Gen.Elements(true, false)
        from options in Gen.Elements(null, "rw,Z")
        select new StorageMapping
        {
            Id = isNamed ? CibId.Parse($"{id}-storage{target.Replace('/', '-')}") : null,
            SourceDir = isRoot ? null : "/srv" + target,
            SourceDirRoot = isRoot ? "/srv" + target : null,
            TargetDir = target,
            Options = options,
        };

    private static Gen<CibResource> Resource(string id, IReadOnlyList<CibTemplate> templates) => Gen.Frequency(
        (3, Primitive(id, templates).Select(CibResource (primitive) => primitive)),
        (2, Group(id, templates).Select(CibResource (group) => group)),
        (2, Clone(id, templates)),
        (1, Master(id, templates)),
        (2, Bundle(id, templates)));

    private static Gen<CibObject> Constraint(string id, IReadOnlyList<CibResource> resources) =>
        from one in Gen.Elements<CibResource>(resources)
        from other in Gen.Elements<CibResource>(resources)
        from score in Gen.Choose(-10, 10)
        from kind in Gen.Elements<OrderKind?>(null, OrderKind.Optional, OrderKind.Serialize)
        from form in Gen.Choose(0, 2)
        select (CibObject)(form switch
        {
            0 => new LocationConstraint { Id = CibId.Parse(id), Resource = one.Id, Node = NodeName.Parse("ctl1"), Score = Score.Of(score) },
            1 => new ColocationConstraint { Id = CibId.Parse(id), Dependent = one.Id, Primary = other.Id, Score = Score.Of(score), PrimaryRole = ResourceRole.Promoted },
            _ => new OrderConstraint { Id = CibId.Parse(id), First = one.Id, Then = other.Id, Kind = kind },
        });

    private static Gen<IEnumerable<CibObject>> Options =>
        from properties in Pairs("stonith-enabled", "no-quorum-policy", "cluster-recheck-interval")
        from timed in Pairs("maintenance-mode")
        from resourceDefaults in Pairs("resource-stickiness", "migration-threshold")
        from operationDefaults in Pairs("timeout", "on-fail")
        from rule in Rules.GeneratedRules.Rule
        from score in Gen.Elements<Score?>(null, Score.Of(7))
        from form in Gen.Choose(0, 7)
        select (IEnumerable<CibObject>)
        [
            new ClusterProperties { Id = CibId.Parse(ClusterProperties.DefaultId), Properties = properties },
            .. (IEnumerable<CibObject>)((form & 1) == 0 ? [] : [new ClusterProperties { Id = CibId.Parse("night"), Properties = timed, Rule = rule, Score = score }]),
            .. (IEnumerable<CibObject>)((form & 2) == 0 ? [] : [new ResourceDefaults { Id = CibId.Parse(ResourceDefaults.DefaultId), MetaAttributes = resourceDefaults, Score = score }]),
            .. (IEnumerable<CibObject>)((form & 4) == 0 ? [] : [new OperationDefaults { Id = CibId.Parse(OperationDefaults.DefaultId), MetaAttributes = operationDefaults, Rule = rule }]),
        ];

    private static Gen<IEnumerable<CibObject>> Nodes =>
        from attributes in Pairs("rack", "site", "standby")
        from further in FurtherSets("node1", "instance_attributes", "rack")
        from utilization in Pairs("cpu", "memory")
        select (IEnumerable<CibObject>)
        [
            new ClusterNode
            {
                Id = CibId.OfLive("1"), Name = NodeName.Parse("ctl1"), Attributes = attributes, FurtherAttributes = further, Utilization = utilization,
            },
        ];

    private static Gen<List<T>> SomeOf<TKey, T>(TKey[] keys, Func<TKey, Gen<T>> item) =>
        from chosen in Gen.SubListOf(keys)
        from items in Gen.CollectToList(chosen, item)
        select items;
}
