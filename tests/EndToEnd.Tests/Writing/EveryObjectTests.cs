using HaIac.Cib.Acls;
using HaIac.Cib.Alerts;
using HaIac.Cib.Comparing;
using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Fencing;
using HaIac.Cib.Nodes;
using HaIac.Cib.Options;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Tags;
using HaIac.Cib.Values;
using HaIac.Labs;
using HaIac.Transport;
using HaIac.Transport.Addressing;
using HaIac.Transport.Committing;

namespace EndToEnd.Tests.Writing;

/// <summary>
/// Every kind of object that a CIB can hold, brought into a real cluster, changed and taken out, each step twice: the CIB that a node of the cluster prints
/// is what counts, and the second time writes nothing.
/// </summary>
[TestFixture]
[Category("Lab")]
[NonParallelizable]
public sealed class EveryObjectTests
{
    private Lab _lab = null!;

    [SetUp]
    public async Task Prepare() => _lab = await OneLab.GetEmptyAsync();

    [Test]
    [Property("Requirement", "S2")]
    [Property("Requirement", "A7")]
    [Property("Requirement", "N2")]
    public async Task EveryKind_CreatedChangedAndTakenOut_IsInTheCibAndTheSecondTimeWritesNothing()
    {
        var before = await CibAsync();
        var nodes = before.Objects.OfType<ClusterNode>().ToList();
        var created = Objects(nodes, 1);
        var changed = Objects(nodes, 2);
        await using var transport = CibTransports.Open(ClusterAddress.Parse(_lab.SshAddress, "/"));
        await using var committer = new CibCommitter(transport);

        await committer.CommitAsync([.. created.Select(item => new PutObject(item, null))]);
        var afterCreate = await HoldsAsync(created);
        await committer.CommitAsync([.. created.Select(item => new PutObject(item, item))]);
        await committer.CommitAsync([.. created.Zip(changed, (old, now) => new PutObject(now, old))]);
        var afterChange = await HoldsAsync(changed);
        await committer.CommitAsync([.. changed.Select(item => new PutObject(item, item))]);
        var unchanged = await CibAsync();
        await committer.CommitAsync([.. changed.Reverse().Select(item => new RemoveObject(item))]);
        var afterRemove = await CibAsync();
        await committer.CommitAsync([.. changed.Reverse().Select(item => new RemoveObject(item))]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.Select(item => item.GetType()).Distinct(), Is.EquivalentTo(Kinds()), "The list has every kind of object.");
            Assert.That(afterChange.Version.Epoch, Is.EqualTo(afterCreate.Version.Epoch + 1), "Creating again wrote nothing; changing all was one transaction.");
            Assert.That(unchanged.Version.Epoch, Is.EqualTo(afterChange.Version.Epoch), "Changing again wrote nothing.");
            Assert.That(Sections(afterRemove), Is.EqualTo(Sections(before)));
            Assert.That((await CibAsync()).Version.Epoch, Is.EqualTo(afterRemove.Version.Epoch), "What is gone needs no removal.");
        }
    }

    /// <summary>The sections that hold anything: Pacemaker keeps those that once did.</summary>
    private static string Sections(CibDocument cib) =>
        string.Join('\n', System.Xml.Linq.XDocument.Parse(cib.ToXml()).Root!.Element("configuration")!.Elements().Where(section => section.HasElements));

    /// <summary>The CIB as a node prints it, when it holds all these objects just as they are declared.</summary>
    private async Task<CibDocument> HoldsAsync(IReadOnlyList<CibObject> objects)
    {
        var cib = await CibAsync();
        var different = objects.SelectMany(item => CibComparer.Compare(item, item, cib)).Where(change => change.Kind is not (ChangeKind.Foreign or ChangeKind.OperatorState));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(objects.Where(item => cib.FindElement(item.Id) is null).Select(item => item.Id), Is.Empty);
            Assert.That(different, Is.Empty);
        }

        return cib;
    }

    /// <summary>All records but nodes, which the cluster itself makes, and what is read and not written: old words and what no record holds.</summary>
    private static IEnumerable<Type> Kinds() => typeof(CibObject).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CibObject)) && !type.IsAbstract && type != typeof(ClusterNode) && type != typeof(CibMaster) && type != typeof(UnmodelledObject));

    private async Task<CibDocument> CibAsync() => CibDocument.Parse(await _lab["ctl2"].ReadAsync("cibadmin --query"));

    /// <summary>One object of each kind. The number goes into a value of each, so that two versions differ.</summary>
    private static IReadOnlyList<CibObject> Objects(IReadOnlyList<ClusterNode> nodes, int version)
    {
        var text = version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var stopped = AttributeMap.Of(("priority", text), ("target-role", "Stopped"));
        CibPrimitive Dummy(string id) => new() { Id = Id(id), Agent = AgentName.Parse("ocf:pacemaker:Dummy"), MetaAttributes = stopped, Operations = [new CibOperation { Name = "monitor", Interval = CibDuration.Parse($"{60 + version}s") }] };
        return
        [
            new CibTemplate { Id = Id("tpl"), Agent = AgentName.Parse("ocf:pacemaker:Dummy"), MetaAttributes = stopped },
            Dummy("one"),
            new CibPrimitive { Id = Id("like"), Template = Id("tpl"), MetaAttributes = stopped },
            new CibGroup { Id = Id("grp"), Primitives = [Dummy("g1"), Dummy("g2")], MetaAttributes = stopped },
            new CibClone { Id = Id("two-clone"), Inner = Dummy("two"), MetaAttributes = stopped.Set("clone-max", text) },
            new CibClone
            {
                Id = Id("db-clone"),
                Inner = Dummy("db") with { Agent = AgentName.Parse("ocf:pacemaker:Stateful"), Operations = [new CibOperation { Name = "monitor", Interval = CibDuration.Parse("61s"), Role = ResourceRole.Promoted }, new CibOperation { Name = "monitor", Interval = CibDuration.Parse("62s") }] },
                Promotable = true,
                MetaAttributes = stopped,
            },
            new CibBundle { Id = Id("box"), Container = new BundleContainer { Technology = ContainerTechnology.Podman, Image = $"box:{text}" }, MetaAttributes = stopped },
            new CibPrimitive { Id = Id("fence"), Agent = AgentName.Parse("stonith:fence_dummy"), MetaAttributes = stopped },
            new LocationConstraint { Id = Id("loc"), Resource = Id("one"), Node = NodeName.Parse("ctl1"), Score = Score.Of(version) },
            new ColocationConstraint { Id = Id("col"), Dependent = Id("one"), Primary = Id("grp"), Score = Score.Of(version) },
            new OrderConstraint { Id = Id("ord"), ResourceSets = [new() { Id = Id("ord-set"), Members = [Id("one"), Id("grp")], Sequential = version == 1 }], Kind = OrderKind.Optional },
            new TicketConstraint { Id = Id("tic"), Ticket = $"T{text}", Resource = Id("two-clone"), LossPolicy = TicketLossPolicy.Stop },
            new ClusterProperties { Id = Id(ClusterProperties.DefaultId), Properties = AttributeMap.Of(("cluster-recheck-interval", $"{10 + version}min")) },
            new ResourceDefaults { Id = Id("our-rsc-defaults"), MetaAttributes = AttributeMap.Of(("resource-stickiness", text)) },
            new OperationDefaults { Id = Id("our-op-defaults"), MetaAttributes = AttributeMap.Of(("timeout", $"{60 + version}s")) },
            new NodeAttributes { Id = nodes[0].Id, Attributes = AttributeMap.Of(("rack", text)) },
            new NodeUtilization { Id = nodes[1].Id, Utilization = AttributeMap.Of(("cpu", text)) },
            new FencingLevel { Id = Id("lvl"), Target = NodeName.Parse("ctl1"), Index = version, Devices = [Id("fence")] },
            new CibTag { Id = Id("tag"), Members = version == 1 ? [Id("one")] : [Id("one"), Id("grp")] },
            new AclRole { Id = Id("watch"), Permissions = [new() { Id = Id("watch-p"), Kind = AclPermissionKind.Read, XPath = $"/cib[{text}]" }] },
            new AclTarget { Id = Id("someone"), Roles = [Id("watch")] },
            new AclGroup { Id = Id("some"), Roles = [Id("watch")] },
            new CibAlert { Id = Id("alarm"), Path = $"/usr/local/bin/tell{text}" },
        ];
    }

    private static CibId Id(string id) => CibId.Parse(id);
}
