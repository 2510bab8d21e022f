using System.Text.RegularExpressions;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Logins;

/// <summary>
/// Logs in with the OpenSSH client and runs one thing there. Attempts to connect are repeated; what runs there is not. Secrets reach ssh through its environment
/// and through files of this user, never through its arguments.
/// </summary>
/// <param name="programs">Starts ssh.</param>
/// <param name="clock">Measures the pauses between attempts.</param>
public sealed partial class SshSession(IProgramRunner programs, TimeProvider clock)
{
    private const int SshFailed = 255;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Runs a line in the login shell, or a subsystem such as <c>sftp</c>.</summary>
    /// <param name="login">The host, and the way to it.</param>
    /// <param name="line">The line for the login shell; or the name of the subsystem.</param>
    /// <param name="isSubsystem">Whether it names a subsystem.</param>
    /// <param name="streams">Input and output of what runs there; for each attempt they begin anew, and nothing is written to the output before one succeeds.</param>
    /// <param name="onFailedAttempt">Is told of every attempt that failed and will be repeated.</param>
    /// <param name="cancellationToken">Ends ssh. What runs on the host loses its input and output.</param>
    /// <returns>How it ended, whatever its exit status.</returns>
    /// <exception cref="TransportException">No attempt led to the host, or the connection broke.</exception>
    public async Task<ProgramEnd> RunAsync(
        SshLogin login, string line, bool isSubsystem, ProgramStreams streams, Action<string> onFailedAttempt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(login);
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(onFailedAttempt);
        using var files = SshLoginFiles.Write(login);
        var start = new ProgramStart
        {
            Program = "ssh",
            Arguments = ["-F", files.Config, "-E", files.LogOf(SshLoginConfig.Target), .. isSubsystem ? (string[])["-s"] : [], "--", SshLoginConfig.Target, line],
            Environment = SshAskPass.Environment(login, files.AskScript),
        };
        var failures = new Dictionary<SshHop, int>();
        for (var pause = FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, LongestPause.Ticks)))
        {
            files.Clear();
            var tail = default(TailStream);
            var watched = streams with { Errors = (stream, ct) => streams.Errors(tail = new TailStream(stream), ct) };
            var end = await programs.RunAsync(start, watched, cancellationToken).ConfigureAwait(false);
            if (end.ExitCode != SshFailed || File.Exists(files.Connected))
            {
                var said = $"{Read(files.LogOf(SshLoginConfig.Target))}\n{Broken().Match(tail?.LastLine ?? "")}".Trim();
                return end.ExitCode == SshFailed && said.Length > 0 ? throw SshLoginFailures.Lost(login, said) : end;
            }

            var proxySaid = login.Proxy is null ? "" : Read(files.LogOf(SshLoginConfig.Proxy));
            var hop = proxySaid.Length > 0 && !TargetUnreachable().IsMatch(proxySaid) ? login.Proxy! : login.Target;
            var failure = SshLoginFailures.NotConnected(login, hop, $"{proxySaid}\n{Read(files.LogOf(SshLoginConfig.Target))}".Trim());
            var count = failures[hop] = failures.GetValueOrDefault(hop) + 1;
            if (failure.Kind == TransportFailure.HostKey || (hop.DialErrorLimit >= 0 && count > hop.DialErrorLimit))
            {
                throw SshLoginFailures.After(failure, count);
            }

            onFailedAttempt($"Attempt {count} to reach {hop} failed, trying again: {failure.Why.Split('\n')[^1]}");
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    // ssh writes these to standard error, behind what came from there, and ends with the status that a command can have too.
    [GeneratedRegex(@"\A(Connection to \S+ closed by remote host\.|Timeout, server \S+ not responding\.|client_loop: .*)\z")]
    private static partial Regex Broken();

    private static string Read(string file) => File.Exists(file) ? File.ReadAllText(file).Trim() : "";

    // The host on the way was reached, and did not get any further.
    [GeneratedRegex("channel 0: open failed|stdio forwarding failed")]
    private static partial Regex TargetUnreachable();
}
