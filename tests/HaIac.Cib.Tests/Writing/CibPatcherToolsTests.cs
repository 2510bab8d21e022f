using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Writing;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Writing;

/// <summary>Our own application of patches beside Pacemaker's.</summary>
[Category("Tools")]
internal sealed class CibPatcherToolsTests
{
    private const string A = "/cib/configuration/resources/primitive[@id='a']";
    private const string Dummy = """class="ocf" provider="pacemaker" type="Dummy" """;

    private static CibDocument Two => With($"""<primitive id="a" {Dummy}/><!-- mine --><primitive id="b" {Dummy}/>""");

    [TestCase($"""<change operation="create" path="/cib/configuration/resources" position="99"><primitive id="x" {Dummy}/></change>""")]
    [TestCase($"""<change operation="create" path="/cib/configuration/resources" position="1"><primitive id="x" {Dummy}/></change><change operation="create" path="/cib/configuration/resources" position="0"><primitive id="y" {Dummy}/></change>""")]
    [TestCase($"""<change operation="create" path="/cib/configuration/resources"><primitive id="x" {Dummy}/></change>""")]
    [TestCase($"""<change operation="delete" path="{A}"/><change operation="create" path="/cib/configuration/resources" position="0"><clone id="c"><primitive id="a" {Dummy}/></clone></change>""")]
    [TestCase($"""<change operation="move" path="{A}" position="2"/>""")]
    [TestCase($"""<change operation="move" path="{A}" position="99"/>""")]
    [TestCase("""<change operation="delete" path="/cib/configuration/resources/primitive[@id='c']"/>""")]
    [TestCase("""<change operation="delete" path="/cib/configuration/resources/primitive"/>""")]
    [TestCase("""<change operation="delete" path="/cib/configuration/resources/comment"/>""")]
    [TestCase("""<change operation="delete" path="/cib/configuration/resources/comment" position="1"/>""")]
    [TestCase("""<change operation="delete" path="/cib/configuration/resources/comment" position="0"/>""")]
    [TestCase($"""<change operation="modify" path="{A}"><change-result><primitive id="a" description="new" {Dummy}/></change-result></change>""")]
    [TestCase($"""<change operation="modify" path="{A}"/>""")]
    [TestCase("""<change operation="modify" path="/cib/configuration/resources/primitive[@id='c']"><change-result><primitive id="c"/></change-result></change>""")]
    [TestCase("""<change operation="move" path="/cib/configuration/resources/primitive[@id='c']" position="0"/>""")]
    [TestCase("""<change operation="create" path="/cib/configuration/resources/primitive[@id='c']" position="0"><x/></change>""")]
    [TestCase("""<change operation="create" path="/cib/configuration/constraints" position="0"><rsc_order id="a" first="a" then="b"/></change>""")]
    [TestCase("""<change operation="rename" path="/cib"/>""")]
    [TestCase($"""<version><source admin_epoch="1" epoch="5" num_updates="3"/><target admin_epoch="1" epoch="6" num_updates="0"/></version><change operation="delete" path="{A}"/>""")]
    [TestCase($"""<version><source admin_epoch="1" epoch="5"/><target admin_epoch="1" epoch="6" num_updates="0"/></version><change operation="delete" path="{A}"/>""")]
    [TestCase($"""<version><source admin_epoch="1" epoch="5" num_updates="2"/><target admin_epoch="1" epoch="6" num_updates="0"/></version><change operation="delete" path="{A}"/>""")]
    [TestCase($"""<version><source admin_epoch="1" epoch="6" num_updates="0"/><target admin_epoch="1" epoch="7" num_updates="0"/></version><change operation="delete" path="{A}"/>""")]
    [TestCase($"""<version><source admin_epoch="1" epoch="5" num_updates="3"/><target admin_epoch="1" epoch="5" num_updates="3"/></version><change operation="delete" path="{A}"/>""")]
    [TestCase($"""<version><source admin_epoch="1" epoch="4"/></version><change operation="delete" path="{A}"/>""")]
    public void Apply_AnyPatch_DoesWhatCibadminDoes(string changes)
    {
        using var cibadmin = RealCibadmin.Holding(Two);
        var patch = $"""<diff format="2">{changes}</diff>""";

        var (exitCode, output) = cibadmin.Patch(patch);

        if (exitCode == 0)
        {
            Assert.That(CibPatcher.Apply(Two, patch).Configuration!.DeepEquals(cibadmin.Held.Configuration), cibadmin.Held.ToXml());
        }
        else
        {
            Assert.That(() => CibPatcher.Apply(Two, patch), Throws.TypeOf<CibException>(), $"{exitCode} {output}");
        }
    }

    [Test]
    public void Apply_PatchesThatCrmDiffMakes_GivesTheOtherAsCibadminDoes()
    {
        // From older feature sets crm_diff makes patches in format 1.
        var documents = SchedulerCorpus.Valid().Where(entry => Version.TryParse(entry.Document.FeatureSet, out var set) && set > new Version(3, 0, 8)).ToList();
        using var cibadmin = RealCibadmin.Holding(Empty);
        var applied = 0;
        foreach (var (before, after) in SchedulerCorpus.Pairs(documents, 3 * documents.Count))
        {
            var patch = cibadmin.Diff(before.Document, after.Document);
            if (patch.Length > 0)
            {
                Assert.That(CibPatcher.Apply(before.Document, patch, ignoreVersion: true).Configuration!.DeepEquals(after.Document.Configuration), $"{before.Name} to {after.Name}");
                applied++;
            }
        }

        TestContext.Out.WriteLine($"{applied} patches of crm_diff applied");
        Assert.That(applied, Is.GreaterThan(0));
    }
}
