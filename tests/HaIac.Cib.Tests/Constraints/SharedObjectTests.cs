using HaIac.Cib.Acls;
using HaIac.Cib.Alerts;
using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Fencing;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Rules;
using HaIac.Cib.Tags;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Constraints;

/// <summary>Three sides of objects with parts: what others added survives, what they changed is a conflict, what nobody else touched is written.</summary>
internal sealed class SharedObjectTests
{
    private static readonly CibTag s_tag = new() { Id = Id("t"), Members = [Id("a"), Id("b")] };

    private static readonly AclRole s_role = new()
    {
        Id = Id("operator"),
        Permissions = [new() { Kind = AclPermissionKind.Read, XPath = "/cib" }, new() { Kind = AclPermissionKind.Write, Reference = Id("a") }],
    };

    private static readonly CibAlert s_alert = new()
    {
        Id = Id("al"),
        Path = "/bin/tell",
        Selection = new() { Nodes = true, Attributes = ["standby"] },
        Recipients = [new() { Value = "ops", MetaAttributes = AttributeMap.Of(("timeout", "15s")) }],
    };

    private static readonly OrderConstraint s_order = new()
    {
        Id = Id("o"),
        ResourceSets = [new() { Members = [Id("a"), Id("b")] }, new() { Members = [Id("c")], Sequential = false }],
    };

    private static readonly LocationConstraint s_location = new() { Id = Id("l"), Resource = Id("a"), Rules = [RecordSamples.Simple("unused") with { Id = null }] };

    [Test]
    public void Put_TagWithAMemberOfOthers_KeepsIt()
    {
        var live = Created(s_tag, """<obj_ref id="b"/>""", """<obj_ref id="b"/><obj_ref id="c"/>""");

        var after = RecordTests.Applied(live, new PutObject(s_tag with { Members = [Id("b"), Id("db")] }, s_tag));

        Assert.That(((CibTag)after.Find(s_tag.Id)!).Members, Is.EquivalentTo([Id("b"), Id("c"), Id("db")]));
    }

    [Test]
    public void Put_TagWhoseMemberSomebodyTookOut_IsAConflictThatNamesIt()
    {
        var live = Created(s_tag, """<obj_ref id="a"/>""", "");

        Assert.That(Refused(live, new PutObject(s_tag with { Members = [Id("a"), Id("b"), Id("c")] }, s_tag)), Is.EqualTo("members[a]"));
    }

    [Test]
    public void Put_RoleWithAPermissionOfOthers_KeepsIt()
    {
        const string Theirs = """<acl_permission id="theirs" kind="deny" object-type="nvpair" attribute="value"/>""";
        var live = Created(s_role, "</acl_role>", Theirs + "</acl_role>");

        var after = RecordTests.Applied(live, new PutObject(s_role with { Permissions = [s_role.Permissions[1]] }, s_role));

        Assert.That(((AclRole)after.Find(s_role.Id)!).Permissions.Select(permission => permission.Id!.Value), Is.EqualTo(["operator-write", "theirs"]));
    }

    [Test]
    public void Put_RoleWhosePermissionSomebodyTurnedRound_IsAConflict()
    {
        var live = Created(s_role, "kind=\"read\"", "kind=\"deny\"");

        Assert.That(
            Refused(live, new PutObject(s_role with { Permissions = [s_role.Permissions[0] with { Kind = AclPermissionKind.Write }, s_role.Permissions[1]] }, s_role)),
            Is.EqualTo("permissions[/cib].kind"));
    }

    [Test]
    public void Put_AlertWithARecipientOfOthers_KeepsIt()
    {
        var live = Created(s_alert, "</alert>", """<recipient id="theirs" value="boss"><meta_attributes id="theirs-m"><nvpair id="theirs-e" name="enabled" value="false"/></meta_attributes></recipient></alert>""");

        var after = (CibAlert)RecordTests.Applied(live, new PutObject(s_alert with { Recipients = [new() { Value = "night" }] }, s_alert)).Find(s_alert.Id)!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Recipients.Select(recipient => recipient.Value), Is.EquivalentTo(["boss", "night"]));
            Assert.That(after.Recipients.Single(recipient => recipient.Value == "boss").MetaAttributes.Find("enabled"), Is.EqualTo("false"));
            Assert.That(after.Selection, Is.EqualTo(s_alert.Selection));
        }
    }

    [Test]
    public void Put_AlertWhoseRecipientSomebodyRenamed_IsAConflict()
    {
        var live = Created(s_alert, "value=\"ops\"", "value=\"others\"");

        Assert.That(
            Refused(live, new PutObject(s_alert with { Recipients = [new() { Value = "ops", MetaAttributes = AttributeMap.Of(("timeout", "20s")) }] }, s_alert)),
            Is.EqualTo("recipients[ops]"));
    }

    [Test]
    public void Put_AlertWithADeclaredRecipientWhoseValueSomebodyChanged_IsAConflictOfTheValue()
    {
        var declared = s_alert with { Recipients = [new() { Id = Id("r1"), Value = "ops" }] };
        var live = Created(declared, "value=\"ops\"", "value=\"others\"");

        Assert.That(Refused(live, new PutObject(declared with { Recipients = [new() { Id = Id("r1"), Value = "night" }] }, declared)), Is.EqualTo("recipients[r1].value"));
    }

    [Test]
    public void Put_AlertWithAnAttributeThatOthersSelected_KeepsIt()
    {
        var live = Created(s_alert, "</select_attributes>", """<attribute id="theirs" name="cpu"/></select_attributes>""");

        var after = (CibAlert)RecordTests.Applied(live, new PutObject(s_alert with { Selection = new() { Nodes = true, Fencing = true, Attributes = ["shutdown"] } }, s_alert)).Find(s_alert.Id)!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Selection!.Attributes, Is.EquivalentTo(["cpu", "shutdown"]));
            Assert.That(after.Selection.Fencing);
        }
    }

    [Test]
    public void Put_SetWithANewMember_IsWrittenAtItsPlace()
    {
        var live = Created(s_order);

        var after = RecordTests.Applied(live, new PutObject(s_order with { ResourceSets = [s_order.ResourceSets[0] with { Members = [Id("c"), Id("a"), Id("b")] }, s_order.ResourceSets[1] with { Members = [Id("db-clone")] }] }, s_order));

        Assert.That(
            ((OrderConstraint)after.Find(s_order.Id)!).ResourceSets.Select(set => $"{set.Id} {set.Members}"),
            Is.EqualTo(["o_set [c, a, b]", "o_set-1 [db-clone]"]));
    }

    [Test]
    public void Put_SetWhoseMembersSomebodyChanged_IsAConflict()
    {
        var live = Created(s_order, """<resource_ref id="b"/>""", """<resource_ref id="b"/><resource_ref id="db-clone"/>""");

        Assert.That(
            Refused(live, new PutObject(s_order with { ResourceSets = [s_order.ResourceSets[0] with { Members = [Id("b"), Id("a")] }, s_order.ResourceSets[1]] }, s_order)),
            Does.StartWith("sets[").And.EndsWith("].members"));
    }

    [Test]
    public void Put_RuleThatSomebodySpelledOtherwise_ChangesNothing()
    {
        var live = Created(s_location, """<rule id="l-rule" ""","""<!-- why --><rule boolean-op="and" id="l-rule" """);

        Assert.That(RecordTests.Applied(live, new PutObject(s_location, s_location)), Is.SameAs(live));
    }

    [Test]
    public void Put_RuleWithOtherConditions_KeepsItsIdAndWritesItWhole()
    {
        var live = Created(s_location, "<rule id=\"l-rule\"", "<rule id=\"old\"");
        var changed = new CibRule
        {
            Score = Score.MinusInfinity,
            Operator = RuleOperator.Or,
            Expressions = [new NodeAttributeExpression { Attribute = "pingd", Comparison = AttributeComparison.Less, Value = "1" }, s_location.Rules[0].Expressions[0]],
        };

        var after = (LocationConstraint)RecordTests.Applied(live, new PutObject(s_location with { Rules = [changed] }, s_location)).Find(s_location.Id)!;

        Assert.That(after.Rules.Single(), Is.EqualTo(changed with { Id = Id("old") }));
    }

    [TestCase("operation=\"not_defined\"", "operation=\"defined\"", "rule")]
    [TestCase("score=\"-INFINITY\"", "score=\"5\"", "rule.score")]
    public void Put_RuleThatSomebodyChanged_IsAConflict(string ours, string theirs, string attribute)
    {
        var live = Created(s_location, ours, theirs);
        var wanted = s_location with
        {
            Rules = [new() { Score = Score.Of(7), Expressions = [new NodeAttributeExpression { Attribute = "pingd", Comparison = AttributeComparison.Equal, Value = "0" }] }],
        };

        Assert.That(Refused(live, new PutObject(wanted, s_location)), Is.EqualTo(attribute));
    }

    [Test]
    public void Put_LevelWhoseDevicesSomebodyChanged_IsAConflict()
    {
        var level = new FencingLevel { Id = Id("fl-ctl1-1"), Target = NodeName.Parse("ctl1"), Index = 1, Devices = [Id("f1")] };
        var live = Created(level, "devices=\"f1\"", "devices=\"f2\"");

        Assert.That(Refused(live, new PutObject(level with { Devices = [Id("f1"), Id("f2")] }, level)), Is.EqualTo("devices"));
    }

    [Test]
    public void Put_WithoutIds_GivesThoseOfPcs()
    {
        var document = RecordTests.Applied(
            RecordSamples.Cluster,
            new PutObject(s_location with { Lifetime = [s_location.Rules[0]] }, null),
            new PutObject(s_order, null),
            new PutObject(s_role, null),
            new PutObject(s_alert, null));

        Assert.That(
            document.Configuration!.Elements.SelectMany(section => section.IdsInside).Except(RecordSamples.Cluster.Configuration!.Elements.SelectMany(section => section.IdsInside)),
            Is.EquivalentTo([
                "l", "l-rule", "l-rule-expr", "l-lifetime-rule", "l-lifetime-rule-expr",
                "o", "o_set", "o_set-1",
                "operator", "operator-read", "operator-write",
                "al", "al-standby", "al-recipient", "al-recipient-meta_attributes", "al-recipient-meta_attributes-timeout",
            ]));
    }

    [TestCase("""<tag id="t"><obj_ref id="nowhere"/></tag>""", "id")]
    [TestCase("""<fencing-level id="f" target="ctl1" index="1" devices="f1,nowhere"/>""", "devices")]
    [TestCase("""<acl_role id="r"><acl_permission id="p" kind="read" reference="nowhere"/></acl_role>""", "reference")]
    [TestCase("""<acl_target id="u"><role id="nowhere"/></acl_target>""", "id")]
    [TestCase("""<rsc_order id="o"><resource_set id="s"><resource_ref id="nowhere"/></resource_set></rsc_order>""", "id")]
    [TestCase("""<rsc_location id="l" rsc="a"><rule id-ref="nowhere"/></rsc_location>""", "id-ref")]
    public void Put_OfWhatNamesNothing_IsRefused(string xml, string attribute)
    {
        var element = Reading.Element(xml);

        var findings = EditApplier.Apply(RecordSamples.Cluster, [new PutObject(Cib.Reading.ObjectReader.Read(element), null)]).Findings;

        Assert.That(
            findings.Select(finding => (finding.Code, finding.Attribute, finding.Related.Single().Value)),
            Is.EqualTo([(CibFindingCodes.DanglingReference, attribute, "nowhere")]));
    }

    [Test]
    public void Remove_OfWhatIsNamed_TellsWhoNamesIt()
    {
        var live = RecordTests.Applied(
            RecordSamples.Cluster,
            new PutObject(Dummy("x"), null),
            new PutObject(s_tag with { Members = [Id("x")] }, null),
            new PutObject(new FencingLevel { Id = Id("lvl"), Target = NodeName.Parse("ctl1"), Index = 1, Devices = [Id("x")] }, null),
            new PutObject(s_role with { Permissions = [new() { Kind = AclPermissionKind.Write, Reference = Id("x") }] }, null));

        var findings = EditApplier.Apply(live, [new RemoveObject(Dummy("x"))]).Findings;

        Assert.That(findings.Single().Related, Is.EquivalentTo([Id("t"), Id("lvl"), Id("operator")]));
    }

    private static readonly TestCaseData[] s_heldForOthers =
    [
        new TestCaseData(s_tag, """<obj_ref id="b"/>""", """<obj_ref id="b"/><obj_ref id="c"/>""", "c") { TestName = "Remove_TagWithAMemberOfOthers_IsRefused" },
        new TestCaseData(s_role, "</acl_role>", """<acl_permission id="theirs" kind="deny" xpath="/cib/status"/></acl_role>""", "theirs") { TestName = "Remove_RoleWithAPermissionOfOthers_IsRefused" },
        new TestCaseData(s_alert, "</alert>", """<recipient id="theirs" value="night-watch"/></alert>""", "theirs") { TestName = "Remove_AlertWithARecipientOfOthers_IsRefused" },
    ];

    [TestCaseSource(nameof(s_heldForOthers))]
    public void Remove_OfWhatHoldsTheWorkOfOthers_IsRefused(CibObject ours, string before, string after, string theirs)
    {
        var live = Created(ours, before, after);

        var outcome = EditApplier.Apply(live, [new RemoveObject(ours)]);

        Assert.That(outcome.After, Is.SameAs(live));
        Assert.That(outcome.Findings.Single(), Has.Property("Code").EqualTo(CibFindingCodes.HoldsForeign).And.Property("What").Contains(theirs));
    }

    [Test]
    public void Remove_OfWhatHoldsOnlyOurs_TakesItOut()
    {
        var live = RecordTests.Applied(RecordSamples.Cluster, new PutObject(s_tag, null), new PutObject(s_role, null), new PutObject(s_alert, null));

        var outcome = EditApplier.Apply(live, [new RemoveObject(s_tag), new RemoveObject(s_role), new RemoveObject(s_alert)]);

        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(new[] { s_tag.Id, s_role.Id, s_alert.Id }.Select(outcome.After.Find), Is.All.Null);
    }

    /// <summary>The cluster with an object that we made, and then what somebody else did to its text.</summary>
    private static CibDocument Created(CibObject item, string ours = "", string theirs = "")
    {
        var created = RecordTests.Applied(RecordSamples.Cluster, new PutObject(item, null));
        var element = created.FindElement(item.Id)!;
        var text = Cib.Writing.TreeWriter.Write([element]);
        Assert.That(text, Does.Contain(ours));
        return created.WithRoot(Replaced(created.Root, element, Reading.Element(ours.Length == 0 ? text : text.Replace(ours, theirs, StringComparison.Ordinal))));
    }

    private static CibElement Replaced(CibElement holder, CibElement old, CibElement now) =>
        ReferenceEquals(holder, old) ? now : holder.WithChildren([.. holder.Children.Select(child => child is CibElement inner ? Replaced(inner, old, now) : child)]);

    /// <summary>The attribute of the one conflict that stands in the way.</summary>
    private static string? Refused(CibDocument live, CibEdit edit)
    {
        var outcome = EditApplier.Apply(live, [edit]);
        Assert.That(outcome.After, Is.SameAs(live));
        Assert.That(outcome.Findings.Select(finding => finding.Code), Is.All.EqualTo(CibFindingCodes.ChangedByOthers));
        return outcome.Findings.First().Attribute;
    }

    private static class Reading
    {
        public static CibElement Element(string xml) => Cib.Reading.TreeReader.Read(xml, Cib.Reading.CibReadLimits.Default).OfType<CibElement>().Single();
    }
}
