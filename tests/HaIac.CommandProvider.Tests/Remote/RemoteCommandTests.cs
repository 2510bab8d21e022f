using System.Diagnostics;
using HaIac.CommandProvider.Tests.Kit;
using HaIac.Transport.Running;
using static HaIac.CommandProvider.Packaging.PackageTypes;

namespace HaIac.CommandProvider.Tests.Remote;

/// <summary>Remote commands over a real ssh server.</summary>
[TestFixture]
[Category("Tools")]
internal sealed class RemoteCommandTests : SshFixture
{
    [Test]
    public async Task Create_Command_RunsInTheLoginShellThere()
    {
        var created = await Plugin.CreateAsync(RemoteCommand, Remote(Connection(), ("create", "echo out $SSH_CONNECTION; echo err >&2")));

        Assert.That(created.Outputs!.Text("stdout"), Does.StartWith("out 127.0.0.1 ").And.EndWith($" {Server.Port}"));
        Assert.That((created.Outputs!.Text("stderr"), created.Outputs!["connection"].IsSecret, created.Outputs!["stdout"].IsSecret), Is.EqualTo(("err", true, false)));
        Assert.That(Plugin.Engine.Lines, Is.EquivalentTo(new[] { created.Outputs!.Text("stdout"), "err" }));
    }

    [Test]
    public async Task Create_Environment_NeedsNoPermissionOfTheServer()
    {
        var created = await Plugin.CreateAsync(
            RemoteCommand, Remote(Connection(), ("create", "printf '%s|' \"$A\" \"$B\"; cat"), ("environment", Props.Map(("A", "it's \"$HOME\" `id`\nline"), ("B", "grün"))), ("stdin", "fed\nmore")));

        Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo("it's \"$HOME\" `id`\nline|grün|fed\nmore"));
    }

    [Test]
    public async Task Create_Environment_IsInNoListOfProcesses()
    {
        var token = Guid.NewGuid().ToString("n");

        var created = await Plugin.CreateAsync(
            RemoteCommand, Remote(Connection(), ("create", $"cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' ' | grep -c '[{token[0]}]{token[1..]}' || true"), ("environment", Props.Map(("T", Props.Secret(token))))));

        Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo("0"));
    }

    [Test]
    public async Task Create_SecretCommand_IsInNoListOfProcesses()
    {
        var token = Guid.NewGuid().ToString("n");

        var created = await Plugin.CreateAsync(
            RemoteCommand, Remote(Connection(), ("create", Props.Secret($"T={token}; cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' ' | grep -c '[{token[0]}]{token[1..]}' || true"))));

        Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo("0"));
    }

    [Test]
    public async Task Create_UserWithoutShellHere_RunsOnce()
    {
        using var plugin = new PluginUnderTest(programs: new ServiceUser());

        await plugin.CreateAsync(RemoteCommand, Remote(Connection(), ("create", $"echo ran >> {Keys.At("runs")}")));

        Assert.That(Keys.Read("runs"), Is.EqualTo("ran\n"));
    }

    [Test]
    public async Task Create_BigInputAndOutput_GoThereAndBack()
    {
        var text = string.Concat(Enumerable.Range(0, 300_000).Select(i => $"{i}\n"));

        var created = await Plugin.CreateAsync(RemoteCommand, Remote(Connection(), ("create", "cat"), ("stdin", text), ("logging", "none")));

        Assert.That(created.Outputs!.Text("stdout") + "\n", Is.EqualTo(text));
    }

    [Test]
    public async Task Create_LongCommand_Runs()
    {
        var created = await Plugin.CreateAsync(RemoteCommand, Remote(Connection(), ("create", $"x='{new string('x', 300_000)}'; echo ${{#x}}")));

        Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo("300000"));
    }

    [Test]
    public async Task Create_Preview_ConnectsToNobody()
    {
        var preview = await Plugin.CreateAsync(RemoteCommand, Remote(Connection(SshServer.FreePort()), ("create", "echo")), preview: true);

        Assert.That((preview.Outputs!["stdout"].IsComputed, preview.Outputs!["stdout"].IsSecret), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task UpdateAndDelete_FindWhatWasPrintedBefore()
    {
        var inputs = Remote(Connection(), ("create", "echo one"), ("update", "echo $PULUMI_COMMAND_STDOUT two"), ("delete", $"echo $PULUMI_COMMAND_STDOUT gone > {Keys.At("gone")}"));
        var created = await Plugin.CreateAsync(RemoteCommand, inputs);

        var updated = await Plugin.UpdateAsync(RemoteCommand, inputs, created.Outputs!);
        await Plugin.DeleteAsync(RemoteCommand, updated);

        Assert.That((updated.Text("stdout"), Keys.Read("gone")), Is.EqualTo(("one two", "one two gone\n")));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(255)]
    public async Task Create_ExitStatus_IsThatOfTheCommand(int status)
    {
        var message = await FailureAsync(Remote(Connection(), ("create", $"echo because >&2; exit {status}")));

        Assert.That(message, Does.Contain("HAI6103").And.Contain($"ended with exit status {status}").And.Contain($"host root@127.0.0.1 port {Server.Port}").And.Contain("because"));
    }

    [Test]
    public async Task Create_ProgramNotFoundThere_SaysSo() =>
        Assert.That(await FailureAsync(Remote(Connection(), ("create", "no-such-program"))), Does.Contain("exit status 127").And.Contain("found no program"));

    [Test]
    public async Task Create_KeyWithPassphrase_LogsIn()
    {
        var connection = Connection().SetItem("privateKey", Props.Secret(Keys.Read("locked"))).SetItem("privateKeyPassword", Props.Secret(SshKeys.Passphrase));

        var created = await Plugin.CreateAsync(RemoteCommand, Remote(connection, ("create", "echo in")));

        Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo("in"));
    }

    [Test]
    public async Task Create_WrongPassphrase_SaysSoWithoutIt()
    {
        var connection = Connection().SetItem("privateKey", Props.Secret(Keys.Read("locked"))).SetItem("privateKeyPassword", Props.Secret("not this one"));

        var message = await FailureAsync(Remote(connection, ("create", "echo in")));

        Assert.That(message, Does.Contain("HAI4003").And.Contain("privateKeyPassword").And.Not.Contain("not this one").And.Not.Contain("BEGIN"));
    }

    [Test]
    public async Task Create_KeyThatIsNotAccepted_SaysSo()
    {
        var message = await FailureAsync(Remote(Connection().SetItem("privateKey", Props.Secret(Keys.Read("stranger"))), ("create", "true")));

        Assert.That(message, Does.Contain("HAI4003").And.Contain("does not let user root log in").And.Contain("The private key is not accepted"));
    }

    [Test]
    public async Task Create_NoCredentials_SaysSo()
    {
        var message = await FailureAsync(Remote(Connection().Remove("privateKey").SetItem("agentSocketPath", Props.Value("/nowhere")), ("create", "true")));

        Assert.That(message, Does.Contain("HAI4003").And.Contain("neither a key nor a password"));
    }

    [Test]
    public async Task Create_RightHostKey_IsAccepted()
    {
        var created = await Plugin.CreateAsync(RemoteCommand, Remote(Connection().SetItem("hostKey", Props.Value(Keys.Read("host.pub").Trim())), ("create", "echo in")));

        Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo("in"));
    }

    [Test]
    public async Task Create_WrongHostKey_IsRefusedAtOnce()
    {
        var connection = Connection().SetItem("hostKey", Props.Value(Keys.Read("stranger.pub").Trim())).SetItem("dialErrorLimit", Props.Value(-1));

        var message = await FailureAsync(Remote(connection, ("create", $"touch {Keys.At("trusted")}")));

        Assert.That(message, Does.Contain("HAI4004").And.Contain("shows another key than the one that is expected"));
        Assert.That(File.Exists(Keys.At("trusted")), Is.False);
    }

    [Test]
    public async Task Create_HostDown_SaysSoAfterItsAttempts()
    {
        var port = SshServer.FreePort();

        var message = await FailureAsync(Remote(Connection(port).SetItem("dialErrorLimit", Props.Value(2)), ("create", "true")));

        Assert.That(message, Does.Contain("HAI4002").And.Contain($"No connection to host root@127.0.0.1 port {port}").And.Contain("(3 attempts)").And.Contain("Connection refused"));
        Assert.That(Plugin.Engine.Lines.Count(line => line.StartsWith("Attempt ", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public async Task Create_HostComesUpLater_IsWaitedFor()
    {
        var port = SshServer.FreePort();
        var failed = Plugin.Engine.Await("Attempt 1");
        var create = Plugin.CreateAsync(RemoteCommand, Remote(Connection(port).SetItem("dialErrorLimit", Props.Value(-1)), ("create", "echo in")));
        await failed;

        // What listens there is the way to the server that is up already.
        using var forward = Process.Start(new ProcessStartInfo("ssh", ["-N", "-i", Keys.At("user"), "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", "-F", "none", "-L", $"127.0.0.1:{port}:127.0.0.1:{Server.Port}", "-p", $"{Server.Port}", "root@127.0.0.1"]))!;
        try
        {
            var created = await create.WaitAsync(TimeSpan.FromMinutes(2));

            Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo("in"));
        }
        finally
        {
            forward.Kill();
        }
    }

    [Test]
    public async Task Create_ConnectionBreaks_SaysThatTheOutcomeIsUnknown()
    {
        using var fragile = await SshServer.StartAsync(Keys);
        var ready = Plugin.Engine.Await("ready");
        var create = FailureAsync(Remote(Connection(fragile.Port), ("create", "echo ready; exec sleep 600")));
        await ready;

        fragile.Kill();

        Assert.That(await create, Does.Contain("HAI4009").And.Contain("broke while the command ran"));
    }

    [Test]
    public async Task Create_TimeLimit_EndsTheClient()
    {
        var clock = new ManualClock();
        using var timed = new PluginUnderTest(clock);
        var waiting = timed.Engine.Await("waiting");
        var call = timed.CreateAsync(RemoteCommand, Remote(Connection(), ("create", "echo waiting; exec sleep 30")), timeout: TimeSpan.FromSeconds(90));
        await waiting;

        clock.Expire(TimeSpan.FromSeconds(90));
        var message = await PluginUnderTest.FailureOfAsync(call);

        Assert.That(message, Does.Contain("HAI6104").And.Contain("waiting").And.Contain("It may still be running on the host"));
    }

    [Test]
    public async Task Create_ManyAtOnce_AllRun()
    {
        var connection = Connection().SetItem("dialErrorLimit", Props.Value(10));

        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Plugin.CreateAsync(RemoteCommand, Remote(connection, ("create", $"echo {i}")))));

        Assert.That(all.Select(created => created.Outputs!.Text("stdout")), Is.EqualTo(Enumerable.Range(0, 12).Select(i => $"{i}")));
    }

    [Test]
    public async Task Create_Always_LeavesNoKeyBehind()
    {
        // Other tests log in at the same time; the port tells whose files these are.
        var created = await Plugin.CreateAsync(RemoteCommand, Remote(Connection(), ("create", $$"""
            config=$(grep -ls 'Port {{Server.Port}}$' {{Path.GetTempPath()}}haiac-ssh-*/config)
            stat -c '%a %n' "$config" "$(sed -n 's/.*IdentityFile "\(.*\)"/\1/p' "$config")"
            """)));

        var files = created.Outputs!.Text("stdout").Split('\n').Select(line => line.Split(' ', 2)).ToList();
        Assert.That(files.Select(file => file[0]), Is.EqualTo(new[] { "600", "600" }), "configuration and key");
        Assert.That(files.Select(file => Path.GetDirectoryName(file[1])).Where(Directory.Exists), Is.Empty);
    }

    [Test]
    public async Task Create_HostDown_LeavesNoFilesBehind()
    {
        var port = SshServer.FreePort();

        await FailureAsync(Remote(Connection(port), ("create", "true")));

        var left = Directory.GetDirectories(Path.GetTempPath(), "haiac-ssh-*").Select(folder => Path.Combine(folder, "config")).Where(File.Exists);
        Assert.That(left.Where(config => File.ReadAllText(config).Contains($"Port {port}\n", StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>Starts programs as for a user who has no login shell, which services have not.</summary>
    private sealed class ServiceUser : IProgramRunner
    {
        public Task<ProgramEnd> RunAsync(ProgramStart start, ProgramStreams streams, CancellationToken cancellationToken = default) => new ProgramRunner().RunAsync(
            start with { Environment = new Dictionary<string, string?> { ["SHELL"] = "/bin/false" }.Concat(start.Environment).GroupBy(pair => pair.Key, pair => pair.Value).ToDictionary(pairs => pairs.Key, pairs => pairs.Last()) },
            streams,
            cancellationToken);
    }

    private Task<string> FailureAsync(System.Collections.Immutable.ImmutableDictionary<string, Pulumi.Experimental.PropertyValue> inputs) =>
        PluginUnderTest.FailureOfAsync(Plugin.CreateAsync(RemoteCommand, inputs));
}
