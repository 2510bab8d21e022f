using System.Diagnostics;
using HaIac.CommandProvider.Tests.Kit;
using static HaIac.CommandProvider.Packaging.PackageTypes;

namespace HaIac.CommandProvider.Tests.Remote;

/// <summary>Ways to log in: passwords, agents, hosts on the way.</summary>
[TestFixture]
[Category("Tools")]
internal sealed class LoginTests : SshFixture
{
    private SshServer passwords = null!;

    [OneTimeSetUp]
    public async Task StartPasswordServer() => passwords = await SshServer.StartAsync(Keys, withPassword: true);

    [OneTimeTearDown]
    public void StopPasswordServer() => passwords?.Dispose();

    [Test]
    public async Task Create_Password_LogsIn()
    {
        var created = await Plugin.CreateAsync(RemoteCommand, Remote(Connection(passwords.Port).Remove("privateKey").SetItem("password", Props.Secret(SshServer.Password)), ("create", "echo in")));

        Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo("in"));
    }

    [Test]
    public async Task Create_KeyIsRefusedAndPasswordIsRight_LogsInWithThat()
    {
        var created = await Plugin.CreateAsync(RemoteCommand, Remote(Connection(passwords.Port).SetItem("password", Props.Secret(SshServer.Password)), ("create", "echo in")));

        Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo("in"));
    }

    [Test]
    public async Task Create_WrongPassword_SaysSoWithoutIt()
    {
        var message = await PluginUnderTest.FailureOfAsync(
            Plugin.CreateAsync(RemoteCommand, Remote(Connection(passwords.Port).Remove("privateKey").SetItem("password", Props.Secret("wrong-one")), ("create", "echo in"))));

        Assert.That(message, Does.Contain("HAI4003").And.Contain("The password is not accepted").And.Not.Contain("wrong-one"));
    }

    [Test]
    public async Task Create_Password_IsInNoListOfProcesses()
    {
        var created = await Plugin.CreateAsync(
            RemoteCommand,
            Remote(Connection(passwords.Port).Remove("privateKey").SetItem("password", Props.Secret(SshServer.Password)), ("create", "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' ' | grep -c '[o]pensesame' || true")));

        Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo("0"));
    }

    [Test]
    public async Task Create_Agent_IsAskedForTheKey()
    {
        var socket = Keys.At("agent");
        using var agent = Process.Start(new ProcessStartInfo("ssh-agent", ["-D", "-a", socket]) { RedirectStandardOutput = true })!;
        try
        {
            await agent.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
            using var add = Process.Start(new ProcessStartInfo("ssh-add", ["-q", Keys.At("user")]) { Environment = { ["SSH_AUTH_SOCK"] = socket } })!;
            await add.WaitForExitAsync();

            var created = await Plugin.CreateAsync(RemoteCommand, Remote(Connection().Remove("privateKey").SetItem("agentSocketPath", Props.Value(socket)), ("create", "echo in")));

            Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo("in"));
        }
        finally
        {
            agent.Kill();
        }
    }

    [Test]
    public async Task Create_Proxy_IsGoneThroughWithCredentialsOfItsOwn()
    {
        var proxy = Props.Map(("host", "127.0.0.1"), ("port", passwords.Port), ("password", Props.Secret(SshServer.Password)), ("dialErrorLimit", 0));

        var created = await Plugin.CreateAsync(RemoteCommand, Remote(Connection().SetItem("proxy", Props.Value(proxy)), ("create", "echo $SSH_CONNECTION")));

        Assert.That(created.Outputs!.Text("stdout"), Does.EndWith($" {Server.Port}"));
        Assert.That(passwords.Said, Does.Contain("Accepted password for root"));
    }

    [Test]
    public async Task Create_ProxyWithWrongPassword_IsTheOneThatIsNamed()
    {
        var proxy = Props.Map(("host", "127.0.0.1"), ("port", passwords.Port), ("password", Props.Secret("wrong-one")), ("dialErrorLimit", 0));

        var message = await PluginUnderTest.FailureOfAsync(Plugin.CreateAsync(RemoteCommand, Remote(Connection().SetItem("proxy", Props.Value(proxy)), ("create", "true"))));

        Assert.That(message, Does.Contain("HAI4003").And.Contain($"Host root@127.0.0.1 port {passwords.Port} does not let").And.Contain($"port {Server.Port} through root@127.0.0.1"));
    }

    [Test]
    public async Task Create_ProxyIsDown_IsTheOneThatIsNamed()
    {
        var port = SshServer.FreePort();

        var message = await PluginUnderTest.FailureOfAsync(Plugin.CreateAsync(
            RemoteCommand, Remote(Connection().SetItem("proxy", Props.Value(Props.Map(("host", "127.0.0.1"), ("port", port), ("dialErrorLimit", 1)))), ("create", "true"))));

        Assert.That(message, Does.Contain("HAI4002").And.Contain($"No connection to host root@127.0.0.1 port {port}. (2 attempts)"));
    }

    [Test]
    public async Task Create_HostBehindTheProxyIsDown_IsTheOneThatIsNamed()
    {
        var port = SshServer.FreePort();
        var proxy = Props.Map(("host", "127.0.0.1"), ("port", Server.Port), ("privateKey", Props.Secret(Keys.Read("user"))));

        var message = await PluginUnderTest.FailureOfAsync(Plugin.CreateAsync(RemoteCommand, Remote(Connection(port).SetItem("proxy", Props.Value(proxy)), ("create", "true"))));

        Assert.That(message, Does.Contain($"No connection to host root@127.0.0.1 port {port}").Or.Contain($"The login to host root@127.0.0.1 port {port} failed"));
    }

    [Test]
    public async Task Create_ProxyShowsAnotherKey_IsRefused()
    {
        var proxy = Props.Map(("host", "127.0.0.1"), ("port", passwords.Port), ("password", Props.Secret(SshServer.Password)), ("hostKey", Keys.Read("stranger.pub").Trim()));

        var message = await PluginUnderTest.FailureOfAsync(Plugin.CreateAsync(RemoteCommand, Remote(Connection().SetItem("proxy", Props.Value(proxy)), ("create", "true"))));

        Assert.That(message, Does.Contain("HAI4004").And.Contain($"Host root@127.0.0.1 port {passwords.Port} shows another key"));
    }
}
