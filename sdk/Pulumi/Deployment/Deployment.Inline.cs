using System.Runtime.ExceptionServices;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>
    /// Runs work inside the deployment of somebody else: a provider that constructs a component registers resources with the engine
    /// that called it. The end of the deployment is not signalled, because it is not ours.
    /// </summary>
    internal static async Task<T> RunInlineAsync<T>(DeploymentSettings settings, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        // Async on purpose: what is set for the run must not leak into the caller.
        var deployment = new Deployment(settings, new GrpcMonitor(settings.MonitorAddress), new GrpcEngine(settings.EngineAddress));
        Running.Value = deployment;
        var result = default(T)!;
        using var abandon = cancellationToken.Register(deployment._abandoned.Cancel);
        try
        {
            // The callback host stays up: the engine calls hooks of the component long after it is constructed.
            var failures = await deployment.Runner.RunAsync(async () => result = await work().ConfigureAwait(false)).ConfigureAwait(false);
            if (failures.Length == 1)
            {
                ExceptionDispatchInfo.Throw(failures[0]);
            }

            return failures.IsEmpty ? result : throw new AggregateException(failures);
        }
        finally
        {
            await deployment._abandoned.CancelAsync().ConfigureAwait(false);
        }
    }
}
