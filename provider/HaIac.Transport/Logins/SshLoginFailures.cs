using HaIac.Transport.Connecting;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Logins;

/// <summary>What can go wrong with a login whose credentials are given, as findings. None of them holds a credential.</summary>
internal static class SshLoginFailures
{
    public static TransportException NotConnected(SshLogin login, SshHop hop, string said) => SshReasons.In(said) switch
    {
        _ when said.Contains("ssh_askpass: exec", StringComparison.Ordinal) => Make(
            TransportFailure.LoginRefused, login, $"ssh could not be given the password or passphrase for host {hop}.", said,
            $"It gets it from a script in {Path.GetTempPath()}, where programs may not be executed (mount option noexec).",
            "Set TMPDIR to a folder where they may, or use a key without a passphrase or an agent."),
        SshReason.HostKey => Make(
            TransportFailure.HostKey, login, $"Host {hop} shows another key than the one that is expected.", said,
            hop.HostKey is null ? "ssh does not accept it." : "The host was installed anew, another machine answers in its place, or hostKey is wrong.",
            "Compare hostKey of the connection with /etc/ssh/ssh_host_*_key.pub on the host, and correct it if the host is the right one."),
        SshReason.Login => Make(
            TransportFailure.LoginRefused, login, $"Host {hop} does not let user {hop.User} log in.", said, Credentials(hop),
            "Correct user, privateKey, privateKeyPassword or password of the connection, or allow the key in ~/.ssh/authorized_keys of that user."),
        SshReason.Unreachable => Make(
            TransportFailure.Unreachable, login, $"No connection to host {hop}.", said,
            "The name is not known here, the host is down, sshd does not run there, or the network does not lead to it.",
            "Check host and port of the connection, and that the host is up; dialErrorLimit and perDialTimeout say how long to wait for it."),
        _ => Make(
            TransportFailure.Unreachable, login, $"The login to host {hop} failed.", said,
            "The host ended the connection.", "Look at the log of sshd on the host."),
    };

    /// <summary>The same finding, with the number of attempts.</summary>
    public static TransportException After(TransportException failure, int attempts) => attempts == 1
        ? failure
        : new TransportException(failure.Kind, $"{failure.What} ({attempts} attempts)", failure.Where, failure.Why, failure.Mend, failure) { ErrorLines = failure.ErrorLines };

    public static TransportException Lost(SshLogin login, string said) => new(
        TransportFailure.ConnectionLost,
        $"The connection to host {login.Target} broke while the command ran.",
        $"ssh to {login}",
        $"The host went down, or the network to it broke. ssh said: {LastLine(said)}",
        "Find out on the host how far the command came, then run again.")
    {
        Node = login.Target.Host,
        OutcomeUnknown = true,
    };

    private static TransportException Make(TransportFailure kind, SshLogin login, string what, string said, string why, string mend) =>
        new(kind, what, $"ssh to {login}", said.Length == 0 ? why : $"{why}\nssh said: {LastLine(said)}", mend) { Node = login.Target.Host };

    private static string Credentials(SshHop hop) => (hop.PrivateKey, hop.Password) switch
    {
        (not null, not null) => "Neither the private key nor the password is accepted, or the key needs another passphrase.",
        (not null, null) => "The private key is not accepted, or it needs another passphrase (privateKeyPassword).",
        (null, not null) => "The password is not accepted, or passwords are not allowed there.",
        _ => "The connection has neither a key nor a password, and no agent holds a key that is accepted.",
    };

    private static string LastLine(string said) => said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];
}
