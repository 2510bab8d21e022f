using HaIac.CommandProvider.Findings;
using HaIac.Transport.Running;

namespace HaIac.CommandProvider.Running;

/// <summary>What every run has in common, wherever it is: its output is kept and shown, its time is limited, its exit status counts.</summary>
/// <param name="run">The command.</param>
/// <param name="call">The call that it belongs to.</param>
/// <param name="where">Host or folder, for messages.</param>
/// <param name="clock">Measures the time limit.</param>
internal sealed class RunSupervision(CommandRun run, CallContext call, string where, TimeProvider clock)
{
    private int isHiddenTold;

    /// <summary>Runs it.</summary>
    /// <param name="start">Starts the program with streams that are kept here.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FindingException">It failed, took too long or printed too much.</exception>
    public async Task<RunOutcome> RunAsync(Func<OutputCapture, OutputCapture, CancellationToken, Task<ProgramEnd>> start, CancellationToken cancellationToken)
    {
        var output = new OutputCapture(run.ShowsOutput ? call.Log.LineAsync : run.MayShow ? null : HiddenAsync);
        var errors = new OutputCapture(run.ShowsErrors ? call.Log.LineAsync : run.MayShow ? null : HiddenAsync);
        using var timer = call.Timeout > TimeSpan.Zero ? new CancellationTokenSource(call.Timeout, clock) : new CancellationTokenSource();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        var shown = Task.WhenAll(output.ShowAsync(end.Token), errors.ShowAsync(end.Token));
        try
        {
            var ended = await start(output, errors, end.Token).ConfigureAwait(false);
            output.Complete();
            errors.Complete();

            // Whatever ends the showing, the command has ended already, and how it ended counts.
            await shown.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.ExitCode != 0)
            {
                throw new FindingException(CommandFailures.Failed(run, call, where, ended.ExitCode, output.Text, errors.Text));
            }

            if (ended.LeftProcesses)
            {
                call.Log.Warn("The command left a process behind that still holds its output. What that process prints is not kept; let it write elsewhere, as in: program > /dev/null 2>&1 &");
            }

            return new RunOutcome(WithoutLineEnd(output.Text), WithoutLineEnd(errors.Text));
        }
        catch (TooMuchOutputException)
        {
            throw new FindingException(CommandFailures.TooMuchOutput(run, call, where));
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new FindingException(CommandFailures.TimedOut(run, call, where, output.Text, errors.Text));
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await shown.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Says once that there is something, and why it is not shown.</summary>
    private Task HiddenAsync(string line, CancellationToken cancellationToken) => Interlocked.Exchange(ref isHiddenTold, 1) == 1
        ? Task.CompletedTask
        : call.Log.LineAsync("Its output is not shown, because an input is a secret. Set logging to show it; the secrets themselves are masked then.", cancellationToken);

    private static string WithoutLineEnd(string text) => text.EndsWith('\n') ? text[..^1] : text;
}
