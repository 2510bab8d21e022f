using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;
using HaIac.Transport.Running;

namespace HaIac.Transport.Tests.Nodes;

/// <summary>Init scripts on a host without systemd: real scripts and links, in a mount namespace of the test.</summary>
[TestFixture]
[Property("Requirement", "E4")]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
internal sealed class InitScriptTests
{
    private const string Daemon =
        """
        #!/bin/sh
        ### BEGIN INIT INFO
        # Provides: cache
        # Required-Start:
        # Required-Stop:
        # Default-Start: 2 3 4 5
        # Default-Stop: 0 1 6
        # Short-Description: a daemon of a test
        ### END INIT INFO
        here=STATE
        case $1 in
            start) [ ! -e "$here/broken" ] || { echo "cannot bind to port 11211"; exit 1; }; echo started >>"$here/log"; : >"$here/running" ;;
            stop) echo stopped >>"$here/log"; rm -f "$here/running" ;;
            restart) "$0" stop; "$0" start ;;
            reload) echo reloaded >>"$here/log" ;;
            status) [ -e "$here/running" ] || exit 3 ;;
        esac
        """;

    private static readonly NodeName Node = NodeName.Parse("ctl1");

    private TemporaryDirectory directory = null!;
    private NodeWorker nodes = null!;

    [SetUp]
    public async Task Open()
    {
        HostTools.Require("sh", "unshare", "mount", "timeout", "update-rc.d");
        if (Environment.UserName != "root" || Directory.Exists("/run/systemd/system"))
        {
            Assert.Ignore("init scripts are used where systemd does not run, and the test puts its own in their place as root");
        }

        directory = new TemporaryDirectory();
        foreach (var folder in (string[])["init.d", "rc0.d", "rc1.d", "rc2.d", "rc3.d", "rc4.d", "rc5.d", "rc6.d", "rcS.d"])
        {
            Directory.CreateDirectory(directory.File(folder));
        }

        Directory.CreateDirectory(directory.File("state"));
        directory.Write("init.d/cache", Daemon.Replace("STATE", directory.File("state"), StringComparison.Ordinal));
        File.SetUnixFileMode(directory.File("init.d/cache"), (UnixFileMode)0x1ed);
        nodes = new NodeWorker(new HereReach(InNamespace), "local:", new TransportSettings());
        var works = await nodes.RunAsync(Node, new Command { Program = "true", Timeout = TimeSpan.FromMinutes(1) });
        if (works.ExitCode != 0)
        {
            Assert.Ignore($"no mount namespace can be made here: {works.Errors}");
        }
    }

    [TearDown]
    public async Task Close()
    {
        if (nodes is not null)
        {
            await nodes.DisposeAsync();
            directory.Dispose();
        }
    }

    [Test]
    public async Task UnitsAsync_ScriptAndNone_AreToldApart()
    {
        var units = await nodes.UnitsAsync(Node, ["cache", "none"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(units[0], Is.EqualTo(new UnitState { Name = "cache", Manager = "sysvinit", Installed = true, EnabledState = "disabled", SubState = "dead", CanReload = true }));
            Assert.That(units[1].Installed, Is.False);
        }
    }

    [Test]
    public async Task ChangeUnitAsync_EachAction_DoesWhatItSays()
    {
        var started = await Change(UnitAction.Start);
        await Change(UnitAction.Start);
        await Change(UnitAction.Reload);
        await Change(UnitAction.Restart);
        var enabled = await Change(UnitAction.Enable);
        var disabled = await Change(UnitAction.Disable);
        var stopped = await Change(UnitAction.Stop);
        await Change(UnitAction.Reload);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(started.IsActive, Is.True);
            Assert.That(enabled.IsEnabled, Is.True);
            Assert.That(disabled.IsEnabled, Is.False);
            Assert.That(stopped.IsActive, Is.False);
            Assert.That(File.ReadAllLines(directory.File("state/log")), Is.EqualTo(new[] { "started", "reloaded", "stopped", "started", "stopped" }));
        }
    }

    [Test]
    public async Task ChangeUnitAsync_StartFails_TellsWhatTheScriptSaid()
    {
        directory.Write("state/broken", "");

        var fault = await Thrown.ByAsync<TransportException>(() => Change(UnitAction.Start));

        Assert.That(fault.Message, Does.Contain("HAI4031").And.Contain("cache").And.Contain("ctl1").And.Contain("cannot bind to port 11211"));
    }

    [Test]
    public async Task ChangeUnitAsync_Mask_IsNotPossible()
    {
        var fault = await Thrown.ByAsync<TransportException>(() => Change(UnitAction.Mask));

        Assert.That(fault.Message, Does.Contain("HAI4032").And.Contain("sysvinit").And.Contain("mask"));
    }

    [Test]
    public async Task ChangeUnitAsync_NoSuchScript_NamesThoseLikeIt()
    {
        var fault = await Thrown.ByAsync<TransportException>(() => nodes.ChangeUnitAsync(Node, new UnitState { Name = "cached", Installed = true }, UnitAction.Start));

        Assert.That(fault.Message, Does.Contain("HAI4030").And.Contain("Units with names like it are: cache."));
    }

    private Task<UnitState> Change(UnitAction action) => nodes.ChangeUnitAsync(Node, new UnitState { Name = "cache", Manager = "sysvinit", Installed = true }, action);

    private Command InNamespace(Command command) => command with
    {
        Program = "unshare",
        Arguments =
        [
            "--mount", "sh", "-c", "d=$1; shift; for f in init.d rc0.d rc1.d rc2.d rc3.d rc4.d rc5.d rc6.d rcS.d; do mount --bind \"$d/$f\" \"/etc/$f\" || exit; done; exec \"$@\"", "sh", directory.Path,
            command.Program, .. command.Arguments,
        ],
    };
}
