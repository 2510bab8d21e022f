using System.Xml.Linq;
using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Handlers;

/// <summary>The handler of one service, for an agent that notes how it is called and a cluster that is a file.</summary>
internal sealed class HandlerUnderTest : IDisposable
{
    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    private const string AgentName = "ocf:haiac-test:recorder";

    private readonly string _shell;

    public HandlerUnderTest(string shell, string service = "heat-engine", string primitive = "p_heat-engine")
    {
        _shell = shell;
        Folder = Directory.CreateTempSubdirectory("handler-test-").FullName;
        Primitive = primitive;
        Root = Path.Combine(Folder, "agent's root");
        AgentFolder = Directory.CreateDirectory(Path.Combine(Root, "resource.d/haiac-test")).FullName;
        File.Copy(Path.Combine(Host.Scripts, "recorder.sh"), Path.Combine(AgentFolder, "recorder"));
        File.SetUnixFileMode(Path.Combine(AgentFolder, "recorder"), (UnixFileMode)0b111_101_101);
        Script = Path.Combine(Folder, $"ocf_handler_{service}");
        File.WriteAllText(Script, Fill(service, AgentName, Root, primitive));
        Configure(None);
    }

    public string Folder { get; }

    public string Root { get; }

    public string AgentFolder { get; }

    public string Primitive { get; }

    public string Script { get; }

    public string Cib => Path.Combine(Folder, "cib.xml");

    /// <summary>Environment of the caller.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Actions that the agent was asked for, in order.</summary>
    public IReadOnlyList<string> Actions
    {
        get
        {
            var file = Path.Combine(AgentFolder, "actions");
            return File.Exists(file) ? File.ReadAllLines(file) : [];
        }
    }

    /// <summary>Writes the cluster's configuration.</summary>
    /// <param name="parameters">Instance attributes of the primitive.</param>
    /// <param name="meta">Meta attributes of the primitive.</param>
    /// <param name="clone">Meta attributes of its clone; null for a primitive by itself.</param>
    public void Configure(
        IReadOnlyDictionary<string, string> parameters, IReadOnlyDictionary<string, string>? meta = null, IReadOnlyDictionary<string, string>? clone = null)
    {
        var primitive = new XElement(
            "primitive", new XAttribute("id", Primitive), new XAttribute("class", "ocf"), new XAttribute("provider", "haiac-test"), new XAttribute("type", "recorder"),
            Set("instance_attributes", "i", parameters), Set("meta_attributes", "m", meta ?? None),
            new XElement("operations", new XElement(
                "op", new XAttribute("id", "op"), new XAttribute("name", "monitor"), new XAttribute("interval", "10s"),
                Set("instance_attributes", "o", new Dictionary<string, string> { ["OCF_CHECK_LEVEL"] = "10" }))));
        var resource = clone is null ? primitive : new XElement("clone", new XAttribute("id", "the-clone"), Set("meta_attributes", "c", clone), primitive);
        new XDocument(new XElement(
            "cib", new XAttribute("crm_feature_set", "3.16.2"), new XAttribute("validate-with", "pacemaker-3.9"),
            new XAttribute("admin_epoch", 0), new XAttribute("epoch", 1), new XAttribute("num_updates", 0),
            new XElement(
                "configuration", new XElement("crm_config"),
                new XElement("nodes", Enumerable.Range(1, 3).Select(n => new XElement("node", new XAttribute("id", n), new XAttribute("uname", $"ctl{n}")))),
                new XElement("resources", resource), new XElement("constraints")),
            new XElement("status"))).Save(Cib);
    }

    /// <summary>What the agent answers to an action.</summary>
    public void Answer(string action, int code) => File.WriteAllText(Path.Combine(AgentFolder, $"answer.{action}"), $"{code}");

    /// <summary>Environment that the agent had at an action.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentAt(string action) =>
        File.ReadAllText(Path.Combine(AgentFolder, $"environment.{action}")).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(v => v.Split('=', 2))
            .ToDictionary(v => v[0], v => v[1], StringComparer.Ordinal);

    public Task<ProgramResult> RunAsync(params string[] arguments) => RunAsync(null, arguments);

    public Task<ProgramResult> RunAsync(string? input, string[] arguments)
    {
        var environment = new Dictionary<string, string>(Variables, StringComparer.Ordinal) { ["CIB_file"] = Cib };
        return Programs.RunAsync(_shell.Split(' ')[0], [.. _shell.Split(' ')[1..], Script, .. arguments], environment, input);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Fill(string service, string agent, string root, string primitive) =>
        File.ReadAllText(Path.Combine(Host.Scripts, "handler"))
            .Replace("@SERVICE@", Quote(service), StringComparison.Ordinal)
            .Replace("@AGENT@", Quote(agent), StringComparison.Ordinal)
            .Replace("@OCF_ROOT@", Quote(root), StringComparison.Ordinal)
            .Replace("@PRIMITIVE@", Quote(primitive), StringComparison.Ordinal);

    private static string Quote(string value) => $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static XElement? Set(string element, string id, IReadOnlyDictionary<string, string> values) =>
        values.Count == 0
            ? null
            : new XElement(
                element, new XAttribute("id", id),
                values.Select((v, n) => new XElement("nvpair", new XAttribute("id", $"{id}{n}"), new XAttribute("name", v.Key), new XAttribute("value", v.Value))));
}
