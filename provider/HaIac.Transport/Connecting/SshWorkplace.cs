using HaIac.Transport.Addressing;

namespace HaIac.Transport.Connecting;

/// <summary>
/// The private directory of one runner: control sockets, and a configuration file if one is needed. A lock file in it is held as long as the process
/// lives; what a killed process left behind is thus known, and the next runner removes it.
/// </summary>
internal sealed class SshWorkplace : IDisposable
{
    private const string Prefix = "haiac-ssh-";
    private const string LockName = "lock";

    // A directory without a lock file belongs to somebody who is about to make one, or to a version of HaIac that made none.
    private static readonly TimeSpan Young = TimeSpan.FromHours(1);

    private readonly FileStream held;

    private SshWorkplace(string directory)
    {
        Directory = directory;
        held = new FileStream(Path.Combine(directory, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>The directory, readable by this user only.</summary>
    public string Directory { get; }

    /// <summary>Makes a directory in the place for temporary files, and removes those of dead processes.</summary>
    public static SshWorkplace Make() => MakeIn(Path.GetTempPath());

    /// <summary>Makes a directory in a given place, and removes those of dead processes.</summary>
    /// <param name="place">An existing directory.</param>
    public static SshWorkplace MakeIn(string place)
    {
        RemoveDead(place);
        var directory = Path.Combine(place, Prefix + Guid.NewGuid().ToString("n"));
        if (OperatingSystem.IsWindows())
        {
            System.IO.Directory.CreateDirectory(directory);
        }
        else
        {
            System.IO.Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new SshWorkplace(directory);
    }

    /// <summary>Path of the control socket for the host with that index in the address.</summary>
    public string Socket(int host) => Path.Combine(Directory, $"{host}");

    /// <summary>The configuration file that ssh is to read; null: the user's and the system's.</summary>
    public string? ConfigFor(SshAddress address)
    {
        if (address.Jumps.Count == 0 && address.ConfigFile is null)
        {
            return null;
        }

        // What is given as arguments holds for the last host only. The way there is opened by another ssh, which reads the same file, and gets the path
        // of it through a shell unquoted. So even a file of the user is named in one whose path is harmless.
        var file = Path.Combine(Directory, "config");
        if (!File.Exists(file))
        {
            File.WriteAllText(file, SshOptions.ConfigText(address));
        }

        return file;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        held.Dispose();
        Delete(Directory);
    }

    /// <summary>Removes the directories of this user's processes that are no more.</summary>
    internal static void RemoveDead(string place)
    {
        foreach (var directory in System.IO.Directory.EnumerateDirectories(place, Prefix + "*"))
        {
            try
            {
                if (IsDead(directory))
                {
                    Delete(directory);
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // It lives, is another user's, or somebody else removes it just now.
            }
        }
    }

    private static bool IsDead(string directory)
    {
        var file = Path.Combine(directory, LockName);
        if (!File.Exists(file))
        {
            // The machine's clock against a time stamp of the machine: no clock of a test has a say here.
            return TimeProvider.System.GetUtcNow() - System.IO.Directory.GetLastWriteTimeUtc(directory) > Young;
        }

        using var free = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        return true;
    }

    private static void Delete(string directory)
    {
        if (System.IO.Directory.Exists(directory))
        {
            System.IO.Directory.Delete(directory, recursive: true);
        }
    }
}
