using HaIac.CommandProvider.Checking;

namespace HaIac.CommandProvider.Running;

/// <summary>One command that is to run.</summary>
/// <param name="Command">The command.</param>
/// <param name="Step">Why it runs: create, update, delete or run; for messages.</param>
/// <param name="Inputs">How and where it runs.</param>
/// <param name="Previous">What the last run printed; null: there was none, or it is not wanted.</param>
/// <param name="IsSecret">Whether what it prints is to be kept secret.</param>
internal sealed record CommandRun(string Command, string Step, InputReader Inputs, RunOutcome? Previous, bool IsSecret)
{
    /// <summary>The longest command or variable that Linux takes, with its name and the byte at its end.</summary>
    /// <remarks>Source: execve(2), MAX_ARG_STRLEN.</remarks>
    public const int LongestText = 128 * 1024 - 1;

    /// <summary>The value of <c>logging</c>.</summary>
    public string? Logging => Inputs.Text("logging");

    /// <summary>Whether the command itself is a secret.</summary>
    public bool IsSecretCommand => Inputs.IsSecret(Step == "run" ? "command" : Step);

    /// <summary>Whether it runs on another host, where nothing but its input and output can be taken from it.</summary>
    public bool IsRemote => Inputs.Object("connection") is not null;

    /// <summary>Whether output may be shown: what can hold a secret only where the user asks for it by name.</summary>
    public bool MayShow => !IsSecret || Logging is not null;

    /// <summary>Whether standard output is shown while it runs, and when it fails.</summary>
    public bool ShowsOutput => MayShow && LoggingWords.ShowsOutput(Logging);

    /// <summary>Whether standard error is shown.</summary>
    public bool ShowsErrors => MayShow && LoggingWords.ShowsErrors(Logging);

    /// <summary>The beginning of the command, for messages.</summary>
    public string Title
    {
        get
        {
            if (IsSecretCommand)
            {
                return "[secret]";
            }

            var line = Command.Trim().Split('\n')[0].Trim();
            return line.Length > 120 || line.Length < Command.Trim().Length ? $"{line[..Math.Min(line.Length, 120)]} ..." : line;
        }
    }
}
