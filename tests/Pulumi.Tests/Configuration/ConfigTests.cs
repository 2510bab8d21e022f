using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Utilities;

namespace Pulumi.Tests.Configuration;

/// <summary>Every getter: the value, its absence, its wrong type, and the secret twin.</summary>
internal sealed class ConfigTests
{
    [Test]
    public Task Getters_ValueIsSet_GiveIt()
        => WithAsync(config =>
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That((config.Get("text"), config.Require("text")), Is.EqualTo(("some text", "some text")));
                Assert.That((config.GetBoolean("yes"), config.RequireBoolean("no")), Is.EqualTo(((bool?)true, false)));
                Assert.That((config.GetInt32("int"), config.RequireInt32("int")), Is.EqualTo(((int?)-42, -42)));
                Assert.That((config.GetDouble("double"), config.RequireDouble("double")), Is.EqualTo(((double?)1.5, 1.5)));
                Assert.That(config.GetObject<int[]>("list"), Is.EqualTo(new[] { 1, 2 }));
                Assert.That(config.RequireObject<Dictionary<string, string>>("map")["a"], Is.EqualTo("b"));
            }
        });

    [Test]
    public Task Getters_ValueIsMissing_GiveNothing()
        => WithAsync(config =>
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(config.Get("none"), Is.Null);
                Assert.That(config.GetBoolean("none"), Is.Null);
                Assert.That(config.GetInt32("none"), Is.Null);
                Assert.That(config.GetDouble("none"), Is.Null);
                Assert.That(config.GetObject<int[]>("none"), Is.Null);
                Assert.That(config.GetSecret("none"), Is.Null);
                Assert.That(config.GetSecretBoolean("none"), Is.Null);
                Assert.That(config.GetSecretInt32("none"), Is.Null);
                Assert.That(config.GetSecretDouble("none"), Is.Null);
                Assert.That(config.GetSecretObject<int[]>("none"), Is.Null);
            }
        });

    [Test]
    public Task Require_ValueIsMissing_SaysWhichAndHowToSetIt()
        => WithAsync(config =>
        {
            Func<object?>[] calls =
            [
                () => config.Require("none"), () => config.RequireBoolean("none"), () => config.RequireInt32("none"),
                () => config.RequireDouble("none"), () => config.RequireObject<int[]>("none"), () => config.RequireSecret("none"),
                () => config.RequireSecretBoolean("none"), () => config.RequireSecretInt32("none"), () => config.RequireSecretDouble("none"),
                () => config.RequireSecretObject<int[]>("none"),
            ];
            foreach (var call in calls)
            {
                Assert.That(call, Throws.InstanceOf<RunException>().With.Message.EqualTo(
                    "Missing Required configuration variable 'project:none'\n\tplease set a value using the command `pulumi config set project:none <value>`"));
            }
        });

    [Test]
    public Task Getters_ValueOfAnotherType_SayWhichAndWhat()
        => WithAsync(config =>
        {
            Assert.That(() => config.GetBoolean("text"), Throws.InstanceOf<RunException>().With.Message.EqualTo("Configuration 'project:text' value 'some text' is not a valid Boolean"));
            Assert.That(() => config.GetInt32("double"), Throws.InstanceOf<RunException>().With.Message.EqualTo("Configuration 'project:double' value '1.5' is not a valid Int32"));
            Assert.That(() => config.RequireDouble("text"), Throws.InstanceOf<RunException>().With.Message.EndsWith("is not a valid Double"));
            Assert.That(() => config.GetObject<int[]>("text"), Throws.InstanceOf<RunException>().With.Message.Contains("is not a valid System.Int32[]"));
        });

    [TestCase("True")]
    [TestCase("1")]
    [TestCase("yes")]
    [TestCase(" true")]
    public Task GetBoolean_OtherSpellings_AreRefused(string text)
        => WithAsync(
            config => Assert.That(() => config.GetBoolean("key"), Throws.InstanceOf<RunException>()),
            ("project:key", text));

    [Test]
    public Task GetInt32_SecretOfAnotherType_IsNotPrinted()
        => WithAsync(config => Assert.That(
            () => config.GetInt32("password"), Throws.InstanceOf<RunException>().With.Message.Contains("[secret]").And.Message.Not.Contains("hunter2")));

    [Test]
    public async Task Secrets_OfEachType_AreSecretOutputs()
    {
        var outputs = new List<Task<bool>>();
        var text = "";
        await WithAsync(config =>
        {
            outputs.Add(Output.IsSecretAsync(config.RequireSecret("text")));
            outputs.Add(Output.IsSecretAsync(config.GetSecretBoolean("yes")!));
            outputs.Add(Output.IsSecretAsync(config.RequireSecretInt32("int")));
            outputs.Add(Output.IsSecretAsync(config.GetSecretDouble("double")!));
            outputs.Add(Output.IsSecretAsync(config.RequireSecretObject<int[]>("list")));
            text = OutputUtilities.GetValueAsync(config.GetSecret("text")!).Result;
        });

        Assert.That(await Task.WhenAll(outputs), Is.All.True);
        Assert.That(text, Is.EqualTo("some text"));
    }

    [Test]
    public Task Constructor_Name_ChoosesTheNamespace()
        => WithAsync(_ =>
        {
            Assert.That(new Config("other").Get("key"), Is.EqualTo("elsewhere"));
            Assert.That(new Config("other:config").Get("key"), Is.EqualTo("elsewhere"));
        });

    [Test]
    public Task GetObject_Options_AreUsed()
        => WithAsync(config => Assert.That(
            config.GetObject<Pair>("pair", new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase })!.Left, Is.EqualTo("l")));

    [Test]
    public void Constructor_OutsideOfADeployment_SaysSo()
        => Assert.That(() => new Config(), Throws.InvalidOperationException.With.Message.Contains("Deployment.RunAsync"));

    private static Task WithAsync(Action<Config> look, params (string Key, string Value)[] more)
    {
        var values = new Dictionary<string, string>
        {
            ["project:text"] = "some text",
            ["project:yes"] = "true",
            ["project:no"] = "false",
            ["project:int"] = "-42",
            ["project:double"] = "1.5",
            ["project:list"] = "[1, 2]",
            ["project:map"] = """{"a": "b"}""",
            ["project:pair"] = """{"left": "l"}""",
            ["project:password"] = "hunter2",
            ["other:key"] = "elsewhere",
        };
        foreach (var (key, value) in more)
        {
            values[key] = value;
        }

        return EngineRun.RunAsync(
            () => look(new Config()),
            change: s => s with { Config = values.ToImmutableDictionary(), SecretKeys = ["project:password"] });
    }

    private sealed record Pair(string Left);
}
