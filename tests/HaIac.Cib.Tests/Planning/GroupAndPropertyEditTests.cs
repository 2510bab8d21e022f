using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Options;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Planning;

internal sealed class GroupAndPropertyEditTests
{
    [TestCase("a b", "a b c", "a b", "a b c")]
    [TestCase("a b", "c a b", "a b", "c a b")]
    [TestCase("a b", "a c b", "a b", "a c b")]
    [TestCase("a b c", "c a b", "a b c", "c a b")]
    [TestCase("a b c", "a c", "a b c", "a c")]
    [TestCase("a b", "b a", "a x b", "b x a")]
    [TestCase("a b", "a b c", "a b x", "a b c x")]
    [TestCase("a b", "a c b", "x a y b z", "x a c y b z")]
    [TestCase("a b c", "c", "x a b y c", "x y c")]
    [TestCase("a b", "c d", "a x b", "c d x")]
    public void Put_GroupMembers_TakeTheWantedOrderAmongThoseOfOthers(string last, string wanted, string live, string expected)
    {
        var outcome = EditApplier.Apply(With(GroupXml(live)), [new PutObject(Group(wanted), Group(last))]);

        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(Members(outcome.After), Is.EqualTo(expected));
    }

    [Test]
    public void Put_MembersThatOthersReordered_IsAConflict()
    {
        var outcome = EditApplier.Apply(With(GroupXml("b c a")), [new PutObject(Group("c b a"), Group("a b c"))]);

        var conflict = outcome.Findings.Single().Conflict!;
        Assert.That((conflict.Attribute, conflict.LastApplied, conflict.Live, conflict.Wanted), Is.EqualTo(("members", "a b c", "b c a", "c b a")));
    }

    [Test]
    public void Put_MemberThatOthersTookOut_IsAConflict()
    {
        var outcome = EditApplier.Apply(With(GroupXml("a")), [new PutObject(Group("a b"), Group("a b"))]);

        Assert.That(outcome.Findings.Single().Attribute, Is.EqualTo("members[b]"));
    }

    [Test]
    public void Put_Reordered_KeepsCommentsAndSetsAtTheirPlaces()
    {
        var document = With("""
            <group id="g"><!--top--><primitive id="a" class="ocf" provider="pacemaker" type="Dummy"/><!--middle--><primitive id="b" class="ocf" provider="pacemaker" type="Dummy"/><meta_attributes id="m"/></group>
            """);

        var after = EditApplier.Apply(document, [new PutObject(Group("b a"), Group("a b"))]).After;

        var children = after.FindElement(Id("g"))!.Children.Select(child => child is CibComment comment ? comment.Text : child.ToString());
        Assert.That(children, Is.EqualTo(new[] { "top", "<primitive id=\"b\">", "middle", "<primitive id=\"a\">", "<meta_attributes id=\"m\">" }));
    }

    [Test]
    public void Put_OtherInnerResource_ReplacesTheOneInside()
    {
        var last = new CibClone { Id = Id("c"), Inner = Dummy("a") };
        var document = EditApplier.Apply(Empty, [new PutObject(last, null)]).After;

        var outcome = EditApplier.Apply(document, [new PutObject(last with { Inner = Dummy("b") }, last)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Findings, Is.Empty);
            Assert.That(outcome.After.FindElement(Id("c"))!.Elements.Select(child => child.Id), Is.EqualTo(new[] { "b" }));
        }
    }

    [Test]
    public void Put_Properties_OnlyTheDeclaredNamesAreOurs()
    {
        var document = With("", crmConfig: """<cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-dc-version" name="dc-version" value="2.1.5"/></cluster_property_set>""");
        var properties = Properties(("no-quorum-policy", "stop"));

        var put = EditApplier.Apply(document, [new PutObject(properties, null)]);
        var removed = EditApplier.Apply(put.After, [new RemoveObject(properties)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.After.Properties.Properties, Is.EqualTo(AttributeMap.Of(("dc-version", "2.1.5"), ("no-quorum-policy", "stop"))));
            Assert.That(put.After.ToXml(), Does.Contain("id=\"cib-bootstrap-options-no-quorum-policy\""));
            Assert.That(removed.After.DeepEquals(document));
        }
    }

    [Test]
    public void Remove_PropertiesWithASetOfOurOwn_LeavesTheCibAsItWasFound()
    {
        var properties = Properties(("stonith-enabled", "false"));
        var put = EditApplier.Apply(Empty, [new PutObject(properties, null)]);

        var removed = EditApplier.Apply(put.After, [new RemoveObject(properties)]);

        Assert.That(removed.After.DeepEquals(Empty));
    }

    [Test]
    public void Put_PropertyThatOthersSetDifferently_IsAConflict()
    {
        var document = With("", crmConfig: """<cluster_property_set id="cib-bootstrap-options"><nvpair id="x" name="stonith-enabled" value="true"/></cluster_property_set>""");

        var finding = EditApplier.Apply(document, [new PutObject(Properties(("stonith-enabled", "false")), null)]).Findings.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.ChangedByOthers));
            Assert.That(finding.What, Is.EqualTo("cib-bootstrap-options properties.stonith-enabled: last applied not set, now true in the cluster, wanted false."));
            Assert.That(finding.Mend, Does.StartWith("Declare the value that the cluster has, or take it out"));
        }
    }

    [Test]
    public void Put_PropertyThatOthersSetAlike_IsNoConflict()
    {
        var document = With("", crmConfig: """<cluster_property_set id="cib-bootstrap-options"><nvpair id="x" name="stonith-enabled" value="off"/></cluster_property_set>""");

        var outcome = EditApplier.Apply(document, [new PutObject(Properties(("stonith-enabled", "false")), null)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Findings, Is.Empty);
            Assert.That(outcome.After, Is.SameAs(document));
        }
    }

    private static ClusterProperties Properties(params (string, string)[] pairs) =>
        new() { Id = Id(ClusterProperties.DefaultId), Properties = AttributeMap.Of(pairs) };

    private static CibGroup Group(string members) => new() { Id = Id("g"), Primitives = members.Split(' ').Select(Dummy).ToValueList() };

    private static string GroupXml(string members) =>
        $"""<group id="g">{string.Concat(members.Split(' ').Select(id => $"""<primitive id="{id}" class="ocf" provider="pacemaker" type="Dummy"/>"""))}</group>""";

    private static string Members(CibDocument document) => string.Join(' ', document.FindElement(Id("g"))!.Elements.Select(child => child.Id));
}
