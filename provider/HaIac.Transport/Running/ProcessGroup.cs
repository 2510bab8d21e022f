using System.Runtime.InteropServices;

namespace HaIac.Transport.Running;

/// <summary>Ends a process together with its children.</summary>
internal static partial class ProcessGroup
{
    private const int SigKill = 9;

    /// <summary>Kills the group that the process leads.</summary>
    /// <param name="leader">Id of the process; it was started in a session of its own and so leads a group with the same id.</param>
    public static void Kill(int leader)
    {
        // Between fork and setsid the group does not exist yet, hence the second call for the process alone.
        _ = NativeKill(-leader, SigKill);
        _ = NativeKill(leader, SigKill);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int NativeKill(int processOrGroup, int signal);
}
