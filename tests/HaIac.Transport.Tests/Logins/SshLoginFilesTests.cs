using HaIac.Transport.Failing;
using HaIac.Transport.Logins;

namespace HaIac.Transport.Tests.Logins;

/// <summary>What ssh is given for a login, and what is left of it.</summary>
[TestFixture]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
internal sealed class SshLoginFilesTests
{
    private static readonly SshLogin Login = new(
        new SshHop { Host = "fe80::1%eth0", User = "a \"b\"", Port = 2222, PrivateKey = "-----BEGIN KEY-----\r\nabc\r\n-----END KEY-----", Password = "hunter22", HostKey = "ssh-ed25519 AAAA" },
        new SshHop { Host = "bastion", Passphrase = "phrase22" });

    [Test]
    public void Write_Files_AreThisUsersAloneAndGoAway()
    {
        string[] files;
        using (var written = SshLoginFiles.Write(Login))
        {
            files = [written.Config, written.AskScript, written.KeyOf("haiac-target"), written.KnownOf("haiac-target")];

            Assert.That(files.Select(File.GetUnixFileMode).Select(mode => mode & (UnixFileMode)0x3F), Is.All.EqualTo(UnixFileMode.None), "group and others");
            Assert.That(File.ReadAllText(files[2]), Is.EqualTo("-----BEGIN KEY-----\nabc\n-----END KEY-----\n"));
            Assert.That(File.ReadAllText(files[3]), Is.EqualTo("haiac-target ssh-ed25519 AAAA\n"));
        }

        Assert.That(files.Select(Path.GetDirectoryName).Where(Directory.Exists), Is.Empty);
    }

    [Test]
    public void Write_PasswordsAndPassphrases_AreInNoFile()
    {
        using var written = SshLoginFiles.Write(Login);

        var texts = new[] { written.Config, written.AskScript }.Select(File.ReadAllText);

        Assert.That(string.Concat(texts), Does.Not.Contain("hunter22").And.Not.Contain("phrase22"));
    }

    [Test]
    public void Text_Values_AreQuotedSoThatNoneIsTakenForAnOption()
    {
        using var written = SshLoginFiles.Write(Login);

        var text = File.ReadAllText(written.Config);

        Assert.That(text, Does.Contain("  HostName \"fe80::1%%eth0\"\n").And.Contain("  User \"a \\\"b\\\"\"\n").And.Contain("-W '[fe80::1%%eth0]:2222' haiac-proxy"));
    }

    [Test]
    public void Text_WithoutHostKey_AcceptsAnyAndWithOneOnlyThat()
    {
        using var written = SshLoginFiles.Write(Login);

        var sections = File.ReadAllText(written.Config).Split("Host haiac-proxy");

        Assert.That(sections[0], Does.Contain("StrictHostKeyChecking yes").And.Contain($"UserKnownHostsFile \"{written.KnownOf("haiac-target")}\""));
        Assert.That(sections[1], Does.Contain("StrictHostKeyChecking no").And.Contain("UserKnownHostsFile /dev/null"));
    }

    [TestCase("haiac-target", "Enter passphrase for key '/x/haiac-target.key': ", "target's phrase")]
    [TestCase("haiac-target", "root@haiac-target's password: ", "target's word")]
    [TestCase("haiac-target", "(root@haiac-target) Passphrase of the account: ", "target's word")]
    [TestCase("haiac-proxy", "Enter passphrase for key '/x/haiac-proxy.key': ", "proxy's phrase")]
    [TestCase("haiac-proxy", "(root@haiac-proxy) Enter passphrase for key 'x': ", "proxy's word")]
    public void Script_Question_GetsItsOwnAnswer(string hop, string question, string answer)
    {
        var login = new SshLogin(new SshHop { Host = "a", Password = "target's word", Passphrase = "target's phrase" }, new SshHop { Host = "b", Password = "proxy's word", Passphrase = "proxy's phrase" });
        using var written = SshLoginFiles.Write(login);
        var start = new System.Diagnostics.ProcessStartInfo(written.AskScript, [question]) { RedirectStandardOutput = true };
        foreach (var (name, value) in SshAskPass.Environment(login, written.AskScript))
        {
            start.Environment[name] = name == SshAskPass.Hop ? hop : value;
        }

        using var script = System.Diagnostics.Process.Start(start)!;

        Assert.That(script.StandardOutput.ReadToEnd(), Is.EqualTo(answer + "\n"));
    }

    [Test]
    public void NotConnected_AskScriptMayNotRun_IsNoWrongPassword()
    {
        var fault = SshLoginFailures.NotConnected(Login, Login.Target, "ssh_askpass: exec(/tmp/x/ask): Permission denied\nPermission denied (password).");

        Assert.That(fault.Message, Does.Contain("HAI4003").And.Contain("noexec").And.Contain("TMPDIR").And.Not.Contain("hunter22"));
    }

    [Test]
    public void After_SeveralAttempts_SaysHowMany()
    {
        var fault = SshLoginFailures.After(SshLoginFailures.NotConnected(Login, Login.Proxy!, "connect to host bastion port 22: No route to host"), 3);

        Assert.That((fault.Kind, fault.What), Is.EqualTo((TransportFailure.Unreachable, "No connection to host root@bastion. (3 attempts)")));
    }
}
