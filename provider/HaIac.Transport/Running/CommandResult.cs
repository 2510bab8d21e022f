using HaIac.Cib.Values;

namespace HaIac.Transport.Running;

/// <summary>How a command ended.</summary>
public sealed record CommandResult
{
    /// <summary>Its exit status; 128 and the signal's number if a signal ended it.</summary>
    public required int ExitCode { get; init; }

    /// <summary>What it wrote to standard output.</summary>
    public string Output { get; init; } = "";

    /// <summary>What it wrote to standard error.</summary>
    public string Errors { get; init; } = "";

    /// <summary>The host it ran on; null: this one.</summary>
    public string? Node { get; init; }

    /// <summary>The first lines of standard error that hold anything.</summary>
    /// <param name="count">How many lines at most.</param>
    /// <returns>The lines, trimmed.</returns>
    public ValueList<string> FirstErrorLines(int count = 10) =>
        Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(count).ToValueList();
}
