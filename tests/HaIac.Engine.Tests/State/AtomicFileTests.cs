using System.Diagnostics;
using System.Text;
using HaIac.Engine.State;

namespace HaIac.Engine.Tests.State;

public sealed class AtomicFileTests
{
    [Test]
    public void Write_Twice_KeepsTheVersionBefore()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("deep/state.json");

        AtomicFile.Write(path, "one"u8, path + ".bak");
        AtomicFile.Write(path, "two"u8, path + ".bak");

        Assert.That(File.ReadAllText(path), Is.EqualTo("two"));
        Assert.That(File.ReadAllText(path + ".bak"), Is.EqualTo("one"));
        Assert.That(Directory.GetFiles(folder.At("deep")), Has.Length.EqualTo(2));
    }

    [Test]
    public void Write_FolderThatIsAFile_SaysWhereAndWhy()
    {
        using var folder = new TemporaryFolder();
        folder.Write("file", "");

        Assert.That(
            () => AtomicFile.Write(folder.At("file/state.json"), "x"u8),
            Throws.TypeOf<StateException>().With.Property("Code").EqualTo("HAI1120").And.Message.Contains("state.json").And.Message.Contains("mend"));
    }

    [Test]
    public void Write_FullDisk_LeavesTheOldContentAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        if (!Mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.Path))
            Assert.Ignore("a small disk cannot be mounted here; that needs root and mount(8)");
        try
        {
            var path = folder.At("state.json");
            AtomicFile.Write(path, Encoding.UTF8.GetBytes("old"));

            Assert.That(
                () => AtomicFile.Write(path, new byte[128 * 1024], path + ".bak"),
                Throws.TypeOf<StateException>().With.Property("Code").EqualTo("HAI1120").And.Message.Contains("disk"));

            Assert.That(File.ReadAllText(path), Is.EqualTo("old"));
            Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(1));
        }
        finally
        {
            Run("umount", folder.Path);
        }
    }

    private static bool Mount(params string[] arguments) => OperatingSystem.IsLinux() && Run("mount", arguments);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
            return process is not null && process.WaitForExit(TimeSpan.FromSeconds(20)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
