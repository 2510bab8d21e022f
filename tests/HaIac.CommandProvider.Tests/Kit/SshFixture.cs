using System.Collections.Immutable;
using Pulumi.Experimental;

namespace HaIac.CommandProvider.Tests.Kit;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>A real ssh server that takes keys, and the plugin beside it.</summary>
internal abstract class SshFixture
{
    protected TemporaryFolder Keys { get; private set; } = null!;

    protected SshServer Server { get; private set; } = null!;

    protected PluginUnderTest Plugin { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartServer()
    {
        HostTools.Require("sshd", "ssh", "ssh-keygen", "ssh-agent", "ssh-add", "unshare");
        Keys = new TemporaryFolder();
        SshKeys.Make(Keys);
        Server = await SshServer.StartAsync(Keys);
    }

    [OneTimeTearDown]
    public void StopServer()
    {
        Server?.Dispose();
        Keys?.Dispose();
    }

    [SetUp]
    public void MakePlugin() => Plugin = new PluginUnderTest();

    [TearDown]
    public void RemovePlugin() => Plugin?.Dispose();

    /// <summary>A connection with the user's key; one attempt only.</summary>
    protected Fields Connection(int? port = null) => Props.Map(
        ("host", "127.0.0.1"), ("port", port ?? Server.Port), ("privateKey", Props.Secret(Keys.Read("user"))), ("dialErrorLimit", 0), ("perDialTimeout", 120));

    protected Fields Remote(Fields connection, params (string Name, object Value)[] more) => Props.Of([("connection", connection), .. more]);
}
