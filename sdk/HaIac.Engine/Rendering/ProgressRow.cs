using HaIac.Engine.Events;

namespace HaIac.Engine.Rendering;

/// <summary>What the progress view knows of one resource (display rule 8).</summary>
internal sealed class ProgressRow
{
    /// <summary>A row that begins with a step.</summary>
    /// <param name="step">The step.</param>
    public ProgressRow(StepMetadata step) => Step = step;

    /// <summary>The last step.</summary>
    public StepMetadata Step { get; set; }

    /// <summary>The steps that have ended, by op.</summary>
    public Dictionary<StepOp, StepMetadata> Finished { get; } = [];

    /// <summary>When the last step began; null if not known.</summary>
    public DateTimeOffset? Start { get; set; }

    /// <summary>When the last step ended; null while it runs.</summary>
    public DateTimeOffset? End { get; set; }

    /// <summary>True after a failure.</summary>
    public bool Failed { get; set; }

    /// <summary>True once there was something to show.</summary>
    public bool Visible { get; set; }

    /// <summary>First line of the newest message, with its prefix; null if there was none.</summary>
    public string? LastMessage { get; set; }

    /// <summary>Messages for the Diagnostics block.</summary>
    public List<DiagnosticEvent> Messages { get; } = [];

    /// <summary>True if a step failed or an error was told.</summary>
    public bool HasError => Failed || Count(DiagnosticSeverity.Error) > 0;

    /// <summary>How many messages of a severity there were.</summary>
    /// <param name="severity">The severity.</param>
    public int Count(params ReadOnlySpan<DiagnosticSeverity> severity)
    {
        var count = 0;
        foreach (var message in Messages)
            count += severity.Contains(message.Severity) ? 1 : 0;
        return count;
    }
}
