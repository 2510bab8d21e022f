using HaIac.Engine.Events;
using HaIac.Engine.Rendering;

namespace HaIac.Engine.Tests.Rendering;

/// <summary>What a command with given arguments prints of one operation.</summary>
internal static class RenderedOperation
{
    /// <summary>The lines.</summary>
    /// <param name="arguments">Verb and flags as the user typed them.</param>
    /// <param name="operation">Project, stack and kind; the flags are added here.</param>
    /// <param name="events">What happened.</param>
    public static List<string> Lines(List<string> arguments, DisplayOptions operation, IEnumerable<EngineEvent> events)
    {
        var options = operation with
        {
            ShowConfig = arguments.Contains("--show-config"),
            ShowSames = arguments.Contains("--show-sames"),
            ShowReads = arguments.Contains("--show-reads"),
            ShowSecrets = arguments.Contains("--show-secrets"),
            ShowReplacementSteps = arguments.Contains("--show-replacement-steps"),
            ShowFullOutput = arguments.Contains("--show-full-output"),
            SuppressOutputs = arguments.Contains("--suppress-outputs"),
            Urns = arguments.Contains("--urns"),
            Debug = arguments.Contains("--debug"),
            RunsProgram = arguments.Contains("--run-program"),
        };
        var printed = Printed.By(
            arguments.Contains("--diff") ? new DiffView(options) : new ProgressView(options),
            [.. events.Select(happened => (0.0, happened))]);
        return [.. printed.Text.Split('\n')];
    }
}
