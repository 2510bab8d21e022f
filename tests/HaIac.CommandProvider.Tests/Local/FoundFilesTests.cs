using System.Security.Cryptography;
using System.Text;
using HaIac.CommandProvider.Tests.Kit;
using Pulumi.Experimental;
using static HaIac.CommandProvider.Packaging.PackageTypes;

namespace HaIac.CommandProvider.Tests.Local;

/// <summary>Files that are kept after a run.</summary>
[TestFixture]
internal sealed class FoundFilesTests
{
    private const string MakeTree = "mkdir -p assets/logos src && echo logo > assets/logos/logo.svg && echo index > src/index.js && echo secret > src/secret.js";

    private PluginUnderTest plugin = null!;

    [SetUp]
    public void Make() => plugin = new PluginUnderTest();

    [TearDown]
    public void Remove() => plugin.Dispose();

    [Test]
    public async Task Create_AssetPaths_GivesTheFilesWithTheirHashes()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", MakeTree), ("assetPaths", new[] { "assets/**", "src/**.js", "!**secret.*" })));

        created.Outputs!["assets"].TryGetMap(out var assets);
        assets!["src/index.js"].TryGetAsset(out var index);
        var source = FileSource.Of(index!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(assets.Keys.Order(StringComparer.Ordinal), Is.EqualTo(new[] { "assets/logos/logo.svg", "src/index.js" }));
            Assert.That((source.Kind, source.Content), Is.EqualTo((FileSourceKind.Path, plugin.Folder.At("src/index.js"))));
            Assert.That(source.Hash, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("index\n")))));
        }
    }

    [Test]
    public async Task Create_PatternsInOrder_TheLastOneThatFitsDecides()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", MakeTree), ("assetPaths", new[] { "!**secret.*", "src/**.js" })));

        created.Outputs!["assets"].TryGetMap(out var assets);
        Assert.That(assets!.Keys, Does.Contain("src/secret.js"));
    }

    [Test]
    public async Task Delete_CommandThatRemovesItsFolder_LooksForNoFiles()
    {
        plugin.Folder.Write("out/file", "");
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "true"), ("dir", "out"), ("assetPaths", new[] { "*" }), ("delete", "rm -r ../out")));

        await plugin.DeleteAsync(LocalCommand, created.Outputs!);

        Assert.That(Directory.Exists(plugin.Folder.At("out")), Is.False);
    }

    [Test]
    public async Task Create_ArchivePaths_GivesOneArchive()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", MakeTree), ("archivePaths", new[] { "src/*" })));

        Assert.That(created.Outputs!["archive"].TryGetArchive(out var archive), Is.True);
        Assert.That(FileSource.Of(archive!).Kind, Is.EqualTo(FileSourceKind.Members));
    }

    [Test]
    public async Task Create_WithDir_PathsAreRelativeToIt()
    {
        Directory.CreateDirectory(plugin.Folder.At("below"));

        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "echo x > f"), ("dir", "below"), ("assetPaths", new[] { "**" })));

        created.Outputs!["assets"].TryGetMap(out var assets);
        Assert.That(assets!.Keys, Is.EqualTo(new[] { "f" }));
    }

    [Test]
    public async Task Create_LinksToFoldersAndDeadLinks_DoNotLeadAstray()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "mkdir a && ln -s .. a/up && echo x > a/f && ln -s f a/link"), ("assetPaths", new[] { "a/**" })));

        created.Outputs!["assets"].TryGetMap(out var assets);
        Assert.That(assets!.Keys.Order(StringComparer.Ordinal), Is.EqualTo(new[] { "a/f", "a/link" }));
    }

    [Test]
    public async Task Create_NothingFits_GivesNoFiles()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "true"), ("assetPaths", new[] { "*.none" })));

        created.Outputs!["assets"].TryGetMap(out var assets);
        Assert.That(assets, Is.Empty);
    }

    [Test]
    public async Task Create_DeadLink_IsNamed()
    {
        var message = await PluginUnderTest.FailureOfAsync(plugin.CreateAsync(LocalCommand, Props.Of(("create", "ln -s nowhere dead"), ("assetPaths", new[] { "*" }))));

        Assert.That(message, Does.Contain("HAI6108").And.Contain(plugin.Folder.At("dead")).And.Contain("property assetPaths"));
    }

    [Test]
    public async Task Check_PatternThatCannotBeRead_IsNamed()
    {
        var check = await plugin.CheckAsync(LocalCommand, Props.Of(("assetPaths", new[] { "[a" })));

        Assert.That(check.Failures!.Single().Reason, Does.Contain("HAI6107").And.Contain("[a"));
    }
}
