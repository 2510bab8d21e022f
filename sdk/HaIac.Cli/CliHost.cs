using HaIac.Engine.State;

namespace HaIac.Cli;

/// <summary>What a command has of the world around it; tests give their own.</summary>
public sealed record CliHost
{
    /// <summary>Standard output.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard input.</summary>
    public required TextReader In { get; init; }

    /// <summary>True if a person sits at the terminal, so that questions can be asked.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>True if standard output goes to a terminal, so that colours can be seen.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Value of an environment variable; null if it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Current folder.</summary>
    public required string Directory { get; init; }

    /// <summary>Tells the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Ctrl-C, once and twice.</summary>
    public required IInterrupts Interrupts { get; init; }

    /// <summary>Home folder of the user.</summary>
    public string Home => Environment("HOME") is { Length: > 0 } home ? home : System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile);

    /// <summary>Folder for selections and plugins: <c>PULUMI_HOME</c>, else <c>.pulumi</c> in the home folder.</summary>
    public string PulumiHome => Environment("PULUMI_HOME") is { Length: > 0 } set ? set : Path.Combine(Home, ".pulumi");

    /// <summary>The process as it was started.</summary>
    /// <param name="interrupts">Ctrl-C of the process.</param>
    public static CliHost FromProcess(IInterrupts interrupts) => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        In = Console.In,
        IsTerminal = !Console.IsInputRedirected && !Console.IsOutputRedirected,
        OutputIsTerminal = !Console.IsOutputRedirected,
        Environment = System.Environment.GetEnvironmentVariable,
        Directory = System.Environment.CurrentDirectory,
        Interrupts = interrupts,
    };

    /// <summary>A text that is true as environment variables spell it.</summary>
    /// <param name="name">Name of the variable.</param>
    internal bool IsSet(string name) => Environment(name) is "1" or "true" or "TRUE" or "True";

    /// <summary>Fails with a message if there is nobody to ask.</summary>
    /// <param name="what">What would be asked.</param>
    /// <param name="mend">How to go without.</param>
    /// <param name="exitCode">Exit code of the command.</param>
    internal static StateException NobodyToAsk(string what, string mend, int exitCode) =>
        new("HAI1240", "Nobody to ask", what, null, "There is no terminal, or --non-interactive was given.", mend) { ExitCode = exitCode };
}
