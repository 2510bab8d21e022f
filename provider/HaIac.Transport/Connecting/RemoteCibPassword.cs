using HaIac.Transport.Addressing;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Connecting;

/// <summary>Where the password of remote CIB access comes from: a file that only its owner may read, or the variable that Pacemaker's tools use.</summary>
internal static class RemoteCibPassword
{
    /// <summary>The variable of Pacemaker's tools.</summary>
    public const string Variable = "CIB_passwd";

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>The password for an address.</summary>
    /// <exception cref="TransportException">HAI4013: there is none, or its file cannot be used.</exception>
    public static string Of(RemoteCibAddress address)
    {
        if (address.PasswordFile is not { } file)
        {
            return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } password
                ? password
                : throw Missing(address, "No password is given.", $"Neither the address names a file (passwordFile=FILE) nor the environment holds {Variable}.");
        }

        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0)
            {
                throw Missing(address, $"The password file {file} can be read by others.", "Whoever reads it may change the cluster.", $"Take the rights away: chmod 600 {file}.");
            }

            return File.ReadAllText(file).TrimEnd('\r', '\n') is { Length: > 0 } read ? read : throw Missing(address, $"The password file {file} is empty.", "Its first line is the password.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Missing(address, $"The password file {file} cannot be read.", fault.Message);
        }
    }

    private static TransportException Missing(RemoteCibAddress address, string what, string why, string? mend = null) =>
        new(
            TransportFailure.RemoteLogin,
            what,
            $"cluster {address.Text}",
            why,
            mend ?? $"Put the password of {address.User} into a file of mode 600 and name it in the address (passwordFile=FILE), or into the environment variable {Variable}.");
}
