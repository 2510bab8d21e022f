using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Operating.Clusters;
using HaIac.Operating.Findings;
using HaIac.Operating.Tests.Awaiting;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Tests.Clusters;

[TestFixture]
public sealed class NodePlanTests
{
    private const string OptedIn = """<rsc_location id="vip-on-ctl1" rsc="vip" node="ctl1" score="100"/><rsc_location id="vip-on-ctl2" rsc="vip" node="ctl2" score="100"/><rsc_location id="vip-on-CTL3" rsc="vip" node="CTL3" score="100"/>""";

    private static readonly NodeName Ctl3 = NodeName.Parse("ctl3");

    [Test]
    [Property("Requirement", "Q3")]
    [Property("Requirement", "J5")]
    public void Remove_NodeThatIsOff_TakesRecordStateHistoryAndWhatIsAboutItAlone()
    {
        var cib = Cib($"""
            {OptedIn}<rsc_location id="cli-ban-vip-on-ctl3" rsc="vip"><rule id="r" score="-INFINITY" boolean-op="and"><expression id="e" attribute="#uname" operation="eq" value="ctl3"/><date_expression id="d" operation="lt" end="2030-01-01"/></rule></rsc_location>
            <rsc_location id="either" rsc="vip"><rule id="r2" score="5" boolean-op="or"><expression id="e2" attribute="#uname" operation="eq" value="ctl3"/><expression id="e3" attribute="#uname" operation="eq" value="ctl1"/></rule></rsc_location>
            """);

        var change = NodePlan.Remove(cib, Off(), Ctl3);
        var after = change.Rewrite!(cib);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Nodes.Select(node => node.Value), Is.EqualTo(new[] { "ctl1", "ctl2" }));
            Assert.That(after.Status!.Elements.Select(state => state["uname"]), Is.EqualTo(new[] { "ctl1" }));
            Assert.That(after.Constraints.Select(constraint => constraint.Id.Value), Is.EqualTo(new[] { "vip-on-ctl1", "vip-on-ctl2", "either" }));
            Assert.That(after.Configuration!.Find("fencing-topology")!.Elements.Select(level => level.Id), Is.EqualTo(new[] { "f1" }));
            Assert.That(change.Forget, Is.EqualTo(Ctl3));
            Assert.That(change.Notes, Has.Some.Contains("Still naming CTL3: rsc_location either"));
            Assert.That(change.OnNodes, Has.Some.Contains("corosync.conf"));
        }
    }

    [Test]
    [Property("Requirement", "Q3")]
    public void Remove_NameInAnotherCase_IsTheNodeAsTheClusterKnowsIt() =>
        Assert.That(NodePlan.Remove(Cib(), Off(), NodeName.Parse("Ctl3")).Steps[0], Is.EqualTo("node CTL3 (id 3): record and attributes removed"));

    [Test]
    public void Remove_NodeThatIsOnline_IsRefused() =>
        Assert.That(() => NodePlan.Remove(Cib(), Pictures.Status("vip"), Ctl3), Throws.TypeOf<FindingException>().With.Message.Contains("HAI1253").And.Message.Contains("still online"));

    [Test]
    public void Remove_RemoteNode_IsRefusedWithTheReason()
    {
        var cib = CibDocument.Parse("""<cib><configuration><crm_config/><nodes><node id="1" uname="ctl1"/><node id="far" uname="far" type="remote"/></nodes><resources/><constraints/></configuration><status/></cib>""");

        Assert.That(() => NodePlan.Remove(cib, Off(), NodeName.Parse("far")), Throws.TypeOf<FindingException>().With.Message.Contains("remote node"));
    }

    [Test]
    [Property("Requirement", "Q3")]
    public void Remove_NameOfNoNode_NamesThoseThatThereAre() =>
        Assert.That(() => NodePlan.Remove(Cib(), Off(), NodeName.Parse("ctl4")), Throws.TypeOf<FindingException>().With.Message.Contains("HAI1252").And.Message.Contains("ctl1, ctl2, CTL3"));

    [Test]
    [Property("Requirement", "Q3")]
    [Property("Requirement", "J5")]
    public void Add_NewNode_IsRecordedAndAllowedWhatIsAllowedOnEveryOther()
    {
        var cib = Cib(OptedIn + """<rsc_location id="db-on-ctl1" rsc="vip" node="ctl1" score="7"/>""");

        var change = NodePlan.Add(cib, NodeName.Parse("ctl4"), null, standby: true);
        var after = change.Rewrite!(cib);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.FindNode(NodeName.Parse("ctl4"))!.Id.Value, Is.EqualTo("4"));
            Assert.That(after.FindNode(NodeName.Parse("ctl4"))!.Attributes.Find("standby"), Is.EqualTo("on"));
            Assert.That(after.FindElement(CibId.Parse("vip-on-ctl4"))!["score"], Is.EqualTo("100"));
            Assert.That(after.FindElement(CibId.Parse("db-on-ctl4")), Is.Null);
            Assert.That(change.OnNodes, Has.Some.Contains("nodeid 4"));
        }
    }

    [Test]
    public void Add_IdOfAnotherNode_IsRefused() =>
        Assert.That(() => NodePlan.Add(Cib(), NodeName.Parse("ctl4"), 2, standby: false), Throws.TypeOf<FindingException>().With.Message.Contains("Id 2 is that of node ctl2"));

    [Test]
    public void Add_NodeThatIsThere_ChangesNothing() =>
        Assert.That(NodePlan.Add(Cib(), Ctl3, null, standby: false).IsEmpty);

    private static ClusterStatus Off() => Pictures.Status("vip") with { Nodes = [Pictures.Node("ctl1"), Pictures.Node("ctl2"), Pictures.Node("ctl3") with { Online = false }] };

    private static CibDocument Cib(string constraints = "") => CibDocument.Parse($"""
        <cib><configuration><crm_config/><nodes><node id="1" uname="ctl1"/><node id="2" uname="ctl2"/><node id="3" uname="CTL3"/></nodes>
        <resources><primitive id="vip" class="ocf" provider="pacemaker" type="Dummy"/></resources><constraints>{constraints}</constraints>
        <fencing-topology><fencing-level id="f1" target="ctl1" index="1" devices="x"/><fencing-level id="f3" target="ctl3" index="1" devices="x"/></fencing-topology></configuration>
        <status><node_state id="1" uname="ctl1"/><node_state id="3" uname="CTL3"><lrm id="3"/><transient_attributes id="3"/></node_state></status></cib>
        """);
}
