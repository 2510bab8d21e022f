using System.Globalization;
using HaIac.Transport.Connecting;

namespace HaIac.Transport.Logins;

/// <summary>The ssh configuration file for a login. Nothing of the user's or the host's own configuration holds beside it.</summary>
/// <remarks>Source: ssh_config(5).</remarks>
/// <param name="login">The hosts.</param>
/// <param name="files">Where keys and logs are.</param>
internal sealed class SshLoginConfig(SshLogin login, SshLoginFiles files)
{
    /// <summary>What ssh calls the target and the host on the way: names of ours, so that no host name is taken for an option.</summary>
    public const string Target = "haiac-target", Proxy = "haiac-proxy";

    private static readonly TimeSpan AliveInterval = TimeSpan.FromSeconds(15);

    /// <summary>The text of the file.</summary>
    public string Text() => string.Join('\n', [
        .. Section(Target, login.Target),
        $"  PermitLocalCommand yes",
        $"  LocalCommand : > {PosixQuoting.Quote(Escaped(files.Connected))}",
        .. login.Proxy is null ? [] : (string[])[$"  ProxyCommand {ProxyLine()}", .. Section(Proxy, login.Proxy)],
        "",
    ]);

    // The proxy's ssh finds in its environment for which host it is asked for secrets.
    private string ProxyLine() => PosixQuoting.Line([
        "env", $"{SshAskPass.Hop}={Proxy}",
        "ssh", "-F", Escaped(files.Config), "-E", Escaped(files.LogOf(Proxy)), "-W", Escaped($"[{login.Target.Host}]:{Number(login.Target.Port)}"), Proxy,
    ]);

    private IEnumerable<string> Section(string name, SshHop hop)
    {
        yield return $"Host {name}";
        yield return $"  HostName {Quoted(Escaped(hop.Host))}";
        yield return $"  Port {Number(hop.Port)}";
        yield return $"  User {Quoted(hop.User)}";
        yield return $"  HostKeyAlias {name}";
        yield return $"  StrictHostKeyChecking {(hop.HostKey is null ? "no" : "yes")}";
        yield return $"  UserKnownHostsFile {(hop.HostKey is null ? "/dev/null" : Quoted(Escaped(files.KnownOf(name))))}";
        yield return "  GlobalKnownHostsFile /dev/null";
        yield return "  UpdateHostKeys no";
        yield return "  CheckHostIP no";
        yield return "  LogLevel ERROR";
        yield return "  ForwardAgent no";
        yield return "  ForwardX11 no";
        yield return "  RequestTTY no";
        yield return "  ControlPath none";
        yield return "  PreferredAuthentications publickey,password,keyboard-interactive";
        yield return "  NumberOfPasswordPrompts 1";
        yield return $"  PasswordAuthentication {Word(hop.Password is not null)}";
        yield return $"  KbdInteractiveAuthentication {Word(hop.Password is not null)}";
        yield return $"  IdentityFile {(hop.PrivateKey is null ? "none" : Quoted(Escaped(files.KeyOf(name))))}";
        yield return $"  IdentitiesOnly {Word(hop.PrivateKey is not null && hop.AgentSocket is null)}";
        yield return $"  IdentityAgent {(hop.AgentSocket is { } socket ? Quoted(Escaped(socket)) : hop.PrivateKey is null ? "SSH_AUTH_SOCK" : "none")}";
        yield return $"  ServerAliveInterval {Number((int)AliveInterval.TotalSeconds)}";
        yield return "  ServerAliveCountMax 3";
        if (hop.DialTimeout > TimeSpan.Zero)
        {
            yield return $"  ConnectTimeout {Number((int)Math.Ceiling(hop.DialTimeout.TotalSeconds))}";
        }
    }

    private static string Escaped(string text) => text.Replace("%", "%%", StringComparison.Ordinal);

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Word(bool value) => value ? "yes" : "no";
}
