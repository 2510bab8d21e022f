using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Tests.Writing;
using HaIac.Cib.Upgrading;

namespace HaIac.Cib.Tests.Upgrading;

internal sealed class LegacyUpgradeTests
{
    private const string Master = """
        <master id="db-master">
          <!-- kept -->
          <meta_attributes id="db-meta"><nvpair id="db-mm" name="master-max" value="1"/><nvpair id="db-mn" name="master-node-max" value="1"/></meta_attributes>
          <primitive id="db" class="ocf" provider="pacemaker" type="Stateful">
            <operations>
              <op id="db-m" name="monitor" interval="10s" role="Master"/>
              <op id="db-s" name="monitor" interval="11s" role="Slave"/>
            </operations>
            <meta_attributes id="db-t"><nvpair id="db-tr" name="target-role" value="Master"/></meta_attributes>
          </primitive>
        </master>
        <primitive id="vip" class="ocf" provider="pacemaker" type="Dummy"/>
        """;

    private const string Constraints = """
        <rsc_colocation id="vip-with-db" rsc="vip" with-rsc="db-master" with-rsc-role="Master" score="INFINITY"/>
        <rsc_order id="db-then-vip" first="db-master" first-action="promote" then="vip" then-action="start" score="0"/>
        <rsc_order id="strict" first="db-master" then="vip" score="INFINITY"/>
        """;

    [Test]
    public void Read_Master_IsKeptAsItIs()
    {
        var document = TestCibs.With(Master);

        var master = (CibMaster)document.Find(TestCibs.Id("db-master"))!;

        Assert.That(master.MetaAttributes.Find("master-max"), Is.EqualTo("1"));
        Assert.That(((CibPrimitive)master.Inner).Operations, Has.Count.EqualTo(2));
    }

    [Test]
    public void Run_Master_IsAPromotableCloneInTodaysWords()
    {
        var document = TestCibs.With(Master, Constraints);

        var outcome = LegacyUpgrade.Run(document);

        var clone = (CibClone)outcome.After.Find(TestCibs.Id("db-master"))!;
        var text = outcome.After.ToXml();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clone.Promotable, Is.True);
            Assert.That(clone.MetaAttributes.Keys, Is.EqualTo(new[] { "promoted-max", "promoted-node-max" }));
            Assert.That(text, Does.Not.Contain("Master").And.Not.Contain("Slave").And.Contain("<!-- kept -->"));
            Assert.That(text, Does.Contain("then-action=\"start\" kind=\"Optional\"").And.Contain("then=\"vip\" kind=\"Mandatory\""));
            Assert.That(outcome.Changes.Select(change => (change.Id, change.What)), Does.Contain(("db-meta", "master-max")).And.Contain(("db-m", "role")).And.Contain(("db-t", "target-role")));
        }
    }

    [Test]
    public void Run_Again_ChangesNothing()
    {
        var once = LegacyUpgrade.Run(TestCibs.With(Master, Constraints)).After;

        var twice = LegacyUpgrade.Run(once);

        Assert.That(twice.After, Is.SameAs(once));
        Assert.That(twice.Changes, Is.Empty);
    }

    [Test]
    public void Run_OneObject_LeavesTheOthers()
    {
        var outcome = LegacyUpgrade.Run(TestCibs.With(Master, Constraints), TestCibs.Id("db-then-vip"));

        Assert.That(outcome.Changes, Is.EqualTo(new[] { new LegacyChange("db-then-vip", "score", "0", "kind Optional") }));
        Assert.That(outcome.After.Find(TestCibs.Id("db-master")), Is.TypeOf<CibMaster>());
    }

    [Test]
    public void Run_OlderSchema_KeepsTheRolesThatItKnows()
    {
        var document = CibDocument.Parse(TestCibs.With(Master, Constraints).ToXml().Replace("pacemaker-3.9", "pacemaker-3.5", StringComparison.Ordinal));

        var text = LegacyUpgrade.Run(document).After.ToXml();

        Assert.That(text, Does.Contain("role=\"Master\"").And.Contain("<clone ").And.Not.Contain("<master"));
    }

    [Test]
    public void Run_MastersOfABundle_ArePromotedMax()
    {
        var document = TestCibs.With("<bundle id=\"b\"><docker image=\"i\" masters=\"2\" replicas=\"3\"/></bundle>");

        var container = ((CibBundle)LegacyUpgrade.Run(document).After.Find(TestCibs.Id("b"))!).Container;

        Assert.That((container.PromotedMax, container.Masters), Is.EqualTo(((int?)2, (int?)null)));
    }

    [Test]
    [Category("Tools")]
    public void Run_Master_ChangesNothingForTheRealScheduler()
    {
        var document = TestCibs.With(
            Master,
            Constraints,
            "<cluster_property_set id=\"cib-bootstrap-options\"><nvpair id=\"s\" name=\"stonith-enabled\" value=\"false\"/></cluster_property_set>",
            "have-quorum=\"1\" dc-uuid=\"1\"");
        var live = CibDocument.Parse(document.ToXml().Replace("<status/>", Status, StringComparison.Ordinal));

        using var scheduler = new RealScheduler();
        var before = scheduler.Transition(live);
        var after = scheduler.Transition(LegacyUpgrade.Run(live).After);

        Assert.That(before, Does.Contain("promote").IgnoreCase.And.Contain("vip"));
        Assert.That(after, Is.EqualTo(before));
    }

    private const string Status = """
        <status>
          <node_state id="1" uname="ctl1" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="1"><lrm_resources/></lrm></node_state>
          <node_state id="2" uname="ctl2" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="2"><lrm_resources/></lrm></node_state>
        </status>
        """;
}
