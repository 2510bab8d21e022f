namespace HaIac.Transport.Running;

/// <summary>Finds programs in the directories of the search path.</summary>
/// <param name="directories">The directories, in order.</param>
internal sealed class ProgramFinder(IReadOnlyList<string> directories)
{
    // Pacemaker's tools live where an ordinary user's search path does not lead.
    private static readonly string[] AdministratorDirectories = ["/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/bin", "/bin"];

    /// <summary>The search path of this process, and the administrator's directories after it.</summary>
    public static ProgramFinder OfThisHost()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return new ProgramFinder([.. path.Split(':', StringSplitOptions.RemoveEmptyEntries), .. AdministratorDirectories]);
    }

    /// <summary>The directories as programs expect them in their environment.</summary>
    public string SearchPath { get; } = string.Join(':', directories.Distinct());

    /// <summary>Full path of a program, or null if it is nowhere.</summary>
    public string? Find(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal))
        {
            return IsProgram(program) ? program : null;
        }

        return directories.Select(d => Path.Combine(d, program)).FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
