using HaIac.CommandProvider.Findings;
using HaIac.CommandProvider.Running;
using HaIac.Transport.Failing;
using HaIac.Transport.Logins;
using HaIac.Transport.Running;

namespace HaIac.CommandProvider.Copying;

/// <summary>One copy: logs in, starts the file transfer server there, and talks to it.</summary>
/// <param name="programs">Starts ssh.</param>
/// <param name="clock">Measures time limits and pauses.</param>
internal sealed class CopyRun(IProgramRunner programs, TimeProvider clock)
{
    /// <summary>Copies.</summary>
    /// <exception cref="FindingException">The source or destination will not do.</exception>
    /// <exception cref="TransportException">The host was not reached, or the connection broke.</exception>
    public async Task CopyAsync(SshLogin login, CopySource source, string destination, CallContext call, CancellationToken cancellationToken)
    {
        using var timer = call.Timeout > TimeSpan.Zero ? new CancellationTokenSource(call.Timeout, clock) : new CancellationTokenSource();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        var where = $"{call.Subject}, host {login}";
        var talk = new Conversation(new(), new(), null);
        try
        {
            var streams = new ProgramStreams
            {
                Input = (toServer, ct) => (talk = new(new(), new(), null)).RunAsync(toServer, source, destination, where, ct),
                Output = (fromServer, ct) => talk.ReadFromAsync(fromServer, ct),
                Errors = (stream, ct) => stream.CopyToAsync(Stream.Null, ct),
            };
            await new SshSession(programs, clock).RunAsync(login, "sftp", isSubsystem: true, streams, call.Log.Status, end.Token).ConfigureAwait(false);
        }
        catch (TransportException fault) when (fault.Why.Contains("subsystem request failed", StringComparison.Ordinal))
        {
            throw new FindingException(new(
                FindingCode.NoFileTransfer, $"Host {login.Target} has no sftp.", where, "Its ssh server refuses the subsystem sftp.",
                "Add \"Subsystem sftp internal-sftp\" to /etc/ssh/sshd_config there, or copy with a remote Command and stdin."));
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new FindingException(new(
                FindingCode.TimedOut, $"The copy of {source.Name} was ended after {call.Timeout.TotalSeconds:0.###} s.", where,
                "It did not end within the time limit of the resource (customTimeouts).", "Give it more time with customTimeouts, or copy less."));
        }

        if (talk.Fault is { } broken)
        {
            throw broken is FindingException
                ? broken
                : new FindingException(new(FindingCode.NoFileTransfer, $"The copy of {source.Name} broke off.", where, broken.Message, "Look at the log of sshd on the host; what was copied before is complete."));
        }
    }

    /// <summary>What is said in one attempt. Input and output of ssh come separately, and belong together.</summary>
    private sealed class Conversation(TaskCompletionSource<Stream> fromServer, TaskCompletionSource over, Exception? fault)
    {
        /// <summary>Why it broke off; null if it did not.</summary>
        public Exception? Fault { get; private set; } = fault;

        public async Task RunAsync(Stream toServer, CopySource source, string destination, string where, CancellationToken cancellationToken)
        {
            try
            {
                var server = new SftpClient(toServer, await fromServer.Task.WaitAsync(cancellationToken).ConfigureAwait(false));
                await server.OpenAsync(cancellationToken).ConfigureAwait(false);
                await new RemoteCopy(server, where).CopyAsync(source, destination, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception broken) when (broken is IOException or InvalidDataException or FindingException or OperationCanceledException)
            {
                // Told after ssh has ended: its own reason, if it has one, comes first.
                Fault = broken;
            }
            finally
            {
                over.SetResult();
            }
        }

        public Task ReadFromAsync(Stream stream, CancellationToken cancellationToken)
        {
            fromServer.SetResult(stream);
            return over.Task.WaitAsync(cancellationToken);
        }
    }
}
