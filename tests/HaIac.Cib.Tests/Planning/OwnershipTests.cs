using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Options;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Planning;

/// <summary>
/// What happens to values that a program does not declare. The original wrote each object whole, so that whatever operators and others had put into it
/// was gone after the next change.
/// </summary>
internal sealed class OwnershipTests
{
    private static readonly Ownership s_whole = new() { Whole = true };

    [Test]
    [Property("Correction", "M5")]
    public void Put_OthersAddedToIt_KeepsAllTheyAdded()
    {
        var outcome = EditApplier.Apply(WithForeign(), [new PutObject(Last with { Operations = [Monitor("20s")] }, Last)]);

        var live = outcome.After.FindElement(Id("a"))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Findings, Is.Empty);
            Assert.That(live["description"], Is.EqualTo("by hand"));
            Assert.That(((CibPrimitive)outcome.After.Find(Id("a"))!).InstanceAttributes, Is.EqualTo(AttributeMap.Of(("state", "/run/x"))));
            Assert.That(((CibPrimitive)outcome.After.Find(Id("a"))!).Operations.Select(op => op.Name), Is.EquivalentTo(["monitor", "start"]));
            Assert.That(outcome.After.ToXml(), Does.Contain("night").And.Contain("interval=\"20s\""));
        }
    }

    [Test]
    [Property("Requirement", "M5")]
    public void Put_WholeObject_TakesOutWhatIsNotDeclaredButWhatOperatorsSet()
    {
        var outcome = EditApplier.Apply(WithForeign(), [new PutObject(Last, Last) { Ownership = s_whole }]);

        var expected = Last with { MetaAttributes = Last.MetaAttributes.Set("target-role", "Stopped") };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Findings, Is.Empty);
            Assert.That(outcome.After.Find(Id("a")), Is.EqualTo(expected));
            Assert.That(outcome.After.ToXml(), Does.Not.Contain("night").And.Not.Contain("by hand"));
        }
    }

    [Test]
    [Property("Requirement", "M5")]
    public void Put_WholeGroup_KeepsTheMembersOfOthers()
    {
        var last = new CibGroup { Id = Id("g"), Primitives = [Dummy("one")] };
        var document = Applied(Empty, last with { Primitives = [Dummy("one"), Dummy("theirs")], MetaAttributes = AttributeMap.Of(("priority", "5")) });

        var outcome = EditApplier.Apply(document, [new PutObject(last, last) { Ownership = s_whole }]);

        Assert.That(outcome.After.Find(Id("g")), Is.EqualTo(last with { Primitives = [Dummy("one"), Dummy("theirs")] }));
    }

    [Test]
    [Property("Requirement", "M5")]
    public void Put_WholeClusterProperties_AreNeverOursAlone()
    {
        var last = new ClusterProperties { Id = Id(ClusterProperties.DefaultId), Properties = AttributeMap.Of(("stonith-enabled", "false")) };
        var document = Applied(Empty, last with { Properties = last.Properties.Set("have-watchdog", "false") });

        var outcome = EditApplier.Apply(document, [new PutObject(last, last) { Ownership = s_whole }]);

        Assert.That(outcome.After, Is.SameAs(document));
    }

    [Test]
    [Property("Requirement", "M5")]
    public void Compare_WholeObject_NamesWhatWouldGo()
    {
        var changes = CibComparer.Compare(Last, Last, WithForeign(), s_whole);

        Assert.That(
            changes.Where(change => change.Kind == ChangeKind.Removed).Select(change => change.Attribute),
            Is.EquivalentTo(["description", "instance_attributes.state", "operations[start]", "meta_attributes[night]"]));
    }

    // The original compared target-role and is-managed like everything else: a second run then undid what an operator had done, or, later, never saw it.
    [TestCase("target-role", "Started", "Stopped")]
    [TestCase("is-managed", "true", "false")]
    [TestCase("maintenance", "false", "true")]
    [Property("Correction", "M3")]
    [Property("Correction", "S3")]
    public void Put_DeclaredStateThatAnOperatorChanged_LeavesItAndWritesTheRest(string name, string declared, string byHand)
    {
        var last = Dummy("a") with { MetaAttributes = AttributeMap.Of((name, declared), ("priority", "1")) };
        var document = Applied(Empty, last with { MetaAttributes = last.MetaAttributes.Set(name, byHand) });

        var outcome = EditApplier.Apply(document, [new PutObject(last with { MetaAttributes = last.MetaAttributes.Set("priority", "2") }, last)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Findings, Is.Empty);
            Assert.That(((CibPrimitive)outcome.After.Find(Id("a"))!).MetaAttributes, Is.EqualTo(AttributeMap.Of((name, byHand), ("priority", "2"))));
            Assert.That(CibComparer.Compare(last, last, document).Select(change => change.Kind), Is.EqualTo([ChangeKind.OperatorState]));
        }
    }

    [Test]
    [Property("Requirement", "M3")]
    public void Put_ProgramChangesItsMindAboutState_IsWrittenOrAConflict()
    {
        var last = Dummy("a") with { MetaAttributes = AttributeMap.Of(("target-role", "Started")) };
        var wanted = Dummy("a") with { MetaAttributes = AttributeMap.Of(("target-role", "Unpromoted")) };

        var written = EditApplier.Apply(Applied(Empty, last), [new PutObject(wanted, last)]);
        var conflict = EditApplier.Apply(Applied(Empty, last with { MetaAttributes = AttributeMap.Of(("target-role", "Stopped")) }), [new PutObject(wanted, last)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(written.After.Find(Id("a")), Is.EqualTo(wanted));
            Assert.That(conflict.Findings.Select(finding => finding.Attribute), Is.EqualTo(["meta_attributes.target-role"]));
        }
    }

    [Test]
    [Property("Requirement", "M3")]
    public void Put_OtherNamesAreOperatorState_CountsThoseOnly()
    {
        var ownership = new Ownership { OperatorAttributes = ["priority"] };
        var last = Dummy("a") with { MetaAttributes = AttributeMap.Of(("priority", "1"), ("target-role", "Started")) };
        var document = Applied(Empty, last with { MetaAttributes = AttributeMap.Of(("priority", "9"), ("target-role", "Stopped")) });

        var outcome = EditApplier.Apply(document, [new PutObject(last, last) { Ownership = ownership }]);

        Assert.That(outcome.Findings.Select(finding => finding.Attribute), Is.EqualTo(["meta_attributes.target-role"]));
    }

    private static CibPrimitive Last => Dummy("a") with { MetaAttributes = AttributeMap.Of(("priority", "1")), Operations = [Monitor("10s")] };

    /// <summary>The primitive with what somebody else wrote into it: an attribute, a parameter, an operation, a set with a rule, and an operator's stop.</summary>
    private static CibDocument WithForeign() => CibDocument.Parse(Applied(Empty, Last with
    {
        MetaAttributes = Last.MetaAttributes.Set("target-role", "Stopped"),
        InstanceAttributes = AttributeMap.Of(("state", "/run/x")),
        Operations = [Monitor("10s"), new CibOperation { Name = "start", Timeout = CibDuration.Parse("90s") }],
    }).ToXml()
        .Replace("<primitive id=\"a\"", "<primitive id=\"a\" description=\"by hand\"", StringComparison.Ordinal)
        .Replace("</operations>", """
            </operations>
            <meta_attributes id="night" score="5">
              <rule id="night-rule" score="0"><expression id="night-e" attribute="#uname" operation="eq" value="ctl1"/></rule>
              <nvpair id="night-p" name="resource-stickiness" value="7"/>
            </meta_attributes>
            """, StringComparison.Ordinal));
}
