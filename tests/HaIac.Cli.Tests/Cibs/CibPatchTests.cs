namespace HaIac.Cli.Tests.Cibs;

public sealed class CibPatchTests
{
    private const string NewDummy = """
        <diff format="2"><change operation="create" path="/cib/configuration/resources" position="0"><primitive id="web" class="ocf" provider="pacemaker" type="Dummy"/></change></diff>
        """;

    [Test]
    public async Task Patch_InPlace_ChangesTheFileAndTellsWhat()
    {
        using var folder = new CibFolder();
        folder.Write("new.patch", NewDummy);

        var result = await folder.RunAsync("patch", "before.xml", "new.patch", "--in-place");

        Assert.That(result.Exit, Is.Zero, result.Error);
        Assert.That(result.Out, Does.Contain("+ web  primitive").And.EndWith("Written to before.xml.\n"));
        Assert.That(folder.Read("before.xml"), Does.Contain("<primitive id=\"web\"").And.Contain("epoch=\"43\""));
        Assert.That(Directory.GetFiles(folder.Project.Folder, "*.haiac-new"), Is.Empty);
    }

    [Test]
    [Property("Requirement", "N5")]
    public async Task Patch_DryRun_ChangesNothing()
    {
        using var folder = new CibFolder();
        var before = folder.Read("before.xml");

        var result = await folder.PipeAsync(NewDummy, "patch", "before.xml", "-", "--in-place", "--dry-run");

        Assert.That(result.Exit, Is.Zero, result.Error);
        Assert.That(result.Out, Does.Contain("+ web  primitive").And.EndWith("Nothing was written.\n"));
        Assert.That(folder.Read("before.xml"), Is.EqualTo(before));
    }

    [Test]
    public async Task Patch_ThatLeavesAReferenceHanging_SaysSo()
    {
        using var folder = new CibFolder();

        var result = await folder.PipeAsync(
            """<diff format="2"><change operation="delete" path="/cib/configuration/resources/primitive[@id='public-vip']"/></diff>""", "patch", "before.xml", "-", "--dry-run");

        Assert.That(result.Out, Does.Contain("HAI3102").And.Contain("public-vip-with-haproxy"));
    }

    [TestCase("""<diff format="2"><version><source admin_epoch="0" epoch="1" num_updates="0"/><target admin_epoch="0" epoch="2" num_updates="0"/></version><change operation="delete" path="/cib/configuration/tags"/></diff>""", "0.1.0", "0.42.7")]
    [TestCase("<diff format=\"1\"/>", "format", "")]
    [TestCase("<cib/>", "<cib>", "")]
    [TestCase("this is no patch", "line 1", "")]
    [TestCase("""<diff format="2"><change operation="modify" path="/cib/configuration/resources/primitive[@id='nobody']"/></diff>""", "nobody", "")]
    public async Task Patch_ThatDoesNotFit_IsRefusedWithTheReason(string patch, string named, string alsoNamed)
    {
        using var folder = new CibFolder();
        var before = folder.Read("before.xml");

        var result = await folder.PipeAsync(patch, "patch", "before.xml", "-", "--in-place");

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Error, Does.StartWith("error: HAI3").And.Contain("patch standard input").And.Contain(named).And.Contain(alsoNamed).And.Not.Contain("   at "));
        Assert.That(folder.Read("before.xml"), Is.EqualTo(before));
    }

    [Test]
    public async Task Patch_OtherVersion_CanBeIgnored()
    {
        using var folder = new CibFolder();
        var patch = NewDummy.Replace("\"2\">", "\"2\"><version><source admin_epoch=\"0\" epoch=\"1\" num_updates=\"0\"/><target admin_epoch=\"0\" epoch=\"2\" num_updates=\"0\"/></version>", StringComparison.Ordinal);

        var result = await folder.PipeAsync(patch, "patch", "before.xml", "-", "--ignore-version");

        Assert.That(result.Exit, Is.Zero, result.Error);
        Assert.That(result.Out, Does.Contain("id=\"web\""));
    }

    [Test, Category("Tools")]
    public async Task Patch_ClusterAndYes_IsAppliedByTheRealManager()
    {
        CibFolder.NeedsTool("cibadmin");
        using var folder = new CibFolder();

        var first = await folder.PipeAsync(NewDummy, "patch", CibFolder.Cluster, "-", "--yes");
        var shown = await folder.RunAsync("show", CibFolder.Cluster, "web");

        Assert.That(first.Exit, Is.Zero, first.Error);
        Assert.That(first.Out, Does.Contain("+ web  primitive").And.EndWith($"Applied to {CibFolder.Cluster}.\n"));
        Assert.That(shown.Out, Is.EqualTo("  web  ocf:pacemaker:Dummy\n"));
    }

    [Test, Category("Tools")]
    public async Task Patch_Cluster_AsksAndHeedsTheAnswer()
    {
        CibFolder.NeedsTool("cibadmin");
        using var folder = new CibFolder();
        folder.Write("new.patch", NewDummy);

        var declined = await folder.TypeAsync("no\n", "patch", CibFolder.Cluster, "new.patch");
        var nobody = await folder.RunAsync("patch", CibFolder.Cluster, "new.patch");
        var shown = await folder.RunAsync("show", CibFolder.Cluster);
        var accepted = await folder.TypeAsync("y\n", "patch", CibFolder.Cluster, "new.patch");

        Assert.That((declined.Exit, declined.Out), Is.EqualTo((1, declined.Out)));
        Assert.That(declined.Out, Does.EndWith("Declined; nothing was written.\n"));
        Assert.That(nobody.Exit, Is.EqualTo(2));
        Assert.That(nobody.Error, Does.Contain("HAI1240").And.Contain("--yes"));
        Assert.That(shown.Out, Does.Not.Contain("web"));
        Assert.That(accepted.Exit, Is.Zero, accepted.Error);
    }

    [Test, Category("Tools")]
    public async Task Patch_SchemaRefusesIt_IsOneWithItsReasons()
    {
        CibFolder.NeedsTool("cibadmin");
        using var folder = new CibFolder();

        var result = await folder.PipeAsync(NewDummy.Replace("type=", "typo=", StringComparison.Ordinal), "patch", CibFolder.Cluster, "-", "--yes");

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("HAI4101").And.Contain("element primitive"));
    }

    [Test, Category("Tools")]
    public async Task Patch_MadeByDiff_IsTakenByCibadmin()
    {
        CibFolder.NeedsTool("cibadmin");
        using var folder = new CibFolder();
        var seed = await folder.PipeAsync((await folder.RunAsync("diff", CibFolder.Cluster, "before.xml", "--patch")).Out, "patch", CibFolder.Cluster, "-", "--yes");

        var patch = await folder.RunAsync("diff", CibFolder.Cluster, "after.xml", "--patch");
        var applied = await folder.PipeAsync(patch.Out, "patch", CibFolder.Cluster, "-", "--yes");
        var rest = await folder.RunAsync("diff", CibFolder.Cluster, "after.xml");

        Assert.That(seed.Exit, Is.Zero, seed.Error);
        Assert.That(applied.Exit, Is.Zero, applied.Error);
        Assert.That((rest.Exit, rest.Out), Is.EqualTo((0, "")));
    }
}
