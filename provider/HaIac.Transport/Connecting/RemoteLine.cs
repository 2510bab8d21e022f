using System.Globalization;
using HaIac.Transport.Running;

namespace HaIac.Transport.Connecting;

/// <summary>The line that a login shell on a node gets for a command.</summary>
internal static class RemoteLine
{
    // The tools live in sbin, and their messages are compared. The time limit is kept on the node too: a command whose connection is gone
    // would otherwise go on forever there. The script is constant; limit, program and arguments reach it as positional parameters.
    private const string Script =
        "PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin; LC_ALL=C.UTF-8; export PATH LC_ALL; limit=$1; shift; exec timeout -k 5 \"$limit\" \"$@\"";

    /// <summary>The line for a command.</summary>
    public static string Of(Command command)
    {
        var environment = command.Environment.Count == 0
            ? []
            : command.Environment.Select(pair => $"{pair.Key}={pair.Value}").Prepend("env");
        var limit = Math.Max(1, Math.Ceiling(command.Timeout.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return PosixQuoting.Line(["sh", "-c", Script, "haiac", limit, .. environment, command.Program, .. command.Arguments]);
    }
}
