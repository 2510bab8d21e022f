using HaIac.CommandProvider.Packaging;
using Newtonsoft.Json.Linq;

namespace HaIac.CommandProvider.Tests.Packaging;

/// <summary>The schema, against facts of the published one.</summary>
[TestFixture]
internal sealed class SchemaTests
{
    private readonly JObject schema = JObject.Parse(PackageSchema.Text);

    [Test]
    public void Resources_Always_AreThoseOfThePublishedPackage() =>
        Assert.That(
            Names(schema["resources"]!).Concat(Names(schema["functions"]!)),
            Is.EqualTo(new[] { "command:local:Command", "command:remote:Command", "command:remote:CopyFile", "command:remote:CopyToRemote", "command:local:run" }));

    [TestCase("command:local:Command", "", "stderr,stdout")]
    [TestCase("command:remote:Command", "connection", "connection,stderr,stdout")]
    [TestCase("command:remote:CopyToRemote", "connection,remotePath,source", "connection,remotePath,source")]
    [TestCase("command:remote:CopyFile", "connection,localPath,remotePath", "connection,localPath,remotePath")]
    public void Resource_Required_IsThatOfThePublishedPackage(string token, string inputs, string outputs)
    {
        var resource = schema["resources"]![token]!;

        Assert.That(
            (string.Join(',', resource["requiredInputs"]!), string.Join(',', resource["required"]!)),
            Is.EqualTo((inputs, outputs)));
    }

    [Test]
    public void References_Always_LeadToTypesOfTheSchema()
    {
        var own = schema.Descendants().OfType<JProperty>().Where(p => p.Name == "$ref").Select(p => (string)p.Value!).Where(r => r.StartsWith("#/types/", StringComparison.Ordinal)).Distinct().ToList();

        Assert.That(own, Has.Count.EqualTo(4));
        Assert.That(own.Select(r => r["#/types/".Length..]), Is.SubsetOf(Names(schema["types"]!)));
    }

    [Test]
    public void Connection_Always_IsSecretWithDefaults()
    {
        var connection = schema["types"]!["command:remote:Connection"]!["properties"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((bool?)schema["resources"]!["command:remote:Command"]!["inputProperties"]!["connection"]!["secret"], Is.True);
            Assert.That(((int?)connection["port"]!["default"], (string?)connection["port"]!["type"]), Is.EqualTo((22, "number")));
            Assert.That(((int?)connection["dialErrorLimit"]!["default"], (string?)connection["dialErrorLimit"]!["type"]), Is.EqualTo((10, "integer")));
            Assert.That((string?)connection["user"]!["default"], Is.EqualTo("root"));
        }
    }

    [Test]
    public void Triggers_Always_ReplaceExceptForCopyFile() =>
        Assert.That(
            schema["resources"]!.Children<JProperty>().ToDictionary(p => p.Name, p => (bool?)p.Value["inputProperties"]!["triggers"]!["replaceOnChanges"]),
            Is.EqualTo(new Dictionary<string, bool?>
            {
                ["command:local:Command"] = true,
                ["command:remote:Command"] = true,
                ["command:remote:CopyToRemote"] = true,
                ["command:remote:CopyFile"] = null,
            }));

    [Test]
    public void Descriptions_Always_AreThere() =>
        Assert.That(
            schema.Descendants().OfType<JProperty>()
                .Where(p => p.Name is "inputProperties" or "properties")
                .SelectMany(p => p.Value.Children<JProperty>())
                .Where(p => (string?)p.Value["description"] is null or ""),
            Is.Empty);

    private static IEnumerable<string> Names(JToken token) => token.Children<JProperty>().Select(p => p.Name);
}
