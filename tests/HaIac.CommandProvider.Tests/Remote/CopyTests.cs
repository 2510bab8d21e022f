using HaIac.CommandProvider.Tests.Kit;
using Pulumi;
using Pulumi.Experimental;
using static HaIac.CommandProvider.Packaging.PackageTypes;

namespace HaIac.CommandProvider.Tests.Remote;

/// <summary>Copies over a real ssh server; its files are those of this host, in a folder of the test.</summary>
[TestFixture]
[Category("Tools")]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
internal sealed class CopyTests : SshFixture
{
    private TemporaryFolder there = null!;

    [SetUp]
    public void MakeFolders()
    {
        there = new TemporaryFolder();
        Plugin.Folder.Write("file.txt", "content");
        Plugin.Folder.Write("tree/a.txt", "a");
        Plugin.Folder.Write("tree/below/with space.txt", "b");
        Directory.CreateDirectory(Plugin.Folder.At("tree/empty"));
        Directory.CreateDirectory(there.At("dir"));
        there.Write("old", "old and longer than the new one");
    }

    [TearDown]
    public void RemoveFolders() => there.Dispose();

    [TestCase("new", "new")]
    [TestCase("dir", "dir/file.txt")]
    [TestCase("dir/", "dir/file.txt")]
    [TestCase("old", "old")]
    public async Task Create_File_EndsUpByWhatIsThere(string remotePath, string result)
    {
        var created = await CopyAsync(new FileAsset("file.txt"), remotePath);

        Assert.That(there.Read(result), Is.EqualTo("content"));
        Assert.That((created.Id!, created.Outputs!.ContainsKey("source")), Is.EqualTo((created.Id, true)));
        Assert.That(created.Id, Does.Match("^[0-9a-f]{8}$"));
    }

    [TestCase("tree", "new", "new/tree")]
    [TestCase("tree", "dir", "dir/tree")]
    [TestCase("tree/", "new", "new")]
    [TestCase("tree/", "dir", "dir")]
    public async Task Create_Folder_EndsUpByWhatIsThereAndHowItIsWritten(string source, string remotePath, string result)
    {
        await CopyAsync(new FileArchive(source), remotePath);

        Assert.That((there.Read($"{result}/a.txt"), there.Read($"{result}/below/with space.txt"), Directory.Exists(there.At($"{result}/empty"))), Is.EqualTo(("a", "b", true)));
    }

    [Test]
    public async Task Create_Folder_LeavesWhatIsThereAlready()
    {
        there.Write("dir/tree/mine", "mine");
        there.Write("dir/tree/a.txt", "old");

        await CopyAsync(new FileArchive("tree"), "dir");

        Assert.That((there.Read("dir/tree/mine"), there.Read("dir/tree/a.txt")), Is.EqualTo(("mine", "a")));
    }

    [Test]
    public async Task Create_Text_IsWritten()
    {
        await CopyAsync(new StringAsset("grün\n"), "new");

        Assert.That(there.Read("new"), Is.EqualTo("grün\n"));
    }

    [Test]
    public async Task Create_PackedFile_IsCopiedAsItIs()
    {
        Plugin.Folder.Write("packed.tgz", "not really packed");

        await CopyAsync(new FileArchive("packed.tgz"), "dir");

        Assert.That(there.Read("dir/packed.tgz"), Is.EqualTo("not really packed"));
    }

    [Test]
    public async Task Create_BigFile_IsCopiedWhole()
    {
        var content = new byte[20_000_001];
        new Random(1).NextBytes(content);
        await File.WriteAllBytesAsync(Plugin.Folder.At("big"), content);

        await CopyAsync(new FileAsset("big"), "new");

        var copy = await File.ReadAllBytesAsync(there.At("new"));
        Assert.That(content.AsSpan().SequenceEqual(copy), Is.True);
    }

    [Test]
    public async Task Create_EmptyFile_IsCopied()
    {
        Plugin.Folder.Write("empty", "");

        await CopyAsync(new FileAsset("empty"), "old");

        Assert.That(there.Read("old"), Is.Empty);
    }

    [Test]
    public async Task Create_ExecutableFile_IsExecutableThere()
    {
        File.SetUnixFileMode(Plugin.Folder.At("file.txt"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        await CopyAsync(new FileAsset("file.txt"), "new");
        await CopyAsync(new FileArchive("tree/"), "plain");

        Assert.That(File.GetUnixFileMode(there.At("new")) & UnixFileMode.UserExecute, Is.Not.EqualTo(UnixFileMode.None));
        Assert.That(File.GetUnixFileMode(there.At("plain/a.txt")) & UnixFileMode.UserExecute, Is.EqualTo(UnixFileMode.None));
    }

    [Test]
    public async Task Create_LinkToAFolder_IsLeftOut()
    {
        File.CreateSymbolicLink(Plugin.Folder.At("tree/up"), "..");
        File.CreateSymbolicLink(Plugin.Folder.At("tree/link.txt"), "a.txt");

        await CopyAsync(new FileArchive("tree/"), "new");

        Assert.That((Path.Exists(there.At("new/up")), there.Read("new/link.txt")), Is.EqualTo((false, "a")));
    }

    [Test]
    public async Task Create_Preview_CopiesNothing()
    {
        await CopyAsync(new FileAsset("file.txt"), "new", preview: true);

        Assert.That(File.Exists(there.At("new")), Is.False);
    }

    [Test]
    public async Task Update_SameContentAndPlace_CopiesNothing()
    {
        var hash = new string('a', 64);
        var before = Inputs(FileSource.HashedFile(Plugin.Folder.At("file.txt"), hash), "new");

        await Plugin.UpdateAsync(CopyToRemote, before.SetItem("connection", new(Connection(SshServer.FreePort()))), before);

        Assert.That(File.Exists(there.At("new")), Is.False, "another connection alone is no reason to copy");
    }

    [TestCase('b', "new", "new")]
    [TestCase('a', "other", "other")]
    public async Task Update_ContentOrPlaceChanged_Copies(char hash, string remotePath, string result)
    {
        var before = Inputs(FileSource.HashedFile(Plugin.Folder.At("file.txt"), new string('a', 64)), "new");

        var updated = await Plugin.UpdateAsync(CopyToRemote, Inputs(FileSource.HashedFile(Plugin.Folder.At("file.txt"), new string(hash, 64)), remotePath), before);

        Assert.That((there.Read(result), updated.Text("remotePath")), Is.EqualTo(("content", there.At(remotePath))));
    }

    [Test]
    public async Task Delete_Always_LeavesTheCopy()
    {
        var created = await CopyAsync(new FileAsset("file.txt"), "new");

        await Plugin.DeleteAsync(CopyToRemote, created.Outputs!);

        Assert.That(File.Exists(there.At("new")), Is.True);
    }

    [Test]
    public async Task CopyFile_File_IsCopied()
    {
        await Plugin.CreateAsync(CopyFile, Remote(Connection(), ("localPath", "file.txt"), ("remotePath", there.At("new"))));

        Assert.That(there.Read("new"), Is.EqualTo("content"));
    }

    [Test]
    public async Task CopyFile_Folder_SaysWhatToUse() =>
        Assert.That(
            await PluginUnderTest.FailureOfAsync(Plugin.CreateAsync(CopyFile, Remote(Connection(), ("localPath", "tree"), ("remotePath", there.At("new"))))),
            Does.Contain("HAI6201").And.Contain("Use CopyToRemote"));

    [Test]
    public async Task Create_SourceIsNotThere_NamesIt() =>
        Assert.That(await FailureAsync(new FileAsset("nowhere"), "new"), Does.Contain("HAI6201").And.Contain(Plugin.Folder.At("nowhere")).And.Contain("property source"));

    [Test]
    public async Task Create_FolderOfDestinationIsNotThere_SaysSo() =>
        Assert.That(await FailureAsync(new FileAsset("file.txt"), "no/such/new"), Does.Contain("HAI6202").And.Contain(there.At("no/such/new")).And.Contain("only the last part"));

    [Test]
    public async Task Create_FolderOverFile_IsRefused() =>
        Assert.That(await FailureAsync(new FileArchive("tree"), "old"), Does.Contain("HAI6202").And.Contain("is no folder"));

    [Test]
    public async Task Create_FolderInsideOverFile_IsRefused()
    {
        there.Write("dir/tree/below", "a file");

        Assert.That(await FailureAsync(new FileArchive("tree"), "dir"), Does.Contain("HAI6202").And.Contain(there.At("dir/tree/below")));
    }

    [Test]
    public async Task Create_TextIntoFolder_IsRefused() =>
        Assert.That(await FailureAsync(new StringAsset("x"), "dir"), Does.Contain("HAI6202").And.Contain("Let remotePath name the file"));

    [Test]
    public async Task Create_HostDown_SaysSo() =>
        Assert.That(
            await PluginUnderTest.FailureOfAsync(Plugin.CreateAsync(CopyToRemote, Remote(Connection(SshServer.FreePort()), ("source", new StringAsset("x")), ("remotePath", "x")))),
            Does.Contain("HAI4002"));

    [Test]
    public async Task Create_ServerWithoutFileTransfer_SaysSo()
    {
        using var bare = await SshServer.StartAsync(Keys, withSftp: false);

        var message = await PluginUnderTest.FailureOfAsync(
            Plugin.CreateAsync(CopyToRemote, Remote(Connection(bare.Port), ("source", new StringAsset("x")), ("remotePath", there.At("new")))));

        Assert.That(message, Does.Contain("HAI6203").And.Contain("Subsystem sftp"));
    }

    private System.Collections.Immutable.ImmutableDictionary<string, PropertyValue> Inputs(AssetOrArchive source, string remotePath) =>
        Remote(Connection(), ("source", source), ("remotePath", there.At(remotePath)));

    private Task<Pulumi.Experimental.Provider.CreateResponse> CopyAsync(AssetOrArchive source, string remotePath, bool preview = false) =>
        Plugin.CreateAsync(CopyToRemote, Inputs(source, remotePath), preview);

    private Task<string> FailureAsync(AssetOrArchive source, string remotePath) => PluginUnderTest.FailureOfAsync(CopyAsync(source, remotePath));
}
