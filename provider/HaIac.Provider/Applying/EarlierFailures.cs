using HaIac.Cib.Resources;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Services;
using HaIac.Provider.Composing;
using HaIac.Transport.Failing;
using HaIac.Transport.Observing;

namespace HaIac.Provider.Applying;

/// <summary>Failures that the cluster remembers of an earlier life of resources: as long as it does, it may refuse to start them again (rules K1-K3).</summary>
internal sealed class EarlierFailures(ClusterSession session, Composition wanted, CleanupWhen when)
{
    private IReadOnlyList<OperationFailure> _failures = [];

    /// <summary>Looks for them, before the resources are written: afterwards there may be new ones.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (when == CleanupWhen.Never || !wanted.Primitives.Any())
        {
            return;
        }

        var ids = wanted.Primitives.Select(item => item.Id.Value).ToHashSet(StringComparer.Ordinal);
        try
        {
            _failures = [.. (await session.Status.GetAsync(cancellationToken).ConfigureAwait(false)).Failures.Where(failure => ids.Contains(failure.Resource))];
        }
        catch (TransportException fault) when (fault.Kind == TransportFailure.ToolMissing)
        {
            // A virtual cluster on a host without Pacemaker's tools has no status, so nothing failed in it.
        }
    }

    /// <summary>Lets the cluster forget them, or look at the resources anew, as is asked for. Only after the write: with the old configuration it would only fail again.</summary>
    /// <returns>What was erased, or why that is not possible; empty if nothing was to be done.</returns>
    public async Task<IReadOnlyList<string>> CleanUpAsync(CancellationToken cancellationToken)
    {
        if (wanted.Objects.OfType<CibResource>().FirstOrDefault() is not { } outer || (when != CleanupWhen.Always && _failures.Count == 0))
        {
            return [];
        }

        try
        {
            await session.Transport.CleanupAsync(outer.Id, null, refresh: when == CleanupWhen.Always, cancellationToken).ConfigureAwait(false);
        }
        catch (TransportException fault) when (fault.Kind == TransportFailure.NeedsNode)
        {
            return [fault.What];
        }

        session.Status.Forget();
        return [.. _failures.Select(failure => $"Cleaned up an earlier failure: {FailureText.Short(failure)}.")];
    }
}
