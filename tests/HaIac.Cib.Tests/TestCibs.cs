using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Tests;

/// <summary>Documents and objects that are valid as they are; a test changes one thing.</summary>
internal static class TestCibs
{
    public static CibDocument Empty => CibDocument.Empty("pacemaker-3.9", NodeName.Parse("ctl1"), NodeName.Parse("ctl2"));

    public static CibDocument With(string resources, string constraints = "", string crmConfig = "", string rootAttributes = "") => CibDocument.Parse(
        $"""
        <cib validate-with="pacemaker-3.9" epoch="5" num_updates="3" admin_epoch="1" update-client="cibadmin" update-user="root" update-origin="ctl2" {rootAttributes}>
          <configuration>
            <crm_config>{crmConfig}</crm_config>
            <nodes><node id="1" uname="ctl1"/><node id="2" uname="ctl2"/></nodes>
            <resources>{resources}</resources>
            <constraints>{constraints}</constraints>
          </configuration>
          <status/>
        </cib>
        """);

    public static CibId Id(string id) => CibId.Parse(id);

    public static CibPrimitive Dummy(string id) => new() { Id = Id(id), Agent = AgentName.Parse("ocf:pacemaker:Dummy") };

    public static CibPrimitive Vip(string id = "vip") => Dummy(id) with
    {
        Agent = AgentName.Parse("ocf:heartbeat:IPaddr2"),
        InstanceAttributes = AttributeMap.Of(("ip", "192.0.2.10"), ("cidr_netmask", "24")),
        MetaAttributes = AttributeMap.Of(("migration-threshold", "3")),
        Operations = [Monitor("10s") with { Timeout = CibDuration.Parse("20s") }],
    };

    public static CibOperation Monitor(string interval) => new() { Name = "monitor", Interval = CibDuration.Parse(interval) };

    public static CibClone Clone(CibResource inner) => new() { Id = Id(inner.Id + "-clone"), Inner = inner };

    public static LocationConstraint Location(string id, string resource, string node = "ctl1") =>
        new() { Id = Id(id), Resource = Id(resource), Node = NodeName.Parse(node), Score = Score.Infinity };

    public static OrderConstraint Order(string id, string first, string then) => new() { Id = Id(id), First = Id(first), Then = Id(then) };

    /// <summary>The document with objects that a program has put into it.</summary>
    public static CibDocument Applied(CibDocument document, params IEnumerable<CibObject> objects)
    {
        var outcome = EditApplier.Apply(document, [.. objects.Select(item => new PutObject(item, null))]);
        Assert.That(outcome.Findings, Is.Empty);
        return outcome.After;
    }
}
