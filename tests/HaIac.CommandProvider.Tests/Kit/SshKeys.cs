using System.Diagnostics;

namespace HaIac.CommandProvider.Tests.Kit;

/// <summary>The keys of a test: host key, a user's key, the same with a passphrase, a key that nobody knows.</summary>
internal static class SshKeys
{
    public const string Passphrase = "open sesame \"1\"";

    public static void Make(TemporaryFolder folder)
    {
        foreach (var name in (string[])["host", "user", "locked", "stranger"])
        {
            Run("ssh-keygen", "-q", "-t", "ed25519", "-N", name == "locked" ? Passphrase : "", "-f", folder.At(name));
        }

        folder.Write("authorized", folder.Read("user.pub") + folder.Read("locked.pub"));
    }

    public static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(HostTools.PathOf(program), arguments);
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, program);
    }
}
