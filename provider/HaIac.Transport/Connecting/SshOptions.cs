using System.Globalization;
using HaIac.Transport.Addressing;

namespace HaIac.Transport.Connecting;

/// <summary>The arguments of the OpenSSH client for one host of an address.</summary>
/// <remarks>Source: ssh_config(5). What the user's own ssh configuration says (jump hosts, aliases, agents) stays in force.</remarks>
/// <param name="address">User, key and limits.</param>
/// <param name="host">The host.</param>
/// <param name="socket">Path of the control socket of the shared connection.</param>
/// <param name="config">The configuration file to read instead of the user's and the system's; null: those.</param>
internal sealed class SshOptions(SshAddress address, SshHost host, string socket, string? config)
{
    // A node that loses its power answers nothing any more; this is how it is noticed.
    private static readonly TimeSpan AliveInterval = TimeSpan.FromSeconds(5);
    private const int AliveMisses = 3;

    // If this process is killed, the shared connection ends by itself after this time.
    private static readonly TimeSpan IdleConnection = TimeSpan.FromSeconds(60);

    /// <summary>The arguments that run a line on the host.</summary>
    /// <param name="line">The line for the login shell.</param>
    /// <param name="shared">
    /// True: over the shared connection, which is opened when it is not there yet. False: over one of its own, for which ssh does not hide what is said on
    /// the way there.
    /// </param>
    public IEnumerable<string> Run(string line, bool shared = true) =>
    [
        "-T", "-x", "-a",
        .. Config(),
        .. Option("ControlMaster", shared ? "auto" : "no"),
        .. Option("ControlPath", shared ? Path(socket) : "none"),
        .. Option("ControlPersist", shared ? Seconds(IdleConnection) : "no"),
        .. Option("ServerAliveInterval", Seconds(AliveInterval)),
        .. Option("ServerAliveCountMax", AliveMisses.ToString(CultureInfo.InvariantCulture)),
        .. Option("ClearAllForwardings", "yes"),
        .. Everywhere(address).SelectMany(option => Option(option.Name, option.Value)),
        .. address.Jumps.Count == 0 ? [] : Option("ProxyJump", string.Join(',', address.Jumps)),
        .. Place(),
        "--", host.Name, line,
    ];

    /// <summary>The arguments that end the shared connection.</summary>
    public IEnumerable<string> Exit() =>
    [
        .. Config(),
        .. Option("BatchMode", "yes"),
        .. Option("ControlPath", Path(socket)),
        "-O", "exit",
        .. Place(),
        "--", host.Name,
    ];

    /// <summary>
    /// The configuration file for an address with jump hosts or a file of its own: what holds for the nodes holds for these as well, and before what the user's own
    /// configuration says (of several values ssh takes the first).
    /// </summary>
    public static string ConfigText(SshAddress address)
    {
        var files = address.ConfigFile is { } own ? [Path(own)] : (string[])["~/.ssh/config", "/etc/ssh/ssh_config"];
        return string.Join('\n', [
            "Host *",
            .. Everywhere(address).Select(option => $"  {option.Name} {option.Value}"),
            .. files.Select(file => $"Include {file}"),
            "",
        ]);
    }

    /// <summary>What holds for jump hosts as for nodes.</summary>
    private static (string Name, string Value)[] Everywhere(SshAddress address) =>
    [
        ("BatchMode", "yes"),
        ("LogLevel", "ERROR"),
        ("ConnectTimeout", Seconds(address.ConnectTimeout)),
        ("StrictHostKeyChecking", Word(address.HostKeyChecking)),
        .. address.KnownHostsFile is { } known ? [("UserKnownHostsFile", Path(known)), ("GlobalKnownHostsFile", "/dev/null")] : ((string, string)[])[],
        .. address.IdentityFile is { } key ? [("IdentityFile", Path(key)), ("IdentitiesOnly", "yes")] : ((string, string)[])[],
    ];

    private string[] Config() => config is null ? [] : ["-F", config];

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
