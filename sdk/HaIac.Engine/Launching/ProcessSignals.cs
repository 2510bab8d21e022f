using System.Runtime.InteropServices;

namespace HaIac.Engine.Launching;

/// <summary>Sends signals to process groups; the framework itself can only kill.</summary>
internal static class ProcessSignals
{
    private const int Interrupt = 2;
    private const int Kill = 9;
    private const int Terminate = 15;

    /// <summary>Asks a process, and its group when it leads one, to end.</summary>
    public static void SendInterrupt(int processId, bool leadsGroup) => Send(processId, leadsGroup, Interrupt);

    /// <summary>Asks a process that did not heed the interrupt: it is inherited as ignored from shells' background jobs.</summary>
    public static void SendTerminate(int processId, bool leadsGroup) => Send(processId, leadsGroup, Terminate);

    /// <summary>Ends a process, and its group when it leads one.</summary>
    public static void SendKill(int processId, bool leadsGroup) => Send(processId, leadsGroup, Kill);

    private static void Send(int processId, bool leadsGroup, int signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // A group that is gone answers with an error; that is what was wanted, so it is not looked at.
        _ = SendSignal(leadsGroup ? -processId : processId, signal);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);
}
