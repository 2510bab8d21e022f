using System.Globalization;
using System.Text;
using HaIac.CommandProvider.Findings;

namespace HaIac.CommandProvider.Running;

/// <summary>What can go wrong with a command, as findings.</summary>
internal static class CommandFailures
{
    private const int ShownLines = 10;
    private const int ShownLength = 2000;

    public static Finding Failed(CommandRun run, CallContext call, string where, int exitCode, string output, string errors) => new(
        FindingCode.CommandFailed,
        $"The command for {run.Step} ended with exit status {Text(exitCode)}: {run.Title}",
        $"{call.Subject}, {where}",
        $"{Meaning(exitCode)}{Shown(run, output, errors)}",
        Mend(exitCode));

    public static Finding TimedOut(CommandRun run, CallContext call, string where, string output, string errors) => new(
        FindingCode.TimedOut,
        $"The command for {run.Step} was ended after {Text(call.Timeout.TotalSeconds)} s: {run.Title}",
        $"{call.Subject}, {where}",
        $"It did not end within the time limit of the resource (customTimeouts).{Shown(run, output, errors)}",
        $"Find out what it waits for, or give it more time with customTimeouts. {(run.IsRemote ? "It may still be running on the host." : "What it started has been ended with it.")}");

    public static Finding TooMuchOutput(CommandRun run, CallContext call, string where) => new(
        FindingCode.TooMuchOutput,
        $"The command for {run.Step} was ended because it printed more than {OutputCapture.Limit / 1024 / 1024} MiB: {run.Title}",
        $"{call.Subject}, {where}",
        "What a command prints becomes part of the state of the stack.",
        "Let it write into a file (assetPaths keeps files), or filter what it prints.");

    public static Finding TooLong(CallContext call, string what, string mend) => new(
        FindingCode.TooLong,
        $"{what} is longer than {CommandRun.LongestText} bytes.",
        call.Subject,
        "The system starts no program with a longer argument or variable.",
        mend);

    /// <summary>Bytes that a variable takes.</summary>
    public static int Length(string name, string value) => Encoding.UTF8.GetByteCount(name) + 1 + Encoding.UTF8.GetByteCount(value);

    private static string Meaning(int exitCode) => exitCode switch
    {
        126 => "Exit status 126 means that what was found may not be executed.",
        127 => "Exit status 127 means that the shell found no program of that name.",
        > 128 and < 160 => $"Signal {Text(exitCode - 128)} ended it{(exitCode == 137 ? ", for example because memory ran out" : "")}.",
        _ => "A command fails when its exit status is not 0.",
    };

    private static string Mend(int exitCode) => exitCode switch
    {
        126 => "Make it executable (chmod +x), or run it through its interpreter.",
        127 => "Correct the name, install the program, or give its full path; PATH can be set in environment.",
        _ => "Run the command by hand in the same place, and correct it or what it reports.",
    };

    // Only what would have been shown while it ran may be shown now, and nothing of it if it is to be secret.
    private static string Shown(CommandRun run, string output, string errors)
    {
        if (!run.MayShow || run.Logging == "none")
        {
            return $" Its output is not shown, because {(run.MayShow ? "logging is none" : "an input is a secret and logging is not set")}.";
        }

        var (name, text) = run.ShowsErrors && !string.IsNullOrWhiteSpace(errors) ? ("standard error", errors)
            : run.ShowsOutput && !string.IsNullOrWhiteSpace(output) ? ("standard output", output)
            : ("", "");
        if (name.Length == 0)
        {
            return " It printed nothing that is shown.";
        }

        var lines = text.TrimEnd().Split('\n');
        var last = string.Join('\n', lines.TakeLast(ShownLines));
        var isCut = lines.Length > ShownLines || last.Length > ShownLength;
        return $"\n{(isCut ? $"The end of its {name}" : $"Its {name}")}:\n{last[Math.Max(0, last.Length - ShownLength)..]}";
    }

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
