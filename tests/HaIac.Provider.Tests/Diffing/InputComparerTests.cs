using HaIac.Provider.Diffing;
using HaIac.Provider.Serving;

namespace HaIac.Provider.Tests.Diffing;

public sealed class InputComparerTests
{
    private const string Primitive = "haiac:cib:Primitive";

    [TestCase("""{"operations":[{"name":"monitor","interval":"60s"}]}""", """{"operations":[{"name":"monitor","interval":"1min"}]}""")]
    [TestCase("""{"operations":[{"name":"monitor","interval":"60"},{"name":"start","timeout":"5"}]}""", """{"operations":[{"name":"start","timeout":"5s"},{"name":"monitor","interval":"60s"}]}""")]
    [TestCase("""{"operations":[{"name":"monitor","role":"Master"}]}""", """{"operations":[{"name":"monitor","role":"Promoted"}]}""")]
    [TestCase("""{"meta":{"is-managed":"yes","failure-timeout":"60"}}""", """{"meta":{"is-managed":"true","failure-timeout":"1min"}}""")]
    [TestCase("""{"meta":{"resource-stickiness":"INFINITY"}}""", """{"meta":{"resource-stickiness":"1000000"}}""")]
    [TestCase("""{"cibId":"a"}""", """{"cibId":"a","meta":null}""")]
    [TestCase("""{"parameters":{"p":"(secret) x"}}""", """{"parameters":{"p":"x"}}""")]
    [Property("Requirement", "M2")]
    [Property("Correction", "M6")]
    public void Compare_SameMeaning_FindsNothing(string before, string after)
    {
        Assert.That(Compare(Primitive, before, after), Is.Empty);
    }

    [TestCase("""{"operations":[{"name":"monitor","interval":"10s"}]}""", """{"operations":[{"name":"monitor","interval":"20s"}]}""", "operations[0].interval", ChangeKind.Update)]
    [TestCase("""{"operations":[{"name":"start"},{"name":"monitor","interval":"10s"}]}""", """{"operations":[{"name":"monitor","interval":"20s"},{"name":"start"}]}""", "operations[0]", ChangeKind.Update)]
    [TestCase("""{"operations":[{"name":"monitor"}]}""", """{"operations":[{"name":"monitor"},{"name":"stop"}]}""", "operations[1]", ChangeKind.Add)]
    [TestCase("""{"operations":[{"name":"monitor"},{"name":"stop"}]}""", """{"operations":[{"name":"monitor"}]}""", "operations[1]", ChangeKind.Delete)]
    [TestCase("""{"parameters":{"ip":"1"}}""", """{"parameters":{"ip":"2"}}""", "parameters.ip", ChangeKind.Update)]
    [TestCase("""{"parameters":{"ip":"60s"}}""", """{"parameters":{"ip":"1min"}}""", "parameters.ip", ChangeKind.Update)]
    [TestCase("""{}""", """{"meta":{"target-role":"Started"}}""", "meta", ChangeKind.Add)]
    [TestCase("""{"meta":{"a":"1","b":"2"}}""", """{"meta":{"a":"1"}}""", "meta.b", ChangeKind.Delete)]
    [TestCase("""{"meta":{"a-b":"1"}}""", """{"meta":{"a-b":"2"}}""", "meta[\"a-b\"]", ChangeKind.Update)]
    [TestCase("""{"parameters":{"ip":"1"}}""", """{"parameters":{"ip":"(unknown)"}}""", "parameters.ip", ChangeKind.Update)]
    [TestCase("""{"agent":"ocf:pacemaker:Dummy"}""", """{"agent":"ocf:heartbeat:Dummy"}""", "agent", ChangeKind.Update)]
    public void Compare_OneChange_NamesItsPathAndKeepsTheObject(string before, string after, string path, object kind)
    {
        Assert.That(Compare(Primitive, before, after), Is.EqualTo([new PropertyChange(path, (ChangeKind)kind, Replaces: false)]));
    }

    [TestCase(Primitive, """{"cibId":"a"}""", """{"cibId":"b"}""", "cibId")]
    [TestCase("haiac:cib:Clone", """{"primitive":{"cibId":"a"}}""", """{"primitive":{"cibId":"b"}}""", "primitive.cibId")]
    [TestCase("haiac:services:Service", """{"serviceName":"a"}""", """{"serviceName":"b"}""", "serviceName")]
    [TestCase("haiac:services:Service", """{"clone":{"primitive":{"cibId":"a"}}}""", """{"clone":{"primitive":{"cibId":"b"}}}""", "clone.primitive.cibId")]
    public void Compare_IdentityChanges_Replaces(string type, string before, string after, string path)
    {
        Assert.That(Compare(type, before, after), Does.Contain(new PropertyChange(path, ChangeKind.Update, Replaces: true)));
    }

    [TestCase("""{"haMode":"ActivePassive","primitive":{"cibId":"a"}}""", """{"haMode":"ActiveActive","clone":{"cibId":"a-clone","primitive":{"cibId":"a"}}}""")]
    [TestCase("""{"haMode":"ActiveActive","clone":{"cibId":"c","primitive":{"cibId":"a"}}}""", """{"haMode":"ActiveActive","clone":{"cibId":"d","group":{"cibId":"g","primitives":[{"cibId":"a"}]}}}""")]
    [TestCase("""{"haMode":"Disabled"}""", """{"haMode":"Promotable","clone":{"cibId":"a-clone","promotable":true,"primitive":{"cibId":"a"}}}""")]
    [Property("Requirement", "N3")]
    public void Compare_AnotherModeOrWrapperOfAService_IsNoReplacement(string before, string after)
    {
        var changes = Compare("haiac:services:Service", before, after);

        Assert.That(changes, Is.Not.Empty);
        Assert.That(changes.Select(change => change.Replaces), Is.All.False);
    }

    [Test]
    public void Compare_CloneOfPrimitiveBecomesCloneOfGroup_Replaces()
    {
        var changes = Compare("haiac:cib:Clone", """{"primitive":{"cibId":"a"}}""", """{"group":{"cibId":"g"}}""");

        Assert.That(changes, Is.EqualTo([new PropertyChange("group", ChangeKind.Add, true), new PropertyChange("primitive", ChangeKind.Delete, true)]));
    }

    [Test]
    public void Compare_OrderOfGroupMembers_IsAChange()
    {
        var changes = Compare("haiac:cib:Group", """{"primitives":[{"cibId":"a"},{"cibId":"b"}]}""", """{"primitives":[{"cibId":"b"},{"cibId":"a"}]}""");

        Assert.That(changes.Select(change => change.Path), Is.EqualTo(["primitives[0]", "primitives[1]"]));
    }

    [Test]
    public void Compare_ConstraintInService_IsNoReplacement()
    {
        var changes = Compare("haiac:services:Service", """{"orders":[{"cibId":"o","first":"a","then":"b"}]}""", """{"orders":[{"cibId":"p","first":"a","then":"b"}]}""");

        Assert.That(changes.Select(change => (change.Kind, change.Replaces)), Is.EqualTo([(ChangeKind.Update, false)]));
    }

    private static System.Collections.Immutable.ImmutableArray<PropertyChange> Compare(string type, string before, string after) =>
        InputComparer.Compare(ResourceKinds.All[type].Shape, Props.Of(before), Props.Of(after));
}
