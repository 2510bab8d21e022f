using HaIac.Cib.Comparing;
using HaIac.Cib.Constraints;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Comparing;

internal sealed class CibComparerTests
{
    [Test]
    [Property("Requirement", "M3")]
    [Property("Requirement", "M5")]
    public void Compare_ThreeSides_TellsApartWhatEachAttributeIs()
    {
        var last = Dummy("a") with
        {
            InstanceAttributes = AttributeMap.Of(("same", "1"), ("changed", "1"), ("removed", "1"), ("conflict", "1"), ("both", "1")),
            MetaAttributes = AttributeMap.Empty,
        };
        var declared = last with { InstanceAttributes = AttributeMap.Of(("same", "1"), ("changed", "2"), ("conflict", "2"), ("added", "1"), ("both", "2")) };
        var live = With("""
            <primitive id="a" class="ocf" provider="pacemaker" type="Dummy">
              <instance_attributes id="i">
                <nvpair id="i1" name="same" value="1"/><nvpair id="i2" name="changed" value="1"/><nvpair id="i3" name="removed" value="1"/>
                <nvpair id="i4" name="conflict" value="9"/><nvpair id="i5" name="foreign" value="1"/><nvpair id="i6" name="both" value="2"/>
              </instance_attributes>
              <meta_attributes id="m"><nvpair id="m1" name="target-role" value="Stopped"/></meta_attributes>
            </primitive>
            """);

        var changes = CibComparer.Compare(last, declared, live);

        Assert.That(changes, Is.EquivalentTo(new AttributeChange[]
        {
            new(Id("a"), "instance_attributes.changed", ChangeKind.Changed, "1", "2", "1"),
            new(Id("a"), "instance_attributes.removed", ChangeKind.Removed, "1", null, "1"),
            new(Id("a"), "instance_attributes.conflict", ChangeKind.Conflict, "1", "2", "9"),
            new(Id("a"), "instance_attributes.added", ChangeKind.Added, null, "1", null),
            new(Id("a"), "instance_attributes.foreign", ChangeKind.Foreign, null, null, "1"),
            new(Id("a"), "meta_attributes.target-role", ChangeKind.OperatorState, null, null, "Stopped"),
        }));
    }

    [Test]
    public void Compare_OneIntervalChanged_IsExactlyThat()
    {
        var clone = Clone(Vip());

        var changes = CibComparer.Compare(Clone(Vip() with { Operations = [Monitor("20s") with { Timeout = CibDuration.Parse("20s") }] }), clone);

        Assert.That(changes, Is.EqualTo(new[] { new AttributeChange(Id("vip"), "operations[monitor].interval", ChangeKind.Changed, "10s", "20s", "10s") }));
    }

    [Test]
    public void Compare_SeveralOperationsOfOneName_NamesThemByInterval()
    {
        var live = Dummy("a") with { Operations = [Monitor("10s"), Monitor("11s")] };
        var declared = Dummy("a") with { Operations = [Monitor("10s"), Monitor("11s") with { Timeout = CibDuration.Parse("5s") }] };

        Assert.That(CibComparer.Compare(declared, live).Single().Attribute, Is.EqualTo("operations[monitor 11s].timeout"));
    }

    [TestCase("60s", "1min")]
    [TestCase("60", "PT1M")]
    [Property("Requirement", "M2")]
    [Property("Correction", "M6")]
    public void Compare_DurationsInOtherWords_AreEqual(string one, string other) =>
        Assert.That(CibComparer.Compare(Dummy("a") with { Operations = [Monitor(one)] }, Dummy("a") with { Operations = [Monitor(other)] }), Is.Empty);

    [TestCase("resource-stickiness", "INFINITY", "1000000", true)]
    [TestCase("is-managed", "true", "On", true)]
    [TestCase("target-role", "Master", "promoted", true)]
    [TestCase("failure-timeout", "60", "1min", true)]
    [TestCase("failure-timeout", "60", "61", false)]
    [TestCase("some-text", "true", "True", false)]
    [TestCase("is-managed", "maybe", "perhaps", false)]
    [Property("Requirement", "M2")]
    public void Compare_MetaAttributes_ByWhatTheyMean(string name, string one, string other, bool equal)
    {
        var changes = CibComparer.Compare(
            Dummy("a") with { MetaAttributes = AttributeMap.Of((name, one)) },
            Dummy("a") with { MetaAttributes = AttributeMap.Of((name, other)) });

        Assert.That(changes.IsEmpty, Is.EqualTo(equal));
    }

    [Test]
    public void Compare_ParametersOfAgents_AsTheyAreWritten() =>
        Assert.That(
            CibComparer.Compare(
                Dummy("a") with { InstanceAttributes = AttributeMap.Of(("timeout", "60")) },
                Dummy("a") with { InstanceAttributes = AttributeMap.Of(("timeout", "60s")) }),
            Has.Length.EqualTo(1));

    [Test]
    public void Compare_NothingOnOneSide_IsAllAddedOrAllRemoved()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CibComparer.Compare(Vip(), null).Select(change => change.Kind).Distinct(), Is.EqualTo(new[] { ChangeKind.Added }));
            Assert.That(CibComparer.Compare(null, Vip()).Select(change => change.Kind).Distinct(), Is.EqualTo(new[] { ChangeKind.Removed }));
            Assert.That(CibComparer.Compare(null, (CibObject?)null), Is.Empty);
        }
    }

    [Test]
    public void Compare_OtherKind_IsOneChange() =>
        Assert.That(CibComparer.Compare(Dummy("a"), Clone(Dummy("x")) with { Id = Id("a") }).Single().Attribute, Is.EqualTo("kind"));

    [Test]
    public void Compare_AgainstACibWithAnotherKindUnderTheId_IsAConflict() =>
        Assert.That(
            CibComparer.Compare(Dummy("a"), Dummy("a"), With("", """<rsc_order id="a" first="x" then="y"/>""")).Single().Kind,
            Is.EqualTo(ChangeKind.Conflict));

    [Test]
    public void Compare_Constraint_ByAttribute()
    {
        var order = Order("o", "a", "b") with { Kind = OrderKind.Optional };

        Assert.That(
            CibComparer.Compare(order with { Kind = OrderKind.Mandatory, Symmetrical = false }, order).Select(change => (change.Attribute, change.Kind)),
            Is.EqualTo(new[] { ("kind", ChangeKind.Changed), ("symmetrical", ChangeKind.Added) }));
    }
}
