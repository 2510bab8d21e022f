namespace HaIac.Transport.Connecting;

/// <summary>Reads what ssh says when it fails.</summary>
internal static class SshReasons
{
    private static readonly string[] HostKeyWords =
        ["Host key verification failed", "REMOTE HOST IDENTIFICATION HAS CHANGED", "host key is known for", "Host key for"];

    private static readonly string[] LoginWords =
        ["Permission denied", "Too many authentication failures", "no matching host key type", "Load key"];

    private static readonly string[] UnreachableWords =
    [
        "Could not resolve hostname", "Connection refused", "Connection timed out", "Operation timed out", "No route to host",
        "Network is unreachable", "kex_exchange_identification", "banner exchange", "connect to host", "Name or service not known",
    ];

    /// <summary>The reason.</summary>
    /// <param name="said">What ssh wrote to its standard error or log.</param>
    public static SshReason In(string said) =>
        Says(said, HostKeyWords) ? SshReason.HostKey
        : Says(said, LoginWords) ? SshReason.Login
        : Says(said, UnreachableWords) ? SshReason.Unreachable
        : SshReason.Unknown;

    private static bool Says(string text, string[] words) => words.Any(w => text.Contains(w, StringComparison.Ordinal));
}
