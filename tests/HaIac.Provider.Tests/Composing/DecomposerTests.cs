using HaIac.Cib.Comparing;
using HaIac.Cib.Values;
using HaIac.Provider.Composing;
using HaIac.Provider.Diffing;
using HaIac.Provider.Serving;

namespace HaIac.Provider.Tests.Composing;

/// <summary>Composing and decomposing are each other's reverse, by meaning.</summary>
public sealed class DecomposerTests
{
    [TestCase("haiac:cib:Primitive", """{"cibId":"vip","agent":"ocf:heartbeat:IPaddr2","parameters":{"ip":"192.0.2.10"},"meta":{"target-role":"Started"},"operations":[{"name":"monitor","interval":"10s","timeout":"20s","role":"Promoted","onFail":"restart-container","extra":{"enabled":"true","OCF_CHECK_LEVEL":"10"}}]}""")]
    [TestCase("haiac:cib:Group", """{"cibId":"g","primitives":[{"cibId":"a","agent":"ocf:pacemaker:Dummy"},{"cibId":"b","agent":"systemd:x@1"}],"meta":{"is-managed":"true"}}""")]
    [TestCase("haiac:cib:Clone", """{"cibId":"c","group":{"cibId":"g","primitives":[{"cibId":"a","agent":"ocf:pacemaker:Dummy"}]},"promotable":true,"meta":{"interleave":"true"}}""")]
    [TestCase("haiac:cib:Bundle", """{"cibId":"galera-bundle","container":{"technology":"podman","image":"db:1","replicas":"3","replicasPerHost":"1","promotedMax":"3","runCommand":"/usr/sbin/pacemaker_remoted","network":"host","options":"--log-driver=k8s-file"},"network":{"ipRangeStart":"192.0.2.20","controlPort":"3123","hostInterface":"eth0","hostNetmask":"24","addHost":false,"ports":[{"port":"80","internalPort":"8080"},{"range":"90-99"}]},"storage":[{"sourceDir":"/var/lib/mysql","targetDir":"/var/lib/mysql","options":"rw"},{"sourceDirRoot":"/var/log/pacemaker/bundles","targetDir":"/var/log"}],"primitive":{"cibId":"galera","agent":"ocf:heartbeat:galera"},"meta":{"target-role":"Started"}}""")]
    [TestCase("haiac:cib:Bundle", """{"cibId":"haproxy-bundle","container":{"technology":"docker","image":"proxy:1"}}""")]
    [TestCase("haiac:cib:LocationConstraint", """{"cibId":"l","resource":"a","node":"ctl1","score":"-INFINITY","role":"Promoted","discovery":"exclusive"}""")]
    [TestCase("haiac:cib:LocationConstraint", """{"cibId":"l","resource":"vip","rule":{"operator":"or","conditions":[{"attribute":"pingd","comparison":"not_defined"},{"attribute":"pingd","comparison":"lte","value":"0","type":"integer"}]},"score":"-INFINITY"}""")]
    [TestCase("haiac:cib:ColocationConstraint", """{"cibId":"l","dependent":"a","primary":"b","score":"100","dependentRole":"Started","primaryRole":"Promoted"}""")]
    [TestCase("haiac:cib:OrderConstraint", """{"cibId":"l","first":"a","then":"b","firstAction":"promote","thenAction":"start","kind":"Serialize","symmetrical":false,"requireAll":true}""")]
    [TestCase("haiac:cib:ClusterProperties", """{"properties":{"no-quorum-policy":"stop"}}""")]
    public void Inputs_OfComposed_MeanTheSame(string type, string json)
    {
        var kind = ResourceKinds.All[type];
        var inputs = Props.Of(json);

        var composed = kind.Compose(new(inputs)).Objects.Single();
        var back = Decomposer.Inputs(composed)!;

        Assert.That(InputComparer.Compare(kind.Shape, inputs, back), Is.Empty);
        Assert.That(CibComparer.Compare(kind.Compose(new(back)).Objects.Single(), composed), Is.Empty);
    }

    [Test]
    [Property("Requirement", "M4")]
    public void Compose_CheckLevelOfAMonitor_IsAnAttributeOfThatOperation()
    {
        var composed = ResourceKinds.All["haiac:cib:Primitive"].Compose(new(Props.Of(
            """{"cibId":"db","agent":"ocf:heartbeat:mysql","operations":[{"name":"monitor","interval":"60s","extra":{"OCF_CHECK_LEVEL":"20"}},{"name":"monitor","interval":"10s"}]}""")));

        var operations = composed.Primitives.Single().Operations;
        Assert.That(operations.Select(operation => operation.InstanceAttributes), Is.EqualTo([AttributeMap.Of(("OCF_CHECK_LEVEL", "20")), AttributeMap.Empty]));
    }

    [Test]
    public void Compose_PromotableAsMetaAttribute_IsTheSameAsTheProperty()
    {
        var kind = ResourceKinds.All["haiac:cib:Clone"];
        var one = kind.Compose(new(Props.Of("""{"cibId":"c","primitive":{"cibId":"a","agent":"ocf:pacemaker:Stateful"},"meta":{"promotable":"yes"}}""")));
        var other = kind.Compose(new(Props.Of("""{"cibId":"c","primitive":{"cibId":"a","agent":"ocf:pacemaker:Stateful"},"promotable":true}""")));

        Assert.That(one.Objects.Single(), Is.EqualTo(other.Objects.Single()));
    }

    [Test]
    public void Compose_Service_YieldsResourceAndConstraintsInOneComposition()
    {
        var service = ResourceKinds.All["haiac:services:Service"].Compose(new(Props.Of(
            """{"serviceName":"x","haMode":"ActivePassive","primitive":{"cibId":"x","agent":"systemd:x"},"orders":[{"cibId":"o","first":"db","then":"x"}],"locations":[{"cibId":"l","resource":"x","node":"ctl1","score":"1"}]}""")));

        Assert.That(service.Outer, Is.EqualTo("x"));
        Assert.That(service.Objects.Select(item => item.Id.Value), Is.EqualTo(["x", "l", "o"]));
        Assert.That(service.References.Select(reference => reference.Named.Value), Is.EqualTo(["x", "db", "x"]));
    }
}
