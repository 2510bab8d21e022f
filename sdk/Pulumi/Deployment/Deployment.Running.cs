using System.Collections.Immutable;

namespace Pulumi;

/// <content>From the first line of a program to its exit code.</content>
public sealed partial class Deployment
{
    private const int Success = 0;

    /// <summary>Errors were logged, but nothing was thrown.</summary>
    private const int LoggedErrors = 1;

    /// <summary>The failure is already reported: the engine prints nothing more.</summary>
    private const int FailureReported = 32;

    /// <summary>How long a failed program may take to tell of other failures.</summary>
    private static readonly TimeSpan DrainLimit = TimeSpan.FromMilliseconds(500);

    private static async Task<int> RunConnectedAsync(Func<Task> program)
    {
        DeploymentSettings settings;
        try
        {
            settings = DeploymentSettings.FromEnvironment();
        }
        catch (InvalidOperationException e)
        {
            // Nobody is there to report to, and a stack would only hide the sentence that helps.
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return Environment.ExitCode = LoggedErrors;
        }

        var deployment = new Deployment(settings, new GrpcMonitor(settings.MonitorAddress), new GrpcEngine(settings.EngineAddress));
        using var guard = new ProcessGuard(deployment.Runner);
        using var watch = new EngineWatch(settings.MonitorAddress, deployment.Runner, deployment.Abandoned);
        return guard.ExitCode = await deployment.RunToExitCodeAsync(program).ConfigureAwait(false);
    }

    /// <summary>Runs a program to its end and reports what went wrong.</summary>
    private async Task<int> RunToExitCodeAsync(Func<Task> program)
    {
        if (Running.Value is not null)
        {
            throw new InvalidOperationException("A deployment runs here already: Deployment.RunAsync and TestAsync cannot be nested.");
        }

        Running.Value = this;
        var exitCode = await RunAndReportAsync(program).ConfigureAwait(false);
        await Callbacks.DisposeAsync().ConfigureAwait(false);

        if (exitCode != Success && Environment.ExitCode == Success)
        {
            // So that a program that drops the returned code still ends with it.
            Environment.ExitCode = exitCode;
        }

        return exitCode;
    }

    private async Task<int> RunAndReportAsync(Func<Task> program)
    {
        try
        {
            var failures = await Runner.RunAsync(program).ConfigureAwait(false);
            if (failures.IsEmpty && !Logger.HasErrors)
            {
                failures = await SignalEndAsync().ConfigureAwait(false);
                if (failures.IsEmpty)
                {
                    return Success;
                }
            }

            if (failures.IsEmpty)
            {
                return LoggedErrors;
            }

            // Ends the calls under way, so that no message waits for a resource that will never come.
            var limit = failures.Any(FailureReport.IsEngineGone) ? TimeSpan.Zero : DrainLimit;
            failures = await Runner.DrainAsync(_abandoned.CancelAsync, limit).ConfigureAwait(false);
            return await new FailureReport(Settings.MonitorAddress, Logger).WriteAsync(failures).ConfigureAwait(false)
                ? FailureReported
                : LoggedErrors;
        }
        finally
        {
            await _abandoned.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task<ImmutableArray<Exception>> SignalEndAsync()
    {
        try
        {
            await Monitor.SignalAndWaitForShutdownAsync(Abandoned).ConfigureAwait(false);

            // Hooks may have written something while the engine shut down.
            await Logger.FlushAsync().ConfigureAwait(false);
            return [];
        }
        catch (HaIac.Protocol.Grpc.GrpcException e)
        {
            // Told with what else fails meanwhile, such as work that a hook has started.
            Runner.Fail(e);
            return [e];
        }
    }

    private void Warn(string message) => Logger.Write(HaIac.Protocol.Messages.LogSeverity.Warning, message, null, 0, false);
}
