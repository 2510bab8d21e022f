namespace HaIac.Transport.Logins;

/// <summary>
/// How ssh gets passwords and passphrases: it runs a program with its question, and that one prints the answer. Ours is a script that holds no
/// secret; the secrets are in the environment of ssh, which only the same user can read.
/// </summary>
/// <remarks>Source: ssh(1), SSH_ASKPASS and SSH_ASKPASS_REQUIRE.</remarks>
internal static class SshAskPass
{
    /// <summary>Names the host that is logged in to.</summary>
    public const string Hop = "HAIAC_SSH_HOP";

    private const string Password = "HAIAC_SSH_PASSWORD";
    private const string Passphrase = "HAIAC_SSH_PASSPHRASE";
    private const string ProxyPassword = "HAIAC_SSH_PROXY_PASSWORD";
    private const string ProxyPassphrase = "HAIAC_SSH_PROXY_PASSPHRASE";

    // ssh asks so for the passphrase of a key. What a server asks stands behind its name: no server gets a passphrase, whatever it calls what it wants.
    private const string OwnQuestion = "Enter passphrase for ";

    /// <summary>The script.</summary>
    public const string Script =
        $$"""
        #!/bin/sh
        case "${{Hop}} $1" in
        "{{SshLoginConfig.Proxy}} {{OwnQuestion}}"*) printf '%s\n' "${{ProxyPassphrase}}" ;;
        "{{SshLoginConfig.Proxy}} "*) printf '%s\n' "${{ProxyPassword}}" ;;
        "{{SshLoginConfig.Target}} {{OwnQuestion}}"*) printf '%s\n' "${{Passphrase}}" ;;
        *) printf '%s\n' "${{Password}}" ;;
        esac

        """;

    /// <summary>The environment of ssh.</summary>
    /// <param name="login">The secrets.</param>
    /// <param name="script">Path of the script.</param>
    public static IReadOnlyDictionary<string, string?> Environment(SshLogin login, string script)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["SSH_ASKPASS"] = script,
            ["SSH_ASKPASS_REQUIRE"] = "force",
            // Clients before 8.4 ask the program only where they believe in a display.
            ["DISPLAY"] = System.Environment.GetEnvironmentVariable("DISPLAY") ?? ":0",
            ["LC_ALL"] = "C.UTF-8",
            // ssh runs LocalCommand and ProxyCommand in this shell; that of a service's user may refuse everything.
            ["SHELL"] = "/bin/sh",
            [Hop] = SshLoginConfig.Target,
            [Password] = login.Target.Password,
            [Passphrase] = login.Target.Passphrase,
            [ProxyPassword] = login.Proxy?.Password,
            [ProxyPassphrase] = login.Proxy?.Passphrase,
        };
        return environment;
    }
}
