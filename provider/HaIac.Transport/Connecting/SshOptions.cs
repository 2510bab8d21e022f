using System.Globalization;
using HaIac.Transport.Addressing;

namespace HaIac.Transport.Connecting;

/// <summary>The arguments of the OpenSSH client for one host of an address.</summary>
/// <remarks>Source: ssh_config(5). What the user's own ssh configuration says (jump hosts, aliases, agents) stays in force.</remarks>
/// <param name="address">User, key and limits.</param>
/// <param name="host">The host.</param>
/// <param name="socket">Path of the control socket of the shared connection.</param>
internal sealed class SshOptions(SshAddress address, SshHost host, string socket)
{
    // A node that loses its power answers nothing any more; this is how it is noticed.
    private static readonly TimeSpan AliveInterval = TimeSpan.FromSeconds(5);
    private const int AliveMisses = 3;

    // If this process is killed, the shared connection ends by itself after this time.
    private static readonly TimeSpan IdleConnection = TimeSpan.FromSeconds(60);

    /// <summary>The arguments that run a line on the host over the shared connection, which is opened when it is not there yet.</summary>
    public IEnumerable<string> Run(string line) =>
    [
        "-T", "-x", "-a",
        .. Option("BatchMode", "yes"),
        .. Option("LogLevel", "ERROR"),
        .. Option("ControlMaster", "auto"),
        .. Option("ControlPath", Path(socket)),
        .. Option("ControlPersist", Seconds(IdleConnection)),
        .. Option("ConnectTimeout", Seconds(address.ConnectTimeout)),
        .. Option("ServerAliveInterval", Seconds(AliveInterval)),
        .. Option("ServerAliveCountMax", AliveMisses.ToString(CultureInfo.InvariantCulture)),
        .. Option("ClearAllForwardings", "yes"),
        .. Option("StrictHostKeyChecking", Word(address.HostKeyChecking)),
        .. address.KnownHostsFile is { } known ? Option("UserKnownHostsFile", Path(known)) : [],
        .. address.KnownHostsFile is null ? [] : Option("GlobalKnownHostsFile", "/dev/null"),
        .. address.IdentityFile is { } key ? Option("IdentityFile", Path(key)) : [],
        .. address.IdentityFile is null ? [] : Option("IdentitiesOnly", "yes"),
        .. Place(),
        "--", host.Name, line,
    ];

    /// <summary>The arguments that end the shared connection.</summary>
    public IEnumerable<string> Exit() =>
    [
        .. Option("BatchMode", "yes"),
        .. Option("ControlPath", Path(socket)),
        "-O", "exit",
        .. Place(),
        "--", host.Name,
    ];

    private IEnumerable<string> Place() =>
    [
        .. host.Port is { } port ? (string[])["-p", port.ToString(CultureInfo.InvariantCulture)] : [],
        .. address.User is { } user ? (string[])["-l", user] : [],
    ];

    private static string[] Option(string name, string value) => ["-o", $"{name}={value}"];

    // In these options a percent sign begins a token and a space ends the value, unless it is quoted.
    private static string Path(string path) => $"\"{path.Replace("%", "%%", StringComparison.Ordinal)}\"";

    private static string Seconds(TimeSpan time) => ((int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static string Word(HostKeyChecking checking) => checking switch
    {
        HostKeyChecking.AcceptNew => "accept-new",
        HostKeyChecking.No => "no",
        _ => "yes",
    };
}
