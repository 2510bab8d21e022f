using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Tests;

/// <summary>One recorded program: what it is run with and what the official SDK did.</summary>
internal sealed class Scenario
{
    private readonly string _folder;
    private readonly JsonObject _description;

    public Scenario(string name)
    {
        Name = name;
        _folder = Path.Combine(ConformanceKit.Folder!, "sdk-traffic", name);
        _description = ConformanceKit.ReadJson(Path.Combine(_folder, "scenario.json"));
    }

    public string Name { get; }

    public string Source => File.ReadAllText(Path.Combine(_folder, "Program.cs"));

    public string Project => (string)_description["project"]!;

    public string Stack => (string)_description["stack"]!;

    public IEnumerable<string> Variants
        => _description["variants"] is JsonArray variants ? variants.Select(v => (string)v!) : ["update"];

    public JsonObject Answers => _description["answers"] as JsonObject ?? [];

    public IReadOnlySet<string> DisabledFeatures
        => (_description["disabledFeatures"] as JsonArray ?? []).Select(f => (string)f!).ToHashSet();

    public IEnumerable<KeyValuePair<string, string>> Files => Texts("files");

    public bool StdoutUnordered => (bool?)_description["stdoutUnordered"] ?? false;

    public JsonObject Recording(string variant) => Read("requests", variant);

    public JsonObject Exit(string variant) => Read("exit", variant);

    public Dictionary<string, string> Environment(string variant)
    {
        var result = new Dictionary<string, string>(Texts("environment"))
        {
            ["PULUMI_PROJECT"] = Project,
            ["PULUMI_STACK"] = Stack,
            ["PULUMI_DRY_RUN"] = variant.StartsWith("preview", StringComparison.Ordinal) ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = "4",
            ["PULUMI_CONFIG"] = (_description["config"] ?? new JsonObject()).ToJsonString(),
            ["PULUMI_CONFIG_SECRET_KEYS"] = (_description["secretKeys"] ?? new JsonArray()).ToJsonString(),
        };
        if ((string?)_description["organization"] is { } organization)
        {
            result["PULUMI_ORGANIZATION"] = organization;
        }

        return result;
    }

    private JsonObject Read(string kind, string variant)
    {
        var own = Path.Combine(_folder, $"{kind}.{variant}.json");
        return ConformanceKit.ReadJson(File.Exists(own) ? own : Path.Combine(_folder, kind + ".json"));
    }

    private Dictionary<string, string> Texts(string field)
        => _description[field]?.Deserialize<Dictionary<string, string>>() ?? [];
}
