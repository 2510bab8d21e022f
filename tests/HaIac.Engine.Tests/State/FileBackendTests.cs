using System.IO.Compression;
using System.Text;
using HaIac.Engine.State;

namespace HaIac.Engine.Tests.State;

public sealed class FileBackendTests
{
    private static readonly StackName Dev = new("demo", "dev");

    [TestCase(null, null, "/home/ann")]
    [TestCase(null, "file://.", "/work/p")]
    [TestCase(null, "file://./state", "/work/p/state")]
    [TestCase(null, "file:///abs", "/abs")]
    [TestCase("file://~/s", "file://.", "/home/ann/s")]
    [TestCase("", "file://..", "/work")]
    public void Resolve_Address_GivesTheFolder(string? variable, string? project, string folder) =>
        Assert.That(BackendUrl.Resolve(variable, project, "/work/p", "/home/ann").Directory, Is.EqualTo(folder));

    [TestCase("s3://bucket")]
    [TestCase("https://api.example.org")]
    public void Resolve_OtherBackend_IsRefusedWithItsPlace(string url) =>
        Assert.That(
            () => BackendUrl.Resolve(null, url, "/", "/"),
            Throws.TypeOf<StateException>().With.Property("Code").EqualTo("HAI1131").And.Message.Contains("Pulumi.yaml"));

    [Test]
    public void List_OtherFiles_AreNoStacks()
    {
        using var folder = new TemporaryFolder();
        var backend = Backend(folder);
        backend.Write(Dev, "{}"u8);
        foreach (var other in new[] { "dev.json.tmp", ".dev.json.swp", "dev.json.attrs", "dev.pulumi-tags" })
            folder.Write($".pulumi/stacks/demo/{other}", "");
        folder.Write(".pulumi/stacks/other/prod.json", "{}");

        Assert.That(backend.List("demo"), Is.EqualTo([Dev]));
        Assert.That(backend.List(), Is.EqualTo([Dev, new StackName("other", "prod")]));
    }

    [Test]
    public async Task ReadAsync_PackedFile_IsUnpackedAndTheNewerOneCounts()
    {
        using var folder = new TemporaryFolder();
        var backend = Backend(folder);
        backend.Write(Dev, "old"u8);
        var packed = backend.StatePath(Dev) + ".gz";
        await using (var gzip = new GZipStream(File.Create(packed), CompressionMode.Compress))
            await gzip.WriteAsync("new"u8.ToArray());
        File.SetLastWriteTimeUtc(backend.StatePath(Dev), DateTime.UnixEpoch);

        Assert.That(Encoding.UTF8.GetString(await backend.ReadAsync(Dev)), Is.EqualTo("new"));
    }

    [Test]
    public void ReadAsync_NoSuchStack_ExitsWith6AndNamesTheOthers()
    {
        using var folder = new TemporaryFolder();
        var backend = Backend(folder);
        backend.Write(Dev, "{}"u8);

        Assert.That(
            () => backend.ReadAsync(new("demo", "prod")),
            Throws.TypeOf<StateException>().With.Property("ExitCode").EqualTo(6).And.Message.Contains("dev"));
    }

    [Test]
    public void List_OldLayout_IsRefused()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".pulumi/stacks/dev.json", "{}");

        Assert.That(() => Backend(folder).List(), Throws.TypeOf<StateException>().With.Property("Code").EqualTo("HAI1133"));
    }

    [Test]
    public void Acquire_TwoAtATime_TheSecondIsToldWhoHasIt()
    {
        using var folder = new TemporaryFolder();
        var backend = Backend(folder);
        var held = StackLock.Acquire(backend, Dev, TimeProvider.System);

        Assert.That(
            () => StackLock.Acquire(backend, Dev, TimeProvider.System),
            Throws.TypeOf<StateException>().With.Property("Code").EqualTo("HAI1134").And.Message.Contains($"pid {Environment.ProcessId}"));
        held.Dispose();
        Assert.That(() => StackLock.Acquire(backend, Dev, TimeProvider.System).Dispose(), Throws.Nothing);
    }

    [Test]
    public async Task OpenAsync_CreatedStack_SavesAndReadsAgain()
    {
        using var folder = new TemporaryFolder();
        var backend = Backend(folder);
        var opener = new StackOpener(backend, TimeProvider.System, "test");
        using (var secrets = Engine.Secrets.PassphraseSecrets.Create("p"))
            opener.Create(Dev, secrets);
        var open = await opener.OpenAsync(Dev, () => "p", null);

        await open.Store.SaveAsync(Deployment.Empty with { Resources = [CheckpointWriterTests.Thing("a")] });

        var again = await opener.ReadMaskedAsync(Dev);
        Assert.That(again.Latest.Resources.Single().Id, Is.EqualTo("a-1"));
        Assert.That(again.Latest.SecretsProvider, Is.EqualTo(open.Checkpoint.Latest.SecretsProvider));
    }

    private static FileBackend Backend(TemporaryFolder folder) => new(new("file://.", folder.Path));
}
