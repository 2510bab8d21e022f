using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Options;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Planning;

internal sealed class EditApplierTests
{
    [Test]
    [Property("Requirement", "N6")]
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

    [Test]
    [Property("Requirement", "A7")]
    public void Apply_NoChange_GivesTheSameInstance()
    {
        var document = Applied(Empty, Vip());

        var outcome = EditApplier.Apply(document, [new PutObject(Vip(), Vip())]);

        Assert.That(outcome.After, Is.SameAs(document));
    }

    [Test]
    [Property("Requirement", "M2")]
    [Property("Correction", "M6")]
    [Property("Requirement", "A7")]
    public void Apply_SameMeaningInOtherWords_ChangesNothing()
    {
        var declared = Dummy("a") with { Operations = [Monitor("60s")], MetaAttributes = AttributeMap.Of(("is-managed", "true"), ("failure-timeout", "60")) };
        var document = Applied(Empty, declared);
        var respelled = declared with { Operations = [Monitor("PT1M")], MetaAttributes = AttributeMap.Of(("is-managed", "yes"), ("failure-timeout", "1min")) };

        var outcome = EditApplier.Apply(document, [new PutObject(respelled, declared)]);

        Assert.That(outcome.After, Is.SameAs(document));
    }

    [Test]
    [Property("Correction", "N6")]
    public void Apply_ChangedInterval_KeepsTheOperationItsPlaceAndItsId()
    {
        var before = Vip() with { Operations = [Monitor("10s"), new CibOperation { Name = "start", Timeout = CibDuration.Parse("30s") }] };
        var document = Applied(Empty, before);

        var outcome = EditApplier.Apply(document, [new PutObject(before with { Operations = [Monitor("20s"), before.Operations[1]] }, before)]);

        var operations = outcome.After.FindElement(Id("vip"))!.Find("operations")!.Elements.ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(operations.Select(op => op.Id), Is.EqualTo(new[] { "vip-monitor-interval-10s", "vip-start-interval-0s" }));
            Assert.That(operations[0]["interval"], Is.EqualTo("20s"));
        }
    }

    [Test]
    [Property("Requirement", "M2")]
    public void Apply_IntervalsSwappedBetweenRoles_PairsOperationsByRole()
    {
        CibOperation Of(string interval, ResourceRole role) => Monitor(interval) with { Role = role };
        var before = Dummy("db") with { Operations = [Of("10s", ResourceRole.Promoted), Of("11s", ResourceRole.Unpromoted)] };
        var document = Applied(Empty, before);

        var wanted = before with { Operations = [Of("31s", ResourceRole.Unpromoted), Of("30s", ResourceRole.Promoted)] };
        var outcome = EditApplier.Apply(document, [new PutObject(wanted, before)]);

        var operations = outcome.After.FindElement(Id("db"))!.Find("operations")!.Elements.Select(op => $"{op.Id} {op["interval"]} {op["role"]}");
        Assert.That(operations, Is.EqualTo(new[] { "db-monitor-interval-10s 30s Promoted", "db-monitor-interval-11s 31s Unpromoted" }));
    }

    [Test]
    public void Apply_AttributeChangedByOthers_IsAConflictAndNothingIsWritten()
    {
        var last = Clone(Dummy("web")) with { MetaAttributes = AttributeMap.Of(("clone-max", "3")) };
        var document = CibDocument.Parse(Applied(With(""), last).ToXml().Replace("value=\"3\"", "value=\"2\"", StringComparison.Ordinal));

        var outcome = EditApplier.Apply(document, [new PutObject(last with { MetaAttributes = AttributeMap.Of(("clone-max", "5")) }, last)]);

        Assert.That(outcome.After, Is.SameAs(document));
        var finding = outcome.Findings.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.ChangedByOthers));
            Assert.That(finding.EditIndex, Is.Zero);
            Assert.That(finding.Attribute, Is.EqualTo("meta_attributes.clone-max"));
            Assert.That(finding.What, Is.EqualTo("web-clone meta_attributes.clone-max: last applied 3, now 2 in the cluster, wanted 5."));
            Assert.That(finding.Where, Is.EqualTo("CIB clone web-clone; the CIB was last written by root with cibadmin on ctl2, which may have been elsewhere in it"));
            Assert.That(finding.Conflict, Is.EqualTo(new AttributeConflict(Id("web-clone"), "meta_attributes.clone-max", "3", "2", "5", document.LastWriter)));
        }
    }

    [Test]
    public void Apply_ConflictInsideAClone_NamesThePrimitive()
    {
        var last = Clone(Vip());
        var document = CibDocument.Parse(Applied(Empty, last).ToXml().Replace("interval=\"10s\"", "interval=\"15s\"", StringComparison.Ordinal));

        var outcome = EditApplier.Apply(document, [new PutObject(Clone(Vip() with { Operations = [Monitor("20s")] }), last)]);

        Assert.That(outcome.Findings.Select(finding => (finding.Subject, finding.Attribute)), Is.EqualTo(new[] { (Id("vip"), "operations[monitor].interval") }));
    }

    [Test]
    public void Apply_OthersWroteWhatIsWanted_IsNoConflict()
    {
        var last = Vip();
        var wanted = last with { MetaAttributes = AttributeMap.Of(("migration-threshold", "5")) };
        var document = Applied(Empty, wanted);

        var outcome = EditApplier.Apply(document, [new PutObject(wanted, last)]);

        Assert.That(outcome.After, Is.SameAs(document));
    }

    [Test]
    [Property("Correction", "M5")]
    public void Apply_WhatOthersAdded_Survives()
    {
        var document = With("""
            <primitive id="a" class="ocf" provider="pacemaker" type="Dummy" description="by hand">
              <!-- kept -->
              <meta_attributes id="their-meta"><nvpair id="their-pair" name="priority" value="7"/></meta_attributes>
              <instance_attributes id="night"><rule id="r" score="1"><date_expression id="d" operation="gt" start="2026-01-01"/></rule><nvpair id="np" name="delay" value="9"/></instance_attributes>
              <operations><op id="their-op" name="start" interval="0s" timeout="99s"/></operations>
              <vendor-thing x="1"/>
            </primitive>
            """);
        var wanted = Dummy("a") with
        {
            MetaAttributes = AttributeMap.Of(("migration-threshold", "2")),
            InstanceAttributes = AttributeMap.Of(("delay", "1")),
            Operations = [Monitor("10s")],
        };

        var outcome = EditApplier.Apply(document, [new PutObject(wanted, Dummy("a"))]);

        Assert.That(outcome.Findings, Is.Empty);
        var expected = With("""
            <primitive id="a" class="ocf" provider="pacemaker" type="Dummy" description="by hand">
              <!-- kept -->
              <meta_attributes id="their-meta"><nvpair id="their-pair" name="priority" value="7"/><nvpair id="their-meta-migration-threshold" name="migration-threshold" value="2"/></meta_attributes>
              <instance_attributes id="night"><rule id="r" score="1"><date_expression id="d" operation="gt" start="2026-01-01"/></rule><nvpair id="np" name="delay" value="9"/></instance_attributes>
              <operations><op id="their-op" name="start" interval="0s" timeout="99s"/><op id="a-monitor-interval-10s" name="monitor" interval="10s"/></operations>
              <vendor-thing x="1"/>
              <instance_attributes id="a-instance_attributes"><nvpair id="a-instance_attributes-delay" name="delay" value="1"/></instance_attributes>
            </primitive>
            """);
        Assert.That(outcome.After.ToXml(), Is.EqualTo(expected.ToXml()));
    }

    [TestCase("target-role", "Stopped")]
    [TestCase("is-managed", "false")]
    [TestCase("maintenance", "true")]
    [Property("Correction", "M3")]
    [Property("Correction", "S3")]
    public void Apply_OperatorState_IsNeitherTouchedNorAConflict(string name, string value)
    {
        var last = Dummy("a") with { MetaAttributes = AttributeMap.Of(("priority", "1")) };
        var document = Applied(Empty, last with { MetaAttributes = last.MetaAttributes.Set(name, value) });

        var outcome = EditApplier.Apply(document, [new PutObject(last with { MetaAttributes = AttributeMap.Of(("priority", "2")) }, last)]);

        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(((CibPrimitive)outcome.After.Find(Id("a"))!).MetaAttributes, Is.EqualTo(AttributeMap.Of(("priority", "2"), (name, value))));
    }

    [Test]
    [Property("Correction", "M3")]
    public void Apply_TargetRoleNoLongerDeclaredAndChangedByAnOperator_IsLeftToTheOperator()
    {
        var last = Dummy("a") with { MetaAttributes = AttributeMap.Of(("target-role", "Started")) };
        var document = Applied(Empty, last with { MetaAttributes = AttributeMap.Of(("target-role", "Stopped")) });

        var outcome = EditApplier.Apply(document, [new PutObject(Dummy("a"), last)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Findings, Is.Empty);
            Assert.That(outcome.After, Is.SameAs(document));
        }
    }

    [Test]
    public void Apply_AttributeNoLongerDeclared_IsTakenOutAndSoIsTheEmptiedSet()
    {
        var last = Vip();
        var wanted = last with { MetaAttributes = AttributeMap.Empty, Operations = [] };

        var outcome = EditApplier.Apply(Applied(Empty, last), [new PutObject(wanted, last)]);

        Assert.That(outcome.After.FindElement(Id("vip"))!.Elements.Select(child => child.Name), Is.EqualTo(new[] { "instance_attributes" }));
    }

    [Test]
    public void Apply_SeveralSets_ChangesThePairThatCountsAndRemovesAllOfThem()
    {
        const string Resource = """
            <primitive id="a" class="ocf" provider="pacemaker" type="Dummy">
              <meta_attributes id="weak"><nvpair id="w1" name="priority" value="1"/><nvpair id="w2" name="critical" value="false"/></meta_attributes>
              <meta_attributes id="strong" score="10"><nvpair id="s1" name="priority" value="2"/><nvpair id="s2" name="critical" value="true"/></meta_attributes>
            </primitive>
            """;
        var last = Dummy("a") with { MetaAttributes = AttributeMap.Of(("priority", "2"), ("critical", "true")) };

        var outcome = EditApplier.Apply(With(Resource), [new PutObject(last with { MetaAttributes = AttributeMap.Of(("priority", "3")) }, last)]);

        var expected = With("""
            <primitive id="a" class="ocf" provider="pacemaker" type="Dummy">
              <meta_attributes id="weak"><nvpair id="w1" name="priority" value="1"/></meta_attributes>
              <meta_attributes id="strong" score="10"><nvpair id="s1" name="priority" value="3"/></meta_attributes>
            </primitive>
            """);
        Assert.That(outcome.After.ToXml(), Is.EqualTo(expected.ToXml()));
    }

    [TestCase("pacemaker-3.6", "Master")]
    [TestCase("pacemaker-3.7", "Promoted")]
    [TestCase("pacemaker-4.0", "Promoted")]
    [TestCase("none", "Promoted")]
    public void Apply_Role_IsWrittenInTheWordsOfTheSchema(string schema, string expected)
    {
        var document = Applied(CibDocument.Empty(schema), Dummy("db"));

        var outcome = EditApplier.Apply(document, [new PutObject(Location("l", "db") with { Role = ResourceRole.Promoted }, null)]);

        Assert.That(outcome.After.FindElement(Id("l"))!["role"], Is.EqualTo(expected));
    }

    [Test]
    [Property("Requirement", "N6")]
    public void Apply_IdsOfPartsThatAreTaken_GetANumber()
    {
        var document = With("""<primitive id="vip-instance_attributes" class="ocf" provider="pacemaker" type="Dummy"/><primitive id="vip-monitor-interval-10s" class="ocf" provider="pacemaker" type="Dummy"/>""");

        var vip = EditApplier.Apply(document, [new PutObject(Vip(), null)]).After.FindElement(Id("vip"))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(vip.Find("instance_attributes")!.Id, Is.EqualTo("vip-instance_attributes-1"));
            Assert.That(vip.Find("operations")!.Find("op")!.Id, Is.EqualTo("vip-monitor-interval-10s-1"));
        }
    }

    // The original named operations by name and interval only: two roles with one interval got one id, or swapped theirs with the order of declaration.
    [Test]
    [Property("Correction", "N6")]
    public void Apply_OperationsThatDifferByRoleOnly_HaveTheRoleInTheirIds()
    {
        CibOperation[] operations = [Monitor("10s") with { Role = ResourceRole.Promoted }, Monitor("10000ms") with { Role = ResourceRole.Unpromoted }, Monitor("20s")];

        string[] Ids(IEnumerable<CibOperation> declared) =>
            [.. Applied(Empty, Dummy("db") with { Operations = [.. declared] }).FindElement(Id("db"))!.Find("operations")!.Elements.Select(op => op.Id!)];

        Assert.That(Ids(operations), Is.EqualTo(["db-monitor-interval-10s-promoted", "db-monitor-interval-10000ms-unpromoted", "db-monitor-interval-20s"]));
        Assert.That(Ids(operations.Reverse()), Is.EquivalentTo(Ids(operations)));
    }

    [Test]
    public void Apply_AgainstADocumentWithoutSections_MakesThem()
    {
        var outcome = EditApplier.Apply(CibDocument.Parse("<cib/>"), [new PutObject(Dummy("a"), null), new PutObject(Location("l", "a"), null)]);

        Assert.That(outcome.After.Find(Id("l")), Is.EqualTo(Location("l", "a")));
    }
}
