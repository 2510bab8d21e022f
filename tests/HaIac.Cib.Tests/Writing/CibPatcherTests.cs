using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Writing;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Writing;

internal sealed class CibPatcherTests
{
    private static CibDocument Two => With("""<primitive id="a" class="ocf" provider="pacemaker" type="Dummy"/><!-- mine --><primitive id="b" class="ocf" provider="pacemaker" type="Dummy"/>""");

    [Test]
    public void Apply_MoveToTheFront_PutsItThere()
    {
        var patched = CibPatcher.Apply(Two, Diff("""<change operation="move" path="/cib/configuration/resources/primitive[@id='b']" position="0"/>"""));

        Assert.That(patched.Resources.Select(resource => resource.Id.Value), Is.EqualTo(new[] { "b", "a" }));
    }

    [Test]
    public void Apply_Modify_SetsAllAttributesAndKeepsTheChildren()
    {
        var document = With("""<primitive id="a" class="ocf" provider="pacemaker" type="Dummy" description="old"><operations/></primitive>""");

        var patched = CibPatcher.Apply(
            document,
            Diff("""<change operation="modify" path="/cib/configuration/resources/primitive[@id='a']"><change-list/><change-result><primitive id="a" class="systemd" type="x"/></change-result></change>"""));

        Assert.That(patched.FindElement(Id("a"))!.DeepEquals(CibDocument.Parse("""<cib><primitive id="a" class="systemd" type="x"><operations/></primitive></cib>""").Root.Find("primitive")));
    }

    [Test]
    public void Apply_DeleteACommentByItsPosition_TakesItOut()
    {
        var patched = CibPatcher.Apply(Two, Diff("""<change operation="delete" path="/cib/configuration/resources/comment" position="1"/>"""));

        Assert.That(patched.ToXml(), Does.Not.Contain("mine"));
    }

    [Test]
    public void Apply_DeleteWhatIsNotThere_ChangesNothing()
    {
        var document = Two;

        Assert.That(CibPatcher.Apply(document, Diff("""<change operation="delete" path="/cib/configuration/resources/primitive[@id='c']"/>""")), Is.SameAs(document));
    }

    [Test]
    public void Apply_WithoutVersion_CountsTheEpochUp() =>
        Assert.That(CibPatcher.Apply(Two, Diff("""<change operation="delete" path="/cib/configuration/resources/primitive[@id='b']"/>""")).Version, Is.EqualTo(new CibVersion(1, 6, 0)));

    [TestCase("modify", """<change-result><primitive id="c"/></change-result>""")]
    [TestCase("move", "")]
    [TestCase("create", "<x/>")]
    public void Apply_AtWhatIsNotThere_IsRefused(string operation, string content) => AssertRefused(
        CibFindingCodes.PatchTargetMissing,
        $"""<change operation="{operation}" path="/cib/configuration/resources/primitive[@id='c']" position="0">{content}</change>""");

    [TestCase("""<change operation="rename" path="/cib"/>""")]
    [TestCase("""<change operation="modify" path="/cib"/>""")]
    [TestCase("""<change operation="create" path="/cib" position="0"/>""")]
    [TestCase("""<change operation="create" path="/cib" position="first"><x/></change>""")]
    public void Apply_ChangeThatPacemakerDoesNotKnow_IsRefused(string change) => AssertRefused(CibFindingCodes.UnknownPatchChange, change);

    [Test]
    public void Apply_CreatingAnIdThatExists_IsRefused() => AssertRefused(
        CibFindingCodes.PatchUsesIdTwice,
        """<change operation="create" path="/cib/configuration/constraints" position="0"><rsc_order id="a" first="a" then="b"/></change>""");

    [TestCase("""<diff><diff-added/></diff>""")]
    [TestCase("""<cib/>""")]
    public void Apply_OtherThanFormat2_IsRefused(string patch) =>
        Assert.That(Assert.Throws<CibException>(() => CibPatcher.Apply(Two, patch))!.Code, Is.EqualTo(CibFindingCodes.NotAPatch));

    [TestCase(1, 5, 2, 1, 6, 0)]
    [TestCase(1, 5, 3, 1, 5, 3)]
    public void Apply_ForAnotherVersion_IsRefusedUnlessItDoesNotCount(int admin, int epoch, int updates, int nextAdmin, int nextEpoch, int nextUpdates)
    {
        var patch = Diff(
            $"""
            <version><source admin_epoch="{admin}" epoch="{epoch}" num_updates="{updates}"/><target admin_epoch="{nextAdmin}" epoch="{nextEpoch}" num_updates="{nextUpdates}"/></version>
            <change operation="delete" path="/cib/configuration/resources/primitive[@id='b']"/>
            """);

        Assert.That(Assert.Throws<CibException>(() => CibPatcher.Apply(Two, patch))!.Code, Is.EqualTo(CibFindingCodes.OtherVersion));
        Assert.That(CibPatcher.Apply(Two, patch, ignoreVersion: true).Find(Id("b")), Is.Null);
    }

    private static void AssertRefused(string code, string change) =>
        Assert.That(Assert.Throws<CibException>(() => CibPatcher.Apply(Two, Diff(change)))!.Code, Is.EqualTo(code));

    private static string Diff(string changes) => $"""<diff format="2">{changes}</diff>""";
}
