using HaIac.Engine.Events;

namespace HaIac.Engine;

/// <summary>Entry of the engine: carries out one operation on a stack.</summary>
/// <remarks>
/// A command such as <c>up</c> calls it twice, for the preview and for the operation itself, and keeps the lock of the
/// stack over both. Faults of programs, plugins and providers are told as events and as the result, not thrown.
/// </remarks>
public static class Deployments
{
    /// <summary>Previews or carries out an operation.</summary>
    /// <param name="request">What is to be done.</param>
    /// <param name="events">Takes everything that happens, first to last event.</param>
    /// <param name="cancel">
    /// Stops the operation in good order: providers are told, running steps are finished and stored, nothing further begins.
    /// </param>
    /// <exception cref="ArgumentException">The request lacks a store or a program.</exception>
    public static async Task<DeploymentResult> RunAsync(DeploymentRequest request, IEventSink events, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(events);
        var run = new DeploymentRun(request, events);
        await using (run.ConfigureAwait(false))
        {
            return await run.RunAsync(cancel).ConfigureAwait(false);
        }
    }
}
