using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Newtonsoft.Json.Linq;

namespace Pulumi.Command.Tests;

/// <summary>What every resource of the package looks like to an engine.</summary>
[TestFixture]
public sealed class WireFormTests
{
    // The mark that the protocol puts on special values, and its value for secrets.
    private const string Mark = "4dabf18193072939515e22adb298388d";
    private const string SecretMark = "1b47061264138c4ac30d75fd1eb44270";

    private RecordedProgram program = null!;

    [OneTimeSetUp]
    public async Task RunTheProgram() => program = await RecordedProgram.RunAsync("everything");

    [Test]
    public void LocalCommand_WithEveryArgument_SendsTheNamesOfTheSchema()
    {
        var sent = Object("local");

        Assert.That(Names(sent), Is.EqualTo(new[]
        {
            "addPreviousOutputInEnv", "archivePaths", "assetPaths", "create", "delete", "dir", "environment", "interpreter", "logging", "stdin", "triggers", "update",
        }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)sent["logging"], Is.EqualTo("stdoutAndStderr"));
            Assert.That((bool?)sent["addPreviousOutputInEnv"], Is.False);
            Assert.That(sent["environment"]!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""{"A":"a"}"""));
            Assert.That(sent["interpreter"]!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""["/bin/bash","-c"]"""));
            Assert.That(sent["triggers"]![0]!.ToString(), Is.EqualTo("one"));
            Assert.That((string?)sent["triggers"]![2]!["text"], Is.EqualTo("three"));
        }
    }

    [TestCase("local", "triggers[*]", "")]
    [TestCase("bare", "triggers[*]", "")]
    [TestCase("remote", "triggers[*]", "connection")]
    [TestCase("copy", "triggers[*]", "connection")]
    [TestCase("file", "", "connection")]
    [TestCase("explicit", "", "")]
    public void Registration_Always_CarriesVersionReplacementsAndSecretsOfThePackage(string name, string replaceOnChanges, string secretOutputs)
    {
        var request = program.Resources[name];

        Assert.That(
            (request.Version, string.Join(',', request.ReplaceOnChanges), string.Join(',', request.AdditionalSecretOutputs), request.Custom),
            Is.EqualTo(("1.1.0", replaceOnChanges, secretOutputs, true)));
    }

    [TestCase("local", "command:local:Command")]
    [TestCase("remote", "command:remote:Command")]
    [TestCase("copy", "command:remote:CopyToRemote")]
    [TestCase("file", "command:remote:CopyFile")]
    [TestCase("explicit", "pulumi:providers:command")]
    public void Registration_Always_NamesTheTypeOfThePackage(string name, string token) =>
        Assert.That(program.Resources[name].Type, Is.EqualTo(token));

    [Test]
    public void LocalCommand_WithoutArguments_SendsTheDefaultAlone() =>
        Assert.That(Object("bare").ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""{"addPreviousOutputInEnv":true}"""));

    [TestCase("remote")]
    [TestCase("copy")]
    [TestCase("file")]
    public void Connection_Always_IsASecretAsAWhole(string name) =>
        Assert.That((string?)Object(name)["connection"]![Mark], Is.EqualTo(SecretMark));

    [Test]
    public void Connection_WithEveryArgument_SendsTheNamesOfTheSchema()
    {
        var connection = (JObject)Object("remote")["connection"]!["value"]!;

        Assert.That(Names(connection), Is.EqualTo(new[]
        {
            "agentSocketPath", "dialErrorLimit", "host", "hostKey", "password", "perDialTimeout", "port", "privateKey", "privateKeyPassword", "proxy", "user",
        }));
        Assert.That(Names((JObject)connection["proxy"]!), Is.EqualTo(new[] { "dialErrorLimit", "host", "password", "perDialTimeout", "port", "user" }));
    }

    [Test]
    public void Connection_WithAHostAlone_SendsTheDefaultsOfThePackage() =>
        Assert.That(
            Object("copy")["connection"]!["value"]!.ToString(Newtonsoft.Json.Formatting.None),
            Is.EqualTo("""{"dialErrorLimit":10,"host":"ctl1","perDialTimeout":15,"port":22,"user":"root"}"""));

    [Test]
    public void RemoteCommand_OfAnotherCommandsOutput_DependsOnIt()
    {
        var remote = program.Resources["remote"];

        Assert.That(remote.PropertyDependencies["create"].Urns, Is.EqualTo(new[] { "urn:pulumi:dev::demo::command:local:Command::local" }));
        Assert.That((string?)Object("remote")["create"], Is.EqualTo("printed by local"));
    }

    [Test]
    public void RemoteCommand_WithAProvider_IsGivenToIt() =>
        Assert.That(program.Resources["remote"].Provider, Is.EqualTo("urn:pulumi:dev::demo::pulumi:providers:command::explicit::explicit-id"));

    [Test]
    public void Get_Always_ReadsById()
    {
        var read = program.Reads.Single();

        Assert.That((read.Type, read.Name, read.Id, read.Version), Is.EqualTo(("command:local:Command", "known", "known1234", "1.1.0")));
    }

    [Test]
    public void Run_Always_CallsTheFunctionOfThePackage()
    {
        var call = program.Calls.Single();

        Assert.That((call.Tok, call.Version), Is.EqualTo(("command:local:run", "1.1.0")));
        Assert.That(
            Sorted(call.Args).ToString(Newtonsoft.Json.Formatting.None),
            Is.EqualTo("""{"addPreviousOutputInEnv":true,"command":"echo","interpreter":["/bin/sh","-c"],"logging":"stderr"}"""));
    }

    private JObject Object(string name) => Sorted(program.Resources[name].Object);

    private static JObject Sorted(Struct fields) => (JObject)Sorted(JToken.Parse(JsonFormatter.Default.Format(fields)));

    private static JToken Sorted(JToken token) => token switch
    {
        JObject map => new JObject(map.Properties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new JProperty(p.Name, Sorted(p.Value)))),
        _ => token,
    };

    private static IEnumerable<string> Names(JObject map) => map.Properties().Select(property => property.Name);
}
