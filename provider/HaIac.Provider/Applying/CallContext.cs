using HaIac.Operating.Services;

namespace HaIac.Provider.Applying;

/// <summary>What a call brings along besides its properties.</summary>
/// <param name="Urn">The resource, as the engine names it.</param>
/// <param name="Subject">The resource, for messages: type and name.</param>
/// <param name="Timeout">How long its resources may take to settle.</param>
/// <param name="Progress">Is told what the cluster is doing.</param>
internal sealed record CallContext(string Urn, string Subject, TimeSpan Timeout, Action<string> Progress)
{
    /// <summary>What is done as soon as the objects are in the cluster, before anything is waited for. Default: nothing.</summary>
    public Func<Task> LandedAsync { get; init; } = () => Task.CompletedTask;

    /// <summary>When failures of an earlier life of the resources are cleaned up once they are in. Default: when there are any.</summary>
    public CleanupWhen Cleanup { get; init; } = CleanupWhen.IfFailed;

    /// <summary>
    /// Whether that holds for resources that are new, too: the cluster remembers failures of a resource that is gone. Default: false, since looking for them costs every
    /// resource a look at the status.
    /// </summary>
    public bool CleansUpNew { get; init; }

    /// <summary>Which instances the call waits for. Default: those that the cluster gets to run, and a promoted one where there should be one.</summary>
    public WaitSettings Waits { get; init; } = new();
}
