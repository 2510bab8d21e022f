using FsCheck;
using FsCheck.Fluent;
using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;

namespace HaIac.Transport.Tests.Nodes;

/// <summary>Files on nodes, through the real script and a real shell.</summary>
[TestFixture]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
internal sealed class NodeFilesTests
{
    private const string Nasty = "'\"\\$`!*?[]{}()<>|&;~#=%^ -abäß€😀";

    private static readonly NodeName Node = NodeName.Parse("ctl1");

    private TemporaryDirectory directory = null!;
    private HereReach reach = null!;
    private NodeWorker nodes = null!;

    [SetUp]
    public void Open()
    {
        HostTools.Require("sh", "stat", "sha256sum", "mktemp", "head", "sed");
        if (Environment.UserName != "root")
        {
            Assert.Ignore("owners can be set by root only, and these tests do not run as root");
        }

        directory = new TemporaryDirectory();
        reach = new HereReach();
        nodes = new NodeWorker(reach, "local:", new TransportSettings { NodeGatherTime = TimeSpan.FromMilliseconds(1) });
    }

    [TearDown]
    public async Task Close()
    {
        if (nodes is not null)
        {
            await nodes.DisposeAsync();
            await reach.DisposeAsync();
            directory.Dispose();
        }
    }

    [Test]
    [Property("Requirement", "B13")]
    public async Task PutFileAsync_NewFolder_IsThereWithModeAndOwner()
    {
        var file = File("resource.d/openstack/heat-engine", "#!/bin/sh\nexit 0\n") with { Mode = "0755" };

        var written = await nodes.PutFileAsync(Node, file);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(written, Is.True);
            Assert.That(System.IO.File.ReadAllText(file.Path), Is.EqualTo(file.Content));
            Assert.That((int)System.IO.File.GetUnixFileMode(file.Path), Is.EqualTo(0x1ed), "0755");
            Assert.That((int)System.IO.File.GetUnixFileMode(Path.GetDirectoryName(file.Path)!), Is.EqualTo(0x1ed), "0755");
            Assert.That(await nodes.FilesAsync(Node, [file.Path]), Is.EqualTo((ValueList<FileState>)[file.State]));
        }
    }

    [Test]
    [Property("Requirement", "A7")]
    public async Task PutFileAsync_ThereJustSo_IsLeftAlone()
    {
        var file = File("a", "text") with { Mode = "0640" };
        await nodes.PutFileAsync(Node, file);
        var before = System.IO.File.GetLastWriteTimeUtc(file.Path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await nodes.PutFileAsync(Node, file), Is.False);
            Assert.That(System.IO.File.GetLastWriteTimeUtc(file.Path), Is.EqualTo(before));
            Assert.That(await nodes.PutFileAsync(Node, file with { Mode = "0600" }), Is.True, "another mode");
            Assert.That(await nodes.PutFileAsync(Node, file with { Mode = "0600", Content = "texts" }), Is.True, "another content");
        }
    }

    [Test]
    [Property("Requirement", "O5")]
    public async Task PutFileAsync_SecretContent_IsNoArgumentOfAnyProgram()
    {
        await nodes.PutFileAsync(Node, File("a", "password=hunter2"));

        Assert.That(reach.Commands.SelectMany(command => command.Arguments.Append(command.ToString())), Has.None.Contains("hunter2"));
    }

    [Test]
    public void PutFileAsync_AnyNameAndContent_ArrivesAsItIs()
    {
        var contents = ArbMap.Default.GeneratorFor<string>().Where(text => text is not null).Select(OnlyText);
        var names = Gen.Elements(Nasty.EnumerateRunes().Select(rune => rune.ToString()).ToArray()).NonEmptyListOf().Select(string.Concat).Where(name => name.Trim('.').Length > 0);

        Prop.ForAll(names.ListOf().Where(list => list.Count < 5).ToArbitrary(), contents.ToArbitrary(), (list, content) =>
        {
            // All at once, so that contents stand one behind another in one burst.
            var files = list.Distinct().Select((name, i) => File($"d{i}/{name}", $"{i}{content}|\n.\nput 1 644 root:root x 4\n")).ToList();
            Task.WhenAll(files.Select(file => nodes.PutFileAsync(Node, file))).GetAwaiter().GetResult();
            var states = nodes.FilesAsync(Node, [.. files.Select(file => file.Path)]).GetAwaiter().GetResult();
            return states.SequenceEqual(files.Select(file => file.State)) && files.All(file => System.IO.File.ReadAllText(file.Path) == file.Content);
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public async Task PutFileAsync_LargeFile_ArrivesWhole()
    {
        var file = File("large", string.Concat(Enumerable.Repeat("0123456789 äöü\0\r\n", 200_000)));

        await nodes.PutFileAsync(Node, file);

        Assert.That(System.IO.File.ReadAllText(file.Path) == file.Content, Is.True);
    }

    [Test]
    public async Task PutFileAsync_AFolderIsInTheWay_SaysSoAndLeavesNothingBehind()
    {
        Directory.CreateDirectory(directory.File("a"));

        var fault = await Thrown.ByAsync<TransportException>(() => nodes.PutFileAsync(Node, File("a", "hidden")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Message, Does.Contain("HAI4033").And.Contain("ctl1").And.Contain("is a folder").And.Not.Contain("hidden"));
            Assert.That(Directory.GetFileSystemEntries(directory.Path), Has.Length.EqualTo(1));
        }
    }

    [Test]
    public async Task PutFileAsync_OwnerDoesNotExist_SaysSoAndOthersOfTheBurstArrive()
    {
        var good = nodes.PutFileAsync(Node, File("good", "1"));
        var fault = await Thrown.ByAsync<TransportException>(() => nodes.PutFileAsync(Node, File("bad", "2") with { Owner = "nobody-at-all:root" }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await good, Is.True);
            Assert.That(fault.Message, Does.Contain("HAI4033").And.Contain("nobody-at-all"));
            Assert.That(Directory.GetFileSystemEntries(directory.Path).Select(Path.GetFileName), Is.EqualTo(new[] { "good" }));
        }
    }

    [Test]
    public async Task PutFileAsync_FolderCannotBeMade_SaysSoAndOthersOfTheBurstArrive()
    {
        await nodes.PutFileAsync(Node, File("no-folder", "1"));
        var good = nodes.PutFileAsync(Node, File("good", "2"));
        var bad = Thrown.ByAsync<TransportException>(() => nodes.PutFileAsync(Node, File("no-folder/bad", "3")));
        var other = nodes.PutFileAsync(Node, File("other", "4") with { Mode = "0600" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await bad).Message, Does.Contain("HAI4033").And.Contain("no-folder"));
            Assert.That(await good, Is.True);
            Assert.That(await other, Is.True);
            Assert.That(Directory.GetFileSystemEntries(directory.Path).Select(Path.GetFileName), Is.EquivalentTo(new[] { "no-folder", "good", "other" }));
        }
    }

    [Test]
    public async Task PutFileAsync_ALinkIsInTheWay_IsReplacedAndItsTargetStays()
    {
        await nodes.PutFileAsync(Node, File("target", "text"));
        System.IO.File.CreateSymbolicLink(directory.File("a"), directory.File("target"));

        var written = await nodes.PutFileAsync(Node, File("a", "text"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(written, Is.True);
            Assert.That(new FileInfo(directory.File("a")).LinkTarget, Is.Null);
            Assert.That(System.IO.File.ReadAllText(directory.File("target")), Is.EqualTo("text"));
        }
    }

    [Test]
    public async Task RemoveFileAsync_OtherContent_IsKeptAndSoSaid()
    {
        var file = File("a", "mine");
        await nodes.PutFileAsync(Node, file with { Content = "changed by hand" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await nodes.RemoveFileAsync(Node, file.Path, file.Checksum), Is.False);
            Assert.That(System.IO.File.Exists(file.Path), Is.True);
            Assert.That(await nodes.RemoveFileAsync(Node, file.Path, null), Is.True);
            Assert.That(System.IO.File.Exists(file.Path), Is.False);
            Assert.That(await nodes.RemoveFileAsync(Node, file.Path, file.Checksum), Is.True, "gone already");
        }
    }

    [Test]
    public async Task FilesAsync_FolderAndNothing_AreNoFiles()
    {
        var states = await nodes.FilesAsync(Node, [directory.Path, directory.File("none")]);

        Assert.That(states.Select(state => state.Exists), Is.All.False);
    }

    [Test]
    public async Task FilesAsync_ManyTwiceAndOneThatCannotBeRead_EachHasItsOwnAnswer()
    {
        var files = Enumerable.Range(0, 5).Select(i => File($"f{i}", $"{i}")).ToList();
        await Task.WhenAll(files.Select(file => nodes.PutFileAsync(Node, file)));
        ValueList<string> paths = [files[0].Path, directory.File("none"), .. files.Select(file => file.Path)];

        // Not even root can read this one.
        var unreadable = Thrown.ByAsync<TransportException>(() => nodes.FilesAsync(Node, [files[1].Path, "/proc/1/mem"]));
        var states = await nodes.FilesAsync(Node, paths);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(states, Is.EqualTo((ValueList<FileState>)[files[0].State, new FileState(paths[1], Exists: false), .. files.Select(file => file.State)]));
            Assert.That((await unreadable).Message, Does.Contain("HAI4033").And.Contain("/proc/1/mem"));
        }
    }

    [Test]
    [Property("Requirement", "C3")]
    public async Task PutFileAsync_ThirtyAtOnce_GoInFewCommands()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => nodes.PutFileAsync(Node, File($"f{i}", $"{i}"))));

        Assert.That(Directory.GetFiles(directory.Path), Has.Length.EqualTo(30));
        Assert.That(reach.Commands, Has.Count.LessThanOrEqualTo(4));
    }

    private NodeFile File(string name, string content) => new(directory.File(name), content);

    // Half a character has no bytes.
    private static string OnlyText(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value != 0xfffd).Select(r => r.ToString()));
}
