using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Planning;

/// <summary>Edits that cannot be applied: which finding, at which edit, and that all others are applied.</summary>
internal sealed class RefusedEditTests
{
    private const string Web = """<primitive id="web" class="ocf" provider="pacemaker" type="Dummy"/>""";

    [Test]
    [Property("Correction", "N4")]
    public void Put_IdOfAnEqualObject_IsNotAdoptedSilently()
    {
        var finding = Single(With(Web), new PutObject(Dummy("web"), null));

        Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.IdTaken));
        Assert.That(finding.What, Is.EqualTo("primitive web is to be created, but the cluster has it already, just as declared."));
        Assert.That(finding.Mend, Does.Contain("Import"));
    }

    [Test]
    public void Put_IdOfADifferentObject_SaysWhatDiffers()
    {
        var finding = Single(With(Web), new PutObject(Dummy("web") with { Agent = AgentName.Parse("systemd:web"), Operations = [Monitor("5s")] }, null));

        Assert.That(finding.What, Is.EqualTo(
            "primitive web is to be created, but the cluster has another one: class is ocf, wanted systemd; type is Dummy, wanted web; provider is pacemaker, wanted not set; "
            + "operations[monitor].name is not set, wanted monitor; operations[monitor].interval is not set, wanted 5s."));
    }

    [Test]
    public void Put_IdOfAnotherKind_NamesTheHolder()
    {
        var finding = Single(With(Web), new PutObject(Location("web", "web"), null));

        Assert.That(finding.What, Is.EqualTo("rsc_location web is to be created, but the id belongs to primitive web."));
    }

    [Test]
    public void Put_IdOfAPart_NamesTheObjectAroundIt()
    {
        var document = With("""<clone id="c"><primitive id="web" class="ocf" provider="pacemaker" type="Dummy"><meta_attributes id="m"/></primitive></clone>""");

        Assert.That(Single(document, new PutObject(Dummy("m"), null)).What, Does.EndWith("the id belongs to meta_attributes m in clone c."));
    }

    [Test]
    public void Put_InnerIdThatIsTaken_NamesBoth()
    {
        var finding = Single(With(Web), new PutObject(Clone(Dummy("web")), null));

        Assert.That(finding.What, Is.EqualTo("clone web-clone is to hold web, but the id belongs to primitive web."));
    }

    [Test]
    public void Put_OneIdTwiceInABatch_RefusesTheSecond()
    {
        var outcome = EditApplier.Apply(Empty, [new PutObject(Dummy("a"), null), new PutObject(Dummy("a"), null)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Findings.Select(f => (f.EditIndex, f.Code)), Is.EqualTo(new[] { ((int?)1, CibFindingCodes.IdTaken) }));
            Assert.That(outcome.After.Find(Id("a")), Is.Not.Null);
        }
    }

    [Test]
    public void Put_OneIdTwiceInAnObject_IsAFinding()
    {
        var group = new CibGroup { Id = Id("g"), Primitives = [Dummy("a"), Dummy("a")] };

        Assert.That(Single(Empty, new PutObject(group, null)).Code, Is.EqualTo(CibFindingCodes.DuplicateId));
    }

    [Test]
    public void Put_ConstraintOnNothing_NamesTheAttribute()
    {
        var finding = Single(With(Web), new PutObject(Order("o", "web", "nowhere"), null));

        Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.DanglingReference));
        Assert.That(finding.Attribute, Is.EqualTo("then"));
        Assert.That(finding.Related, Is.EqualTo(new[] { Id("nowhere") }));
    }

    [Test]
    public void Put_ConstraintOnSomethingThatIsNoResource_IsAFinding()
    {
        var document = With(Web, """<rsc_location id="l" rsc="web" node="ctl1" score="1"/>""");

        Assert.That(Single(document, new PutObject(Location("m", "l"), null)).Code, Is.EqualTo(CibFindingCodes.DanglingReference));
    }

    [Test]
    public void Put_ConstraintOnAResourceThatIsRefused_SaysSoAndTheOthersAreApplied()
    {
        var outcome = EditApplier.Apply(With(Web),
        [
            new PutObject(Clone(Dummy("web")), null),
            new PutObject(Location("bad", "web-clone"), null),
            new PutObject(Location("good", "web"), null),
            new PutObject(Dummy("other"), null),
        ]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Findings.Select(f => (f.EditIndex, f.Code)), Is.EqualTo(new[] { ((int?)0, CibFindingCodes.IdTaken), (1, CibFindingCodes.DanglingReference) }));
            Assert.That(outcome.Findings[1].Why, Does.StartWith("web-clone was to be created in the same transaction, but was refused"));
            Assert.That(outcome.After.Find(Id("good")), Is.Not.Null);
            Assert.That(outcome.After.Find(Id("other")), Is.Not.Null);
            Assert.That(outcome.After.Find(Id("bad")), Is.Null);
        }
    }

    [Test]
    public void Put_ObjectThatOthersRemoved_IsAConflict()
    {
        var finding = Single(Empty, new PutObject(Vip(), Vip()));

        Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.ChangedByOthers));
        Assert.That(finding.What, Is.EqualTo("primitive vip is to be changed, but somebody removed it from the cluster."));
    }

    [Test]
    public void Put_IdThatOthersUsedForAnotherKind_IsAFinding()
    {
        var document = With("""<clone id="web"><primitive id="inner" class="ocf" provider="pacemaker" type="Dummy"/></clone>""");

        Assert.That(Single(document, new PutObject(Dummy("web"), Dummy("web"))).Code, Is.EqualTo(CibFindingCodes.OtherKind));
    }

    [Test]
    public void Put_OperationThatOthersRemoved_IsAConflict()
    {
        var last = Dummy("web") with { Operations = [Monitor("10s")] };

        var finding = Single(With(Web), new PutObject(last with { Operations = [Monitor("20s")] }, last));

        Assert.That(finding.Conflict, Is.EqualTo(new AttributeConflict(Id("web"), "operations[monitor]", "interval=10s", null, "interval=20s", With("").LastWriter)));
    }

    [Test]
    [Property("Requirement", "N4")]
    public void Remove_StillReferredTo_NamesAllReferrers()
    {
        var document = With(
            Web,
            """
            <rsc_location id="l" rsc="web" node="ctl1" score="1"/>
            <rsc_order id="o"><resource_set id="o-0"><resource_ref id="web"/></resource_set></rsc_order>
            """);

        var finding = Single(document, new RemoveObject(Dummy("web")));

        Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.StillReferredTo));
        Assert.That(finding.Related, Is.EqualTo(new[] { Id("l"), Id("o") }));
        Assert.That(finding.What, Is.EqualTo("web is to be removed, but rsc_location l, rsc_order o still refer to it."));
    }

    [Test]
    public void Remove_BannedByAnOperator_SaysHowToClearTheBan()
    {
        var document = With(Web, """<rsc_location id="cli-ban-web-on-ctl1" rsc="web" node="ctl1" score="-INFINITY"/>""");

        Assert.That(Single(document, new RemoveObject(Dummy("web"))).Mend, Does.Contain("crm_resource --clear --resource web"));
    }

    [Test]
    public void Remove_OneReferrerFails_PutsTheResourceBackToo()
    {
        var location = Location("l", "web");
        var document = With(Web, """<rsc_order id="l" first="web" then="web"/>""");

        var outcome = EditApplier.Apply(document, [new RemoveObject(Dummy("web")), new RemoveObject(location)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Findings.Select(f => (f.EditIndex, f.Code)), Is.EqualTo(new[] { ((int?)0, CibFindingCodes.StillReferredTo), (1, CibFindingCodes.OtherKind) }));
            Assert.That(outcome.After, Is.SameAs(document));
        }
    }

    [Test]
    public void Remove_WithMembersOfOthers_IsRefused()
    {
        var document = With("""<group id="g"><primitive id="a" class="ocf" provider="pacemaker" type="Dummy"/><primitive id="theirs" class="ocf" provider="pacemaker" type="Dummy"/></group>""");

        var finding = Single(document, new RemoveObject(new CibGroup { Id = Id("g"), Primitives = [Dummy("a")] }));

        Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.HoldsForeign));
        Assert.That(finding.Related, Is.EqualTo(new[] { Id("theirs") }));
    }

    [Test]
    public void Remove_WrappedByOthers_IsRefused()
    {
        var document = With($"""<clone id="theirs">{Web}</clone>""");

        Assert.That(Single(document, new RemoveObject(Dummy("web"))).Code, Is.EqualTo(CibFindingCodes.WrappedByOthers));
    }

    [Test]
    public void Remove_OtherAgentUnderTheSameId_IsAConflict()
    {
        var finding = Single(With(Web), new RemoveObject(Dummy("web") with { Agent = AgentName.Parse("ocf:pacemaker:Stateful") }));

        Assert.That((finding.Code, finding.Attribute), Is.EqualTo((CibFindingCodes.ChangedByOthers, "type")));
    }

    [Test]
    public void Remove_MemberThatOthersPutIntoTheirGroup_TakesItOut()
    {
        var document = With($"""<group id="theirs">{Web}<primitive id="b" class="ocf" provider="pacemaker" type="Dummy"/></group>""");

        var outcome = EditApplier.Apply(document, [new RemoveObject(Dummy("web"))]);

        Assert.That(outcome.After.ToXml(), Is.EqualTo(With("""<group id="theirs"><primitive id="b" class="ocf" provider="pacemaker" type="Dummy"/></group>""").ToXml()));
    }

    [Test]
    [Property("Requirement", "N2")]
    public void Remove_NotThereAnyMore_IsNoFinding()
    {
        var outcome = EditApplier.Apply(Empty, [new RemoveObject(Dummy("gone"))]);

        Assert.That(outcome.Findings, Is.Empty);
    }

    [Test]
    [Property("Correction", "C4")]
    public void Remove_ResourceWithItsConstraints_WorksInOneBatchInAnyOrder()
    {
        var (web, location) = (Dummy("web"), Location("l", "web"));
        var document = EditApplier.Apply(Empty, [new PutObject(location, null), new PutObject(web, null)]).After;

        var outcome = EditApplier.Apply(document, [new RemoveObject(web), new RemoveObject(location)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Findings, Is.Empty);
            Assert.That(outcome.After.DeepEquals(Empty));
        }
    }

    [Test]
    public void RemoveAndPut_PrimitiveIntoAClone_LeavesItsConstraintsAlone()
    {
        var document = With(Web, """<rsc_location id="theirs" rsc="web" node="ctl1" score="1"/>""");

        var outcome = EditApplier.Apply(document, [new PutObject(Clone(Dummy("web")), null), new RemoveObject(Dummy("web"))]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Findings, Is.Empty);
            Assert.That(outcome.After.Find(Id("web-clone")), Is.EqualTo(Clone(Dummy("web"))));
        }
    }

    [Test]
    public void Put_MemberThatLeavesAGroupForAClone_WorksInAnyOrder()
    {
        var group = new CibGroup { Id = Id("g"), Primitives = [Dummy("a"), Dummy("b")] };
        var document = EditApplier.Apply(Empty, [new PutObject(group, null)]).After;

        var outcome = EditApplier.Apply(document, [new PutObject(Clone(Dummy("b")), null), new PutObject(group with { Primitives = [Dummy("a")] }, group)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Findings, Is.Empty);
            Assert.That(outcome.After.Resources.Select(resource => resource.Id.Value), Is.EqualTo(new[] { "g", "b-clone" }));
        }
    }

    [Test]
    public void Put_MemberThatOthersReferTo_CannotLeaveItsGroup()
    {
        var group = new CibGroup { Id = Id("g"), Primitives = [Dummy("a"), Dummy("b")] };
        var document = EditApplier.Apply(Empty, [new PutObject(group, null), new PutObject(Location("l", "b"), null)]).After;

        var finding = Single(document, new PutObject(group with { Primitives = [Dummy("a")] }, group));

        Assert.That((finding.Code, finding.Subject), Is.EqualTo((CibFindingCodes.StillReferredTo, Id("g"))));
    }

    [TestCase("a\u0001b", "instance_attributes.ip: the character U+0001 at position 2 cannot be carried by XML.")]
    [TestCase("\uFFFF", "instance_attributes.ip: the character U+FFFF at position 1 cannot be carried by XML.")]
    public void Put_ValueThatXmlCannotCarry_IsAFinding(string value, string what)
    {
        var finding = Single(Empty, new PutObject(Clone(Dummy("a") with { InstanceAttributes = AttributeMap.Of(("ip", value)) }), null));

        Assert.That((finding.Code, finding.What), Is.EqualTo((CibFindingCodes.BadText, "a " + what)));
    }

    [Test]
    public void Put_OperationAttributeThatIsNoXmlName_IsAFinding()
    {
        var operation = Monitor("10s") with { OtherAttributes = AttributeMap.Of(("start delay", "1s")) };

        var finding = Single(Empty, new PutObject(Dummy("a") with { Operations = [operation] }, null));

        Assert.That((finding.Code, finding.What), Is.EqualTo((CibFindingCodes.BadText, "a operations[monitor].start delay: \"start delay\" is no XML name, so it cannot be an attribute.")));
    }

    [Test]
    public void Put_ConflictInASecret_DoesNotShowIt()
    {
        CibPrimitive With(string password) => Dummy("fence") with { InstanceAttributes = AttributeMap.Of(("passwd", password)) };
        var document = EditApplier.Apply(Empty, [new PutObject(With("hunter1"), null)]).After;

        var finding = Single(document, new PutObject(With("hunter2"), With("hunter3")));

        Assert.That(finding.ToString(), Does.Contain("[secret]").And.Not.Contain("hunter"));
    }

    private static CibFinding Single(CibDocument document, CibEdit edit)
    {
        var outcome = EditApplier.Apply(document, [edit]);
        Assert.That(outcome.After, Is.SameAs(document), "a refused edit changes nothing");
        Assert.That(outcome.Findings, Has.Length.EqualTo(1));
        Assert.That(outcome.Findings[0].EditIndex, Is.Zero);
        return outcome.Findings[0];
    }
}
