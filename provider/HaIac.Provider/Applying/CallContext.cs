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

    /// <summary>Whether the call waits until the cluster has followed. Default: true.</summary>
    public bool Settles { get; init; } = true;
}
