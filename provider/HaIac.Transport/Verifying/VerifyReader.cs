using System.Text.RegularExpressions;
using HaIac.Cib.Values;
using HaIac.Transport.Running;

namespace HaIac.Transport.Verifying;

/// <summary>Sorts what <c>crm_verify --verbose --verbose</c> writes to standard error.</summary>
internal static partial class VerifyReader
{
    /// <summary>Reads an answer with exit status 0 or 78.</summary>
    public static VerifyReport Read(CommandResult result)
    {
        var schema = new List<string>();
        var errors = new List<string>();
        var warnings = new List<string>();
        foreach (var line in result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Sort(line, schema, errors, warnings);
        }

        // Warnings alone end with the code of a refusal too, but the cluster takes such a configuration.
        var onlyWarned = result.Errors.Contains("Warnings found during check", StringComparison.Ordinal);
        if (result.ExitCode != 0 && schema.Count == 0 && errors.Count == 0 && !onlyWarned)
        {
            schema.Add("Pacemaker refuses the configuration without giving a reason.");
        }

        return new VerifyReport
        {
            SchemaErrors = schema.Distinct().ToValueList(),
            Errors = errors.Distinct().ToValueList(),
            Warnings = warnings.Distinct().ToValueList(),
        };
    }

    private static void Sort(string line, List<string> schema, List<string> errors, List<string> warnings)
    {
        if (SchemaLine().Match(line) is { Success: true } refused)
        {
            schema.Add(refused.Groups["text"].Value);
        }
        else if (LogLine().Match(line) is { Success: true } logged)
        {
            var text = logged.Groups["text"].Value;
            if (text.Contains("did not pass schema validation", StringComparison.Ordinal))
            {
                // Said by the lines before it. Kept only if there are none, so that a refusal is never silent.
                if (schema.Count == 0)
                {
                    schema.Add(text);
                }
            }
            else if (!text.StartsWith("Partial", StringComparison.Ordinal))
            {
                (logged.Groups["level"].Value is "error" or "crit" ? errors : warnings).Add(text);
            }
        }
    }

    // "unknown.xml:27: element rsc_colocation: validity error : IDREF attribute rsc references an unknown ID "nope""
    // "Entity: line 14: element primitive: Relax-NG validity error : Invalid attribute foo for element primitive"
    // The line counts in a text that nobody sees, so it is left out.
    [GeneratedRegex("^.*?(?<text>element [^:]+: (Relax-NG )?validity error : .*)$")]
    private static partial Regex SchemaLine();

    // "(unpack_resources) 	error: Resource start-up disabled since no STONITH resources have been defined"
    [GeneratedRegex(@"^(\([^)]*\)\s*)?(?<level>crit|error|warning):\s*(?<text>.*)$")]
    private static partial Regex LogLine();
}
