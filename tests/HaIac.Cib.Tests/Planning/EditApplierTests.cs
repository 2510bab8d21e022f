using HaIac.Cib.Documents;
using HaIac.Cib.Options;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Planning;

internal sealed class EditApplierTests
{
    [Test]
    public void Apply_NewPrimitive_WritesItWithIdsAsPcsNamesThem()
    {
        var outcome = EditApplier.Apply(Empty, [new PutObject(Vip(), null)]);

        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(outcome.After.ToXml(), Does.Contain("""
                  <primitive id="vip" class="ocf" provider="heartbeat" type="IPaddr2">
                    <instance_attributes id="vip-instance_attributes">
                      <nvpair id="vip-instance_attributes-ip" name="ip" value="192.0.2.10"/>
                      <nvpair id="vip-instance_attributes-cidr_netmask" name="cidr_netmask" value="24"/>
                    </instance_attributes>
                    <meta_attributes id="vip-meta_attributes">
                      <nvpair id="vip-meta_attributes-migration-threshold" name="migration-threshold" value="3"/>
                    </meta_attributes>
                    <operations>
                      <op id="vip-monitor-interval-10s" name="monitor" interval="10s" timeout="20s"/>
                    </operations>
                  </primitive>
            """.TrimEnd()));
    }

    [Test]
    public void Apply_NewObjects_AreReadBackAsDeclared()
    {
        var clone = Clone(Vip()) with { Promotable = true, MetaAttributes = AttributeMap.Of(("interleave", "true")) };
        var group = new CibGroup { Id = Id("grp"), Primitives = [Dummy("one"), Dummy("two")] };
        var location = Location("vip-on-ctl1", "vip-clone") with { Role = ResourceRole.Promoted };
        var order = Order("vip-then-grp", "vip-clone", "grp") with { Symmetrical = false };
        var properties = new ClusterProperties { Id = Id("cib-bootstrap-options"), Properties = AttributeMap.Of(("stonith-enabled", "false")) };
        CibObject[] declared = [clone, group, location, order, properties];

        var outcome = EditApplier.Apply(Empty, [.. declared.Select(item => new PutObject(item, null))]);

        Assert.That(outcome.Findings, Is.Empty);
        var reread = CibDocument.Parse(outcome.After.ToXml());
        Assert.That(declared.Select(item => reread.Find(item.Id)), Is.EqualTo(declared));
    }
}
