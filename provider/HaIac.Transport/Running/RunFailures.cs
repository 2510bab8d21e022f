using System.Globalization;
using HaIac.Cib.Values;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Running;

/// <summary>What can go wrong with running a program, as findings.</summary>
internal static class RunFailures
{
    public static TransportException ToolMissing(Command command, string? node)
    {
        var tool = command.Tool ?? command.Program;
        var package = DebianPackages.Of(tool);
        return new TransportException(
            TransportFailure.ToolMissing,
            $"Program {tool} is needed, but {Host(node)} does not have it.",
            Where(command, node),
            "It is neither in the search path nor in /usr/sbin.",
            package is null ? $"Install {tool} there." : $"Install it there; on Debian: apt-get install {package}")
        {
            Command = command.ToString(),
            Node = node,
        };
    }

    public static TransportException CannotStart(Command command, Exception fault) =>
        new(
            TransportFailure.CommandFailed,
            $"Program {command.Program} could not be started.",
            Where(command, null),
            fault.Message,
            "Check that the program may be executed by this user and that memory and processes are left.",
            fault)
        {
            Command = command.ToString(),
        };

    public static TransportException TimedOut(Command command, string? node, string errors) =>
        new(
            TransportFailure.TimedOut,
            $"{command} was ended after {Seconds(command.Timeout)} without an answer.",
            Where(command, node),
            FirstLine(errors) ?? "The host or its CIB manager is overloaded, or a network path drops packets.",
            "Look at the load of the host and at its Pacemaker log, then run again: nothing is half applied.")
        {
            Command = command.ToString(),
            Node = node,
            ErrorLines = Lines(errors),
            OutcomeUnknown = command.ChangesCluster,
        };

    public static TransportException TooMuchOutput(Command command, string? node) =>
        new(
            TransportFailure.TooMuchOutput,
            $"{command} wrote more than {(command.OutputLimit / 1048576.0).ToString("0.##", CultureInfo.InvariantCulture)} MiB.",
            Where(command, node),
            "No cluster configuration is that large; probably something else than the tool answers.",
            "Run the command by hand and look at what it prints.")
        {
            Command = command.ToString(),
            Node = node,
            OutcomeUnknown = command.ChangesCluster,
        };

    /// <summary>Where a command ran, for the second line of a finding.</summary>
    public static string Where(Command command, string? node) => $"{Host(node)}, command: {command}";

    /// <summary>The host for the eye.</summary>
    public static string Host(string? node) => node is null ? "this host" : $"host {node}";

    /// <summary>The lines of standard error that a finding carries.</summary>
    public static ValueList<string> Lines(string errors) => new CommandResult { ExitCode = 0, Errors = errors }.FirstErrorLines();

    private static string? FirstLine(string errors) => Lines(errors) is { Count: > 0 } lines ? lines[0] : null;

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s";
}
