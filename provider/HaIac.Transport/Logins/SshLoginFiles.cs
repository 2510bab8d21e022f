using HaIac.Transport.Connecting;

namespace HaIac.Transport.Logins;

/// <summary>
/// The files of one login, readable by this user only and removed with it: configuration, host keys, the script that answers ssh. Private keys are in
/// memory (<c>/dev/shm</c>) where the host has such a place. What a killed process left behind is removed by the next one.
/// </summary>
internal sealed class SshLoginFiles : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly SshWorkplace place;
    private readonly SshWorkplace? keys;

    private SshLoginFiles(SshWorkplace place, SshWorkplace? keys)
    {
        this.place = place;
        this.keys = keys;
    }

    /// <summary>The configuration file.</summary>
    public string Config => In("config");

    /// <summary>The script that answers ssh.</summary>
    public string AskScript => In("ask");

    /// <summary>Made by ssh as soon as it is logged in.</summary>
    public string Connected => In("connected");

    /// <summary>Writes the files.</summary>
    public static SshLoginFiles Write(SshLogin login)
    {
        var hasKeys = login.Target.PrivateKey is not null || login.Proxy?.PrivateKey is not null;
        var files = new SshLoginFiles(SshWorkplace.Make(), hasKeys ? KeyPlace() : null);
        try
        {
            files.Write(SshLoginConfig.Target, login.Target);
            if (login.Proxy is { } proxy)
            {
                files.Write(SshLoginConfig.Proxy, proxy);
            }

            Write(files.AskScript, SshAskPass.Script, Mine | UnixFileMode.UserExecute);
            Write(files.Config, new SshLoginConfig(login, files).Text(), Mine);
            return files;
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>The private key for a host.</summary>
    public string KeyOf(string name) => Path.Combine((keys ?? place).Directory, name + ".key");

    /// <summary>The known host key of a host.</summary>
    public string KnownOf(string name) => In(name + ".known");

    /// <summary>What ssh itself says on the way to a host.</summary>
    public string LogOf(string name) => In(name + ".log");

    /// <summary>Forgets what the last attempt left.</summary>
    public void Clear()
    {
        File.Delete(Connected);
        File.Delete(LogOf(SshLoginConfig.Target));
        File.Delete(LogOf(SshLoginConfig.Proxy));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        keys?.Dispose();
        place.Dispose();
    }

    private void Write(string name, SshHop hop)
    {
        if (hop.PrivateKey is { } key)
        {
            // ssh takes a key only with line ends of its own kind, and with one at the end.
            Write(KeyOf(name), key.ReplaceLineEndings("\n").TrimEnd('\n') + "\n", Mine);
        }

        if (hop.HostKey is { } known)
        {
            Write(KnownOf(name), $"{name} {known.Trim()}\n", Mine);
        }
    }

    private static void Write(string path, string text, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }

    private static SshWorkplace KeyPlace()
    {
        try
        {
            return SshWorkplace.MakeIn("/dev/shm");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The host has no such place, or not for this user.
            return SshWorkplace.Make();
        }
    }

    private string In(string name) => Path.Combine(place.Directory, name);
}
