using System.Xml.Linq;
using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Services;

[TestFixture("dash")]
public sealed class MetadataTests(string shell) : AgentFixture(shell)
{
    private static readonly string[] Declared =
    [
        "service", "binary", "config", "config_dir", "user", "group", "pid", "additional_parameters", "working_dir", "log_file", "environment",
        "stop_signal", "stop_timeout", "check_port", "check_address", "check_url", "check_status", "check_timeout", "db_port", "amqp_port",
        "require_amqp", "require_db", "check_workers", "tls_verify", "ca_file", "cleanup_command",
    ];

    [Test]
    public async Task MetaData_Always_DeclaresTheParametersOfTheDesign()
    {
        var parameters = (await ReadAsync()).Descendants("parameter").ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(parameters.Select(p => (string)p.Attribute("name")!), Is.SupersetOf(Declared).And.Unique);
            Assert.That(parameters.Where(p => (string?)p.Attribute("required") == "1").Select(p => (string)p.Attribute("name")!), Is.EqualTo(new[] { "binary" }));
            Assert.That(Default("require_amqp"), Is.EqualTo("false"));
            Assert.That(Default("require_db"), Is.EqualTo("false"));
            Assert.That(Default("check_status"), Is.EqualTo("200-399"));
        }

        string? Default(string name) => (string?)parameters.Single(p => (string?)p.Attribute("name") == name).Element("content")!.Attribute("default");
    }

    [Test]
    public async Task MetaData_Always_KeepsTheNamesOfTheRetiredAgents()
    {
        var names = (await ReadAsync()).Descendants("parameter").Select(p => (string)p.Attribute("name")!);

        Assert.That(names, Is.SupersetOf(
            new[] { "binary", "config", "user", "pid", "additional_parameters", "amqp_server_port", "database_server_port", "console_port", "url" }));
    }

    [Test]
    public async Task MetaData_Always_OffersReloadAndNoPromotion()
    {
        var actions = (await ReadAsync()).Descendants("action").ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                actions.Select(a => (string)a.Attribute("name")!).Distinct(),
                Is.EquivalentTo(new[] { "start", "stop", "monitor", "status", "reload", "validate-all", "meta-data" }));
            Assert.That(
                actions.Where(a => (string?)a.Attribute("name") == "monitor").Select(a => (string)a.Attribute("depth")!),
                Is.EqualTo(new[] { "0", "10", "20" }));
        }
    }

    [Test]
    public async Task MetaData_OnANodeWithoutAnything_StillWorks()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Agent.Folder, "bin")).FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "cat"), Host.Find("cat")!);

        var result = await Programs.RunAsync(
            Host.Find("setpriv")!, ["--reuid=65534", "--clear-groups", Host.Find(Shell.Split(' ')[0])!, .. Shell.Split(' ')[1..], Agent.Script, "meta-data"],
            new Dictionary<string, string> { ["PATH"] = folder, ["OCF_ROOT"] = "/nonexistent" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Output, Does.EndWith("</resource-agent>\n"));
            Assert.That(result.Error, Is.Empty);
        }
    }

    [TestCase("usage", 0)]
    [TestCase("help", 0)]
    [TestCase("promote", 3)]
    [TestCase("migrate_to", 3)]
    [TestCase("notify", 0)]
    public async Task Action_OfNoResource_ReturnsWhatTheInterfaceAsksFor(string action, int code)
    {
        Assert.That((await Agent.RunAsync(action)).ExitCode, Is.EqualTo(code));
    }

    private async Task<XDocument> ReadAsync()
    {
        var text = (await Agent.RunAsync("meta-data")).Output;
        return XDocument.Load(System.Xml.XmlReader.Create(
            new StringReader(text), new System.Xml.XmlReaderSettings { DtdProcessing = System.Xml.DtdProcessing.Ignore }));
    }
}
