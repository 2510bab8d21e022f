using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Nodes;
using HaIac.Cib.Options;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Rules;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Planning;

/// <summary>Edits of what is inside an object: sets beside the plain ones, rules, mappings; others write there too.</summary>
internal sealed class PartEditTests
{
    private static readonly CibRule s_ctl1 = Rule("ctl1");

    private static readonly CibPrimitive s_withNight = Dummy("p") with
    {
        FurtherMetaAttributes = [new CibAttributeSet { Id = Id("night"), Rule = s_ctl1, Pairs = AttributeMap.Of(("priority", "5")) }],
    };

    private static readonly CibBundle s_bundle = new()
    {
        Id = Id("web"),
        Container = new BundleContainer { Technology = ContainerTechnology.Docker, Image = "web:1", Replicas = 2 },
        Network = new BundleNetwork { PortMappings = [new PortMapping { Port = 80 }] },
    };

    [Test]
    public void Put_AnotherRule_ChangesItAndKeepsTheSet()
    {
        var document = Applied(s_withNight);

        var after = Put(document, s_withNight with { FurtherMetaAttributes = [s_withNight.FurtherMetaAttributes[0] with { Rule = Rule("ctl2") }] }, s_withNight).After;

        Assert.That(after.ToXml(), Is.EqualTo(document.ToXml().Replace("value=\"ctl1\"", "value=\"ctl2\"", StringComparison.Ordinal)));
    }

    [Test]
    public void Put_RuleThatMeansTheSame_ChangesNothing()
    {
        var document = CibDocument.Parse(Applied(s_withNight).ToXml().Replace("<rule ", "<rule boolean-op=\"and\" ", StringComparison.Ordinal));

        Assert.That(Put(document, s_withNight, s_withNight).After, Is.SameAs(document));
    }

    [Test]
    public void Put_RuleChangedByOthers_IsAConflictThatShowsBothRules()
    {
        var document = CibDocument.Parse(Applied(s_withNight).ToXml().Replace("value=\"ctl1\"", "value=\"ctl9\"", StringComparison.Ordinal));

        var finding = Put(document, s_withNight with { FurtherMetaAttributes = [s_withNight.FurtherMetaAttributes[0] with { Rule = Rule("ctl2") }] }, s_withNight).Findings.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.ChangedByOthers));
            Assert.That(finding.Attribute, Is.EqualTo("meta_attributes[night].rule"));
            Assert.That(finding.What, Does.Contain("#uname eq ctl1").And.Contain("#uname eq ctl9").And.Contain("#uname eq ctl2"));
        }
    }

    [Test]
    public void Put_WithoutSetThatOthersWroteInto_LeavesTheirPairsUnderTheRule()
    {
        var document = CibDocument.Parse(Applied(s_withNight).ToXml().Replace("</meta_attributes>", "<nvpair id=\"x\" name=\"theirs\" value=\"1\"/></meta_attributes>", StringComparison.Ordinal));

        var after = Put(document, Dummy("p"), s_withNight);

        Assert.That(after.Findings, Is.Empty);
        Assert.That(after.After.ToXml(), Does.Contain("<rule id=\"night-rule\"").And.Contain("theirs").And.Not.Contain("priority"));
    }

    [Test]
    public void Put_WithoutSet_TakesItOut()
    {
        var after = Put(Applied(s_withNight), Dummy("p"), s_withNight).After;

        Assert.That(after.ToXml(), Is.EqualTo(Applied(Dummy("p")).ToXml()));
    }

    [Test]
    public void Put_SetThatOthersRemoved_IsAConflict()
    {
        var finding = Put(Applied(Dummy("p")), s_withNight, s_withNight).Findings.Single();

        Assert.That((finding.Code, finding.Attribute), Is.EqualTo((CibFindingCodes.ChangedByOthers, "meta_attributes[night]")));
    }

    [Test]
    public void Put_PlainPairs_DoNotGoIntoASetWithARule()
    {
        var after = Put(Applied(s_withNight), s_withNight with { MetaAttributes = AttributeMap.Of(("priority", "1")) }, s_withNight).After;

        Assert.That(((CibPrimitive)after.Find(Id("p"))!).MetaAttributes, Is.EqualTo(AttributeMap.Of(("priority", "1"))));
    }

    [Test]
    public void Put_SharedSetThatIsNowhere_NamesIt()
    {
        var finding = Put(Empty, Dummy("p") with { FurtherMetaAttributes = [new CibAttributeSet { IdRef = Id("nothing") }] }, null).Findings.Single();

        Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.DanglingReference));
        Assert.That(finding.What, Does.Contain("nothing"));
    }

    [Test]
    public void Put_Bundle_ChangesOneMappingAndLeavesThoseOfOthers()
    {
        var document = CibDocument.Parse(Applied(s_bundle).ToXml().Replace("</network>", "<port-mapping id=\"theirs\" port=\"22\"/></network>", StringComparison.Ordinal));
        var wanted = s_bundle with { Network = new BundleNetwork { PortMappings = [new PortMapping { Port = 80, InternalPort = 8080 }, new PortMapping { Port = 443 }] } };

        var outcome = Put(document, wanted, s_bundle);

        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(
            outcome.After.FindElement(Id("web"))!.Find("network")!.Elements.Select(mapping => (mapping.Id, mapping["port"], mapping["internal-port"])),
            Is.EqualTo(new[] { ("web-port-map-80", "80", "8080"), ("theirs", "22", (string?)null), ("web-port-map-443", "443", null) }));
        Assert.That(
            CibComparer.Compare(s_bundle, wanted, document).Select(change => (change.Attribute, change.Kind)),
            Is.EquivalentTo(new[]
            {
                ("network.port-mapping[80].internal-port", ChangeKind.Added),
                ("network.port-mapping[22]", ChangeKind.Foreign),
                ("network.port-mapping[443].port", ChangeKind.Added),
            }));
    }

    [Test]
    public void Put_BundleByAnotherTechnology_ReplacesTheContainer()
    {
        var wanted = s_bundle with { Container = s_bundle.Container with { Technology = ContainerTechnology.Podman } };

        var after = Put(Applied(s_bundle), wanted, s_bundle).After;

        Assert.That(after.Find(Id("web")), Is.EqualTo(((CibBundle)Applied(wanted).Find(Id("web"))!)));
    }

    [Test]
    public void Remove_PropertySetThatOthersWroteInto_LeavesTheirsUnderTheRule()
    {
        var set = new ClusterProperties { Id = Id("times"), Rule = s_ctl1, Properties = AttributeMap.Of(("maintenance-mode", "true")) };
        var document = CibDocument.Parse(Applied(set).ToXml().Replace("</cluster_property_set>", "<nvpair id=\"x\" name=\"theirs\" value=\"1\"/></cluster_property_set>", StringComparison.Ordinal));

        var after = EditApplier.Apply(document, [new RemoveObject(set)]).After;

        Assert.That(after.ToXml(), Does.Contain("<rule id=\"times-rule\"").And.Contain("theirs").And.Not.Contain("maintenance-mode"));
    }

    [Test]
    public void Put_NodeThatTheClusterDoesNotHave_NamesTheNodes()
    {
        var finding = Put(Empty, new NodeAttributes { Id = CibId.OfLive("7"), Attributes = AttributeMap.Of(("rack", "a")) }, null).Findings.Single();

        Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.UnknownNode));
        Assert.That(finding.Mend, Does.Contain("1 (ctl1), 2 (ctl2)"));
    }

    [Test]
    [Property("Requirement", "M3")]
    public void Compare_NodeInStandby_IsOperatorState()
    {
        var document = CibDocument.Parse(Empty.ToXml().Replace(
            "<node id=\"1\" uname=\"ctl1\"/>",
            "<node id=\"1\" uname=\"ctl1\"><instance_attributes id=\"nodes-1\"><nvpair id=\"s\" name=\"standby\" value=\"on\"/></instance_attributes></node>",
            StringComparison.Ordinal));
        var declared = new NodeAttributes { Id = document.FindNode(NodeName.Parse("ctl1"))!.Id };

        Assert.That(CibComparer.Compare(declared, declared, document).Select(change => (change.Attribute, change.Kind)), Does.Contain(("instance_attributes.standby", ChangeKind.OperatorState)));
    }

    [Test]
    public void Put_OperationsOfATemplate_AreSharedByTheirId()
    {
        var template = new CibTemplate { Id = Id("t"), Agent = AgentName.Parse("ocf:pacemaker:Dummy"), Operations = [Monitor("10s")], OperationsId = Id("t-ops") };
        var primitive = new CibPrimitive { Id = Id("p"), Template = Id("t"), OperationsFrom = Id("t-ops") };
        var document = EditApplier.Apply(Empty, [new PutObject(template, null), new PutObject(primitive, null)]).After;

        var after = Put(document, primitive with { OperationsFrom = null }, primitive).After;

        Assert.That(document.Find(Id("p")), Is.EqualTo(primitive));
        Assert.That(after.Find(Id("p")), Is.EqualTo(primitive with { OperationsFrom = null }));
    }

    private static CibRule Rule(string node) => new()
    {
        Score = Score.Infinity,
        Expressions = [new NodeAttributeExpression { Attribute = "#uname", Comparison = AttributeComparison.Equal, Value = node }],
    };

    private static CibDocument Applied(CibObject item) => Put(Empty, item, null).After;

    private static EditOutcome Put(CibDocument document, CibObject wanted, CibObject? last) => EditApplier.Apply(document, [new PutObject(wanted, last)]);
}
