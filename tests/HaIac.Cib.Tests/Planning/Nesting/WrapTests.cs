using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Cib.Writing;
using HaIac.Cib.Tests.Writing;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Planning.Nesting;

internal sealed class WrapTests
{
    /// <summary>What others wrote into our primitive: a comment, a parameter, ids of their own, a ban by hand.</summary>
    private const string Web = """
        <primitive id="web" class="ocf" provider="pacemaker" type="Dummy" description="theirs"><!-- theirs -->
          <meta_attributes id="their-meta"><nvpair id="their-target" name="target-role" value="Stopped"/></meta_attributes>
          <operations><op id="their-op" name="monitor" interval="33s"/></operations>
        </primitive>
        """;

    private const string Named = """
        <rsc_location id="cli-ban-web-on-ctl1" rsc="web" node="ctl1" score="-INFINITY"/>
        <rsc_colocation id="vip-with-web" rsc="vip" with-rsc="web" score="INFINITY"/>
        <rsc_order id="web-vip" first="web" then="vip"/>
        <rsc_ticket id="ticket-web" rsc="web" ticket="A"/>
        <rsc_order id="in-sets"><resource_set id="s1"><resource_ref id="web"/><resource_ref id="vip"/></resource_set></rsc_order>
        <rsc_order id="not-about-it" first="vip" then="db"/>
        """;

    private const string Rest = """
        <tags><tag id="ours"><obj_ref id="vip"/><obj_ref id="web"/></tag></tags>
        <acls><acl_role id="r"><acl_permission id="p" kind="write" reference="web"/></acl_role></acls>
        """;

    private static CibPrimitive Declared => Dummy("web");

    private static CibDocument Before { get; } = CibDocument.Parse(
        With(Web + """<primitive id="vip" class="ocf" provider="pacemaker" type="Dummy"/><primitive id="db" class="ocf" provider="pacemaker" type="Dummy"/>""", Named)
            .ToXml().Replace("</constraints>", "</constraints>" + Rest, StringComparison.Ordinal));

    private static IEnumerable<TestCaseData<CibResource>> Forms =>
    [
        new TestCaseData<CibResource>(Clone(Declared)).SetArgDisplayNames("clone"),
        new TestCaseData<CibResource>(Clone(Declared) with { Promotable = true, MetaAttributes = AttributeMap.Of(("clone-max", "2")) }).SetArgDisplayNames("promotable"),
        new TestCaseData<CibResource>(new CibGroup { Id = Id("web-group"), Primitives = [Declared] }).SetArgDisplayNames("group"),
        new TestCaseData<CibResource>(Clone(new CibGroup { Id = Id("web-group"), Primitives = [Declared] })).SetArgDisplayNames("clone of group"),
    ];

    [TestCaseSource(nameof(Forms))]
    [Property("Correction", "N3")]
    public void Apply_PrimitiveDeclaredInAHolder_KeepsElementAndPlace(CibResource wrapped)
    {
        var outcome = EditApplier.Apply(Before, [new PutObject(wrapped, Declared)]);

        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(outcome.After.FindElement(Id("web"))!.DeepEquals(Before.FindElement(Id("web"))));
        Assert.That(outcome.After.Resources.Select(item => item.Id), Is.EqualTo(new[] { wrapped.Id, Id("vip"), Id("db") }));
    }

    [TestCaseSource(nameof(Forms))]
    [Property("Correction", "N3")]
    public void Apply_WrapThenUnwrap_IsTheSameDocument(CibResource wrapped)
    {
        var there = EditApplier.Apply(Before, [new PutObject(wrapped, Declared)]);

        var back = EditApplier.Apply(there.After, [new PutObject(Declared, wrapped)]);

        Assert.That(back.Findings, Is.Empty);
        Assert.That(back.After.ToXml(), Is.EqualTo(Before.ToXml()));
    }

    [TestCaseSource(nameof(Forms))]
    public void Apply_Wrap_IsAcceptedByTheCibManager(CibResource wrapped)
    {
        var there = EditApplier.Apply(Before, [new PutObject(wrapped, Declared)]).After;
        using var cibadmin = RealCibadmin.Holding(Before);

        Assert.That(cibadmin.Patch(PatchWriter.Write(Before, there, pinned: true)).ExitCode, Is.Zero);
        Assert.That(cibadmin.Held.Configuration!.DeepEquals(there.Configuration));

        var held = cibadmin.Held;
        Assert.That(cibadmin.Patch(PatchWriter.Write(held, EditApplier.Apply(held, [new PutObject(Declared, wrapped)]).After, pinned: true)).ExitCode, Is.Zero);
        Assert.That(cibadmin.Held.Configuration!.DeepEquals(Before.Configuration));
    }

    [Test]
    [Property("Correction", "N3")]
    public void Apply_Wrap_ListsEveryReferenceThatFollowed()
    {
        var outcome = EditApplier.Apply(Before, [new PutObject(Clone(Declared), Declared)]);

        Assert.That(outcome.Retargeted.Select(item => item.ToString()), Is.EqualTo(new[]
        {
            "cli-ban-web-on-ctl1: rsc web => web-clone",
            "vip-with-web: with-rsc web => web-clone",
            "web-vip: first web => web-clone",
            "ticket-web: rsc web => web-clone",
            "in-sets: resource_set[s1].resource_ref web => web-clone",
            "ours: obj_ref web => web-clone",
            "r: acl_permission[p].reference web => web-clone",
        }));
    }

    [Test]
    public void Apply_WrapWithOwnConstraintInTheBatch_LeavesItToItsDeclaration()
    {
        var order = Order("web-vip", "web", "vip");

        var outcome = EditApplier.Apply(Before, [new PutObject(order, order), new PutObject(Clone(Declared), Declared)]);

        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(outcome.After.FindElement(Id("web-vip"))!["first"], Is.EqualTo("web"));
        Assert.That(outcome.Retargeted.Select(item => item.Referrer.Value), Has.None.EqualTo("web-vip"));
    }

    [Test]
    public void Apply_WrapAndChangeInside_DoesBoth()
    {
        var document = EditApplier.Apply(Empty, [new PutObject(Vip(), null)]).After;
        var wanted = Clone(Vip() with { Operations = [Monitor("30s")] }) with { MetaAttributes = AttributeMap.Of(("interleave", "true")) };

        var outcome = EditApplier.Apply(document, [new PutObject(wanted, Vip())]);

        Assert.That(outcome.After.Find(wanted.Id), Is.EqualTo(wanted));
        Assert.That(outcome.After.FindElement(Id("vip"))!.Find("operations")!.Find("op")!.Id, Is.EqualTo("vip-monitor-interval-10s"));
    }

    [Test]
    public void Apply_GroupPutIntoTheClone_KeepsThePrimitive()
    {
        var last = Clone(Declared);
        var document = EditApplier.Apply(Before, [new PutObject(last, Declared)]).After;
        var wanted = last with { Inner = new CibGroup { Id = Id("g"), Primitives = [Declared, Dummy("second")] } };

        var outcome = EditApplier.Apply(document, [new PutObject(wanted, last)]);

        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(outcome.After.FindElement(Id("web"))!.DeepEquals(Before.FindElement(Id("web"))));
        Assert.That(outcome.After.FindElement(Id("g"))!.Elements.Select(member => member.Id), Is.EqualTo(new[] { "web", "second" }));
        Assert.That(outcome.Retargeted, Is.Empty);
    }

    [Test]
    [Property("Correction", "N3")]
    public void Apply_CloneBecomesGroup_RenamesReferencesAndKeepsWhatOthersWrote()
    {
        var last = Clone(Declared) with { MetaAttributes = AttributeMap.Of(("clone-max", "2")) };
        var document = EditApplier.Apply(Before, [new PutObject(last, Declared)]).After;
        var wanted = new CibGroup { Id = Id("g"), Primitives = [Declared] };

        var outcome = EditApplier.Apply(document, [new PutObject(wanted, last)]);

        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(outcome.After.FindElement(Id("web-vip"))!["first"], Is.EqualTo("g"));
        Assert.That(outcome.After.FindElement(Id("g"))!.Elements.Single().DeepEquals(Before.FindElement(Id("web"))));
    }

    [Test]
    public void Apply_WrapTwice_SecondTimeChangesNothing()
    {
        var wanted = Clone(Declared) with { MetaAttributes = AttributeMap.Of(("interleave", "true")) };
        var once = EditApplier.Apply(Before, [new PutObject(wanted, Declared)]).After;

        var again = EditApplier.Apply(once, [new PutObject(wanted, Declared)]);

        Assert.That(again.Findings, Is.Empty);
        Assert.That(again.After, Is.SameAs(once));
    }

    [Test]
    public void Apply_NothingInCommon_IsRefused()
    {
        var outcome = EditApplier.Apply(Before, [new PutObject(Clone(Dummy("other")), Declared)]);

        Assert.That(outcome.After, Is.SameAs(Before));
        Assert.That(outcome.Findings.Single().Code, Is.EqualTo(CibFindingCodes.CannotRenest));
    }

    [Test]
    public void Apply_NewIdTaken_IsRefused()
    {
        var outcome = EditApplier.Apply(Before, [new PutObject(Clone(Declared) with { Id = Id("db") }, Declared)]);

        Assert.That(outcome.After, Is.SameAs(Before));
        Assert.That(outcome.Findings.Single().Code, Is.EqualTo(CibFindingCodes.IdTaken));
    }

    [Test]
    public void Apply_SomebodyPutItIntoAGroup_IsRefused()
    {
        var document = With("""<group id="theirs"><primitive id="web" class="ocf" provider="pacemaker" type="Dummy"/></group>""");

        var outcome = EditApplier.Apply(document, [new PutObject(Clone(Declared), Declared)]);

        Assert.That(outcome.After, Is.SameAs(document));
        Assert.That(outcome.Findings.Single(), Has.Property("Code").EqualTo(CibFindingCodes.CannotRenest).And.Property("What").Contains("group theirs"));
    }

    [Test]
    public void Apply_SomebodyRemovedIt_IsAConflict()
    {
        var outcome = EditApplier.Apply(Empty, [new PutObject(Clone(Declared), Declared)]);

        Assert.That(outcome.Findings.Single().Code, Is.EqualTo(CibFindingCodes.ChangedByOthers));
    }
}
