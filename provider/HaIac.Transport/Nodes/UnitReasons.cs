using System.Globalization;
using HaIac.Transport.Nodes.Asking;

namespace HaIac.Transport.Nodes;

/// <summary>Says in words how a unit ended.</summary>
/// <remarks>Source: systemd.service(5), "$SERVICE_RESULT"; systemd.exec(5), "Process Exit Codes"; Linux Standard Base, init script actions.</remarks>
internal static class UnitReasons
{
    private static readonly Dictionary<string, string> Results = new(StringComparer.Ordinal)
    {
        ["exit-code"] = "its main process ended with a status other than 0",
        ["signal"] = "its main process was ended by a signal",
        ["core-dump"] = "its main process crashed",
        ["timeout"] = "it took longer than its own time limit (TimeoutStartSec, TimeoutStopSec)",
        ["watchdog"] = "it did not answer its watchdog",
        ["start-limit-hit"] = "it was started too often in a short time (systemctl reset-failed clears that)",
        ["resources"] = "systemd could not get what it needs to run it (files, memory, users)",
        ["protocol"] = "it did not behave as its Type= says, for example it wrote no pid file",
        ["oom-kill"] = "the kernel ended it because memory ran out",
        ["exec-condition"] = "its ExecCondition= was not met",
    };

    private static readonly Dictionary<int, string> Statuses = new()
    {
        [1] = "general error",
        [2] = "wrong or too many arguments",
        [3] = "unimplemented feature",
        [4] = "insufficient privileges",
        [5] = "program is not installed",
        [6] = "program is not configured",
        [7] = "program is not running",
        [126] = "not executable",
        [127] = "command not found",
        [200] = "CHDIR: its working directory cannot be entered",
        [203] = "EXEC: its program cannot be run; it is missing, or not executable",
        [208] = "STDIN: its standard input cannot be set up",
        [209] = "STDOUT: its standard output cannot be set up",
        [214] = "SETSCHEDULER: its scheduling cannot be set up",
        [216] = "GROUP: its group does not exist",
        [217] = "USER: its user does not exist",
        [219] = "CGROUP: its control group cannot be set up",
        [226] = "NAMESPACE: a folder that its sandbox names does not exist, or cannot be used",
        [238] = "STATE_DIRECTORY: its state folder cannot be made",
        [240] = "LOGS_DIRECTORY: its log folder cannot be made",
        [241] = "CONFIGURATION_DIRECTORY: its configuration folder cannot be made",
    };

    private static readonly Dictionary<int, string> Signals = new()
    {
        [1] = "HUP", [2] = "INT", [3] = "QUIT", [4] = "ILL", [6] = "ABRT", [7] = "BUS", [8] = "FPE", [9] = "KILL", [11] = "SEGV", [13] = "PIPE", [14] = "ALRM", [15] = "TERM",
    };

    /// <summary>How the unit ended, one line; null if its init system does not tell.</summary>
    public static string? Of(UnitFacts unit)
    {
        if (unit.IsConditionUnmet)
        {
            return "A condition in its file (Condition…=) is not met, so systemd did not start it.";
        }

        var result = unit["Result"];
        if (result is "" or "success")
        {
            return unit["LoadState"] is "loaded" or "masked" or "" ? null : $"systemd cannot load its file (LoadState={unit["LoadState"]}).";
        }

        var words = Results.GetValueOrDefault(result, "systemd gives no more than that word");
        return $"systemd says Result={result}: {words}{Status(unit)}.";
    }

    // ExecMainCode is that of waitid(2): 1 exited, 2 killed, 3 dumped.
    private static string Status(UnitFacts unit)
    {
        if (!int.TryParse(unit["ExecMainStatus"], CultureInfo.InvariantCulture, out var status) || status == 0)
        {
            return "";
        }

        return unit["ExecMainCode"] switch
        {
            "1" => $"; the status was {status}{(Statuses.GetValueOrDefault(status) is { } meaning ? $" ({meaning})" : "")}",
            "2" or "3" => $"; the signal was {status}{(Signals.GetValueOrDefault(status) is { } name ? $" ({name})" : "")}",
            _ => "",
        };
    }
}
