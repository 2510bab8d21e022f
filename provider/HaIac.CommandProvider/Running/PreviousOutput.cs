using HaIac.CommandProvider.Serving;

namespace HaIac.CommandProvider.Running;

/// <summary>The environment of a run: its own variables, and what the last run printed.</summary>
internal static class PreviousOutput
{
    public const string Stdout = "PULUMI_COMMAND_STDOUT";
    public const string Stderr = "PULUMI_COMMAND_STDERR";

    /// <summary>The variables.</summary>
    /// <remarks>Output that is longer than a variable may be is left out with a warning: without it most commands still do their work.</remarks>
    public static Dictionary<string, string> Variables(CommandRun run, CommandLog log)
    {
        var variables = run.Inputs.TextMap("environment").ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        if (run.Previous is { } last && run.Inputs.Flag("addPreviousOutputInEnv") != false)
        {
            Add(Stdout, last.Stdout);
            Add(Stderr, last.Stderr);
        }

        return variables;

        void Add(string name, string text)
        {
            if (CommandFailures.Length(name, text) > CommandRun.LongestText || text.Contains('\0', StringComparison.Ordinal))
            {
                log.Warn($"{name} is not set: what the last run printed does not fit into an environment variable.");
            }
            else if (text.Length > 0)
            {
                variables[name] = text;
            }
        }
    }
}
