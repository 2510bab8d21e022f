using System.Text.Json.Nodes;
using HaIac.Cib.Findings;
using HaIac.Cli.Printing;

namespace HaIac.Cli.Cibs.Verifying;

/// <summary>A verdict for programs.</summary>
internal static class VerdictJson
{
    /// <summary>The document.</summary>
    /// <param name="name">Where the CIB is from.</param>
    /// <param name="verdict">The verdict.</param>
    public static string Write(string name, Verdict verdict) => new JsonObject
    {
        ["source"] = name,
        ["errors"] = verdict.Errors,
        ["warnings"] = verdict.Warnings,
        ["findings"] = new JsonArray([.. verdict.Findings.Select(Finding)]),
        ["pacemaker"] = new JsonObject
        {
            ["checked"] = verdict.Pacemaker.Checked,
            ["schemaErrors"] = Texts(verdict.Pacemaker.SchemaErrors),
            ["errors"] = Texts(verdict.Pacemaker.Errors),
            ["warnings"] = Texts(verdict.Pacemaker.Warnings),
        },
    }.ToJsonString(JsonStyle.Indented);

    /// <summary>One finding.</summary>
    /// <param name="finding">The finding.</param>
    public static JsonNode Finding(CibFinding finding) => new JsonObject
    {
        ["code"] = finding.Code,
        ["severity"] = finding.Severity == FindingSeverity.Error ? "error" : "warning",
        ["summary"] = finding.Summary,
        ["what"] = finding.What,
        ["where"] = finding.Where,
        ["why"] = finding.Why,
        ["mend"] = finding.Mend,
        ["object"] = finding.Subject?.Value,
        ["attribute"] = finding.Attribute,
        ["related"] = Texts(finding.Related.Select(id => id.Value)),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
