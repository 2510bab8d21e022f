using System.Collections.Immutable;
using HaIac.CommandProvider.Tests.Kit;
using Pulumi;
using Pulumi.Experimental;
using static HaIac.CommandProvider.Packaging.PackageTypes;

namespace HaIac.CommandProvider.Tests.Checking;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>Faults that are found before anything runs.</summary>
[TestFixture]
internal sealed class CheckTests
{
    private const string Key = "-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n-----END OPENSSH PRIVATE KEY-----";

    private static readonly Fields Host = Props.Map(("host", "ctl1"));

    private PluginUnderTest plugin = null!;

    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Case("UnknownProperty", LocalCommand, Props.Of(("craete", "x")), "craete", "HAI6001", "Did you mean create?");
        yield return Case("UnknownNestedProperty", RemoteCommand, Connection(("hots", "x")), "connection.hots", "HAI6001", "Did you mean host?");
        yield return Case("NoConnection", RemoteCommand, Props.Of(("create", "x")), "connection", "HAI6002", "connection is not set");
        yield return Case("NoHost", RemoteCommand, Props.Of(("connection", Props.Map(("user", "x")))), "connection.host", "HAI6002", "connection.host is not set");
        yield return Case("NoSource", CopyToRemote, Props.Of(("connection", Host), ("remotePath", "x")), "source", "HAI6002", "source is not set");
        yield return Case("NumberForText", LocalCommand, Props.Of(("create", 3)), "create", "HAI6003", "create is a number");
        yield return Case("TextForList", LocalCommand, Props.Of(("interpreter", "/bin/sh")), "interpreter", "HAI6003", "It takes a list of texts");
        yield return Case("NumberInMap", LocalCommand, Props.Of(("environment", Props.Map(("A", 3)))), "environment.A", "HAI6003", "environment.A is a number");
        yield return Case("TextForSource", CopyToRemote, Props.Of(("connection", Host), ("remotePath", "x"), ("source", "path")), "source", "HAI6003", "an asset or an archive");
        yield return Case("Logging", LocalCommand, Props.Of(("logging", "both")), "logging", "HAI6004", "stdout, stderr, stdoutAndStderr, none");
        yield return Case("EmptyInterpreter", LocalCommand, Props.Of(("interpreter", new[] { "" })), "interpreter[0]", "HAI6004", "The interpreter has no name");
        yield return Case("VariableName", LocalCommand, Props.Of(("environment", Props.Map(("A=B", "x")))), "environment", "HAI6004", "\"A=B\"");
        yield return Case("RemoteVariableName", RemoteCommand, Props.Of(("connection", Host), ("environment", Props.Map(("a-b", "x")))), "environment", "HAI6004", "\"a-b\"");
        yield return Case("ByteZeroInCommand", LocalCommand, Props.Of(("create", "echo a\0b")), "create", "HAI6004", "create holds a byte 0");
        yield return Case("ByteZeroInVariable", RemoteCommand, Props.Of(("connection", Host), ("environment", Props.Map(("A", Props.Secret("a\0b"))))), "environment", "HAI6004", "environment holds a byte 0");
        yield return Case("Port", RemoteCommand, Connection(("port", 70000)), "connection.port", "HAI6004", "Ports are 1 to 65535");
        yield return Case("BrokenNumber", RemoteCommand, Connection(("dialErrorLimit", 1.5)), "connection.dialErrorLimit", "HAI6003", "a whole number");
        yield return Case("DialErrorLimit", RemoteCommand, Connection(("dialErrorLimit", -2)), "connection.dialErrorLimit", "HAI6004", "-1 is for any number");
        yield return Case("HostIsAnOption", RemoteCommand, Props.Of(("connection", Props.Map(("host", "-oProxyCommand=x")))), "connection.host", "HAI6004", "is no host name");
        yield return Case("UserWithLineEnd", RemoteCommand, Connection(("user", "a\nHost *")), "connection.user", "HAI6004", "is no user name");
        yield return Case("PathForKey", RemoteCommand, Connection(("privateKey", "/root/.ssh/id_ed25519")), "connection.privateKey", "HAI6004", "and not its path");
        yield return Case("HostKey", RemoteCommand, Connection(("hostKey", "SHA256:abc")), "connection.hostKey", "HAI6004", "ssh_host_ed25519_key.pub");
        yield return Case("ProxyPort", RemoteCommand, Connection(("proxy", Props.Map(("host", "b"), ("port", 0)))), "connection.proxy.port", "HAI6004", "Ports are 1 to 65535");
        yield return Case("SourceElsewhere", CopyToRemote, Props.Of(("connection", Host), ("remotePath", "x"), ("source", new RemoteAsset("http://x"))), "source", "HAI6004", "source is an address");
        yield return Case("SourceOfMembers", CopyToRemote, Props.Of(("connection", Host), ("remotePath", "x"), ("source", new AssetArchive(new Dictionary<string, AssetOrArchive>()))), "source", "HAI6004", "FileArchive");
        yield return Case("EmptyDestination", CopyToRemote, Props.Of(("connection", Host), ("remotePath", ""), ("source", new StringAsset("x"))), "remotePath", "HAI6004", "remotePath is empty");

        static TestCaseData Case(string name, string type, Fields inputs, string property, string code, string text) =>
            new TestCaseData(type, inputs, property, code, text).SetArgDisplayNames(name);

        static Fields Connection(params (string, object)[] more) => Props.Of(("connection", Host.AddRange(Props.Of(more))));
    }

    [SetUp]
    public void Make() => plugin = new PluginUnderTest();

    [TearDown]
    public void Remove() => plugin.Dispose();

    [TestCaseSource(nameof(Faults))]
    public async Task Rejects_(string type, Fields inputs, string property, string code, string text)
    {
        var check = await plugin.CheckAsync(type, inputs);

        var failure = check.Failures!.Single();
        Assert.That(failure.Property, Is.EqualTo(property));
        Assert.That(failure.Reason, Does.StartWith(code).And.Contain(text).And.Contain("where  ").And.Contain($"{type} \"r\"").And.Contain("mend   "));
    }

    [Test]
    public async Task Rejects_SeveralFaults_AllAtOnce()
    {
        var check = await plugin.CheckAsync(RemoteCommand, Props.Of(("logging", "x"), ("create", 1), ("connection", Props.Map(("port", 0)))));

        Assert.That(check.Failures!.Select(failure => failure.Property), Is.EquivalentTo(new[] { "connection.host", "connection.port", "create", "logging" }));
    }

    [Test]
    public async Task Rejects_BadKey_WithoutShowingIt()
    {
        var check = await plugin.CheckAsync(RemoteCommand, Props.Of(("connection", Props.Secret(Host.Add("privateKey", new("no key but a secret"))))));

        Assert.That(check.Failures!.Single().Reason, Does.Not.Contain("no key but a secret"));
    }

    [Test]
    public async Task Accepts_Connection_WithDefaultsAndAsASecret()
    {
        var check = await plugin.CheckAsync(RemoteCommand, Props.Of(("create", "x"), ("connection", Host)));

        Assert.That(check.Failures, Is.Empty);
        Assert.That(check.Inputs!.Keys, Is.EquivalentTo(new[] { "create", "connection" }));
        Assert.That(
            check.Inputs!["connection"],
            Is.EqualTo(Props.Secret(Props.Map(("host", "ctl1"), ("port", 22), ("user", "root"), ("dialErrorLimit", 10), ("perDialTimeout", 15)))));
    }

    [Test]
    public async Task Accepts_EverythingOfAConnection()
    {
        var connection = Props.Map(
            ("host", "fe80::1%eth0"), ("user", "a b"), ("port", 2222), ("privateKey", Key), ("privateKeyPassword", "p"), ("password", "w"), ("agentSocketPath", "/run/a"),
            ("dialErrorLimit", -1), ("perDialTimeout", 0), ("hostKey", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA root@ctl1"), ("proxy", Props.Map(("host", "bastion"))));

        var check = await plugin.CheckAsync(RemoteCommand, Props.Of(("connection", connection)));

        Assert.That(check.Failures, Is.Empty);
    }

    [Test]
    public async Task Accepts_ValuesThatAreNotKnownYet()
    {
        var check = await plugin.CheckAsync(RemoteCommand, Props.Of(("create", PropertyValue.Computed), ("connection", Props.Map(("host", PropertyValue.Computed), ("privateKey", PropertyValue.Computed)))));

        Assert.That(check.Failures, Is.Empty);
    }

    [Test]
    public async Task Accepts_ConnectionThatIsNotKnownYet_AsASecret()
    {
        var check = await plugin.CheckAsync(RemoteCommand, Props.Of(("connection", PropertyValue.Computed)));

        Assert.That((check.Failures!.Count, check.Inputs!["connection"].IsSecret, check.Inputs!["connection"].IsComputed), Is.EqualTo((0, true, true)));
    }

    [Test]
    public async Task Accepts_Null_AsNotSet()
    {
        var check = await plugin.CheckAsync(LocalCommand, Props.Of(("create", PropertyValue.Null)));

        Assert.That((check.Failures!.Count, check.Inputs!.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Check_UnknownType_ListsTheTypes() =>
        Assert.That(
            await PluginUnderTest.FailureOfAsync(plugin.CheckAsync("command:local:Comand", [])),
            Does.Contain("HAI6005").And.Contain("Did you mean command:local:Command?").And.Contain(CopyFile));
}
