using System.Collections.Immutable;
using HaIac.Cib.Values;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;
using HaIac.Transport;

namespace HaIac.Operating.Lifecycle;

/// <summary>Makes the cluster forget failures (rules K1-K3): what is erased goes into the report first, then the state is waited for.</summary>
internal sealed class ServiceCleanup(ICibTransport transport, ServiceWaits waits)
{
    /// <summary>Cleans up if the settings of this occasion say so.</summary>
    /// <returns>True if the cluster was asked to.</returns>
    public async Task<bool> IfAsync(CleanupWhen when, ReportInputs inputs, NodeName? node, OperationLog log, CancellationToken cancellationToken)
    {
        if (when == CleanupWhen.Never || (when == CleanupWhen.IfFailed && !Failures(inputs, node).Any()))
        {
            return false;
        }

        await RunAsync(inputs, node, refresh: when == CleanupWhen.Always, log, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Cleans up.</summary>
    /// <param name="inputs">The service as it was just seen.</param>
    /// <param name="node">On this node only; null: everywhere.</param>
    /// <param name="refresh">Whether the cluster forgets good results too and looks at everything anew.</param>
    /// <param name="log">Takes what is erased.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(ReportInputs inputs, NodeName? node, bool refresh, OperationLog log, CancellationToken cancellationToken)
    {
        var failures = Failures(inputs, node).ToList();
        failures.ForEach(log.Erases);
        var outer = inputs.Service.Outer.Id;
        await transport.CleanupAsync(outer, node, refresh, cancellationToken).ConfigureAwait(false);
        log.Did("cleanup", failures.Count == 0 ? $"{outer} had no failures; its state is looked at again" : $"erased {failures.Count} failure{(failures.Count == 1 ? "" : "s")} of {outer}",
            changed: failures.Count > 0 || refresh);

        if (inputs.Status is null)
        {
            return;
        }

        await waits.ForAsync(inputs.Profile, new Expectation(inputs.Service.Outer, Gone: false) { Aim = Aim.Known, KnownOn = KnownBefore(inputs, node) }, log, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a cleanup erases, one line per failure.</summary>
    public static IEnumerable<string> Failures(ReportInputs inputs, NodeName? node)
    {
        if (inputs.Status is not { } status)
        {
            return [];
        }

        var ids = inputs.Service.Outer.SelfAndInside().Select(resource => resource.Id.Value).ToHashSet(StringComparer.Ordinal);
        return status.Failures.Where(failure => ids.Contains(failure.Resource) && (node is null || failure.Node == node)).Select(FailureText.Short)
            .Concat(status.FailCounts.Where(count => ids.Contains(count.Resource) && (node is null || count.Node == node)
                    && !status.Failures.Any(failure => failure.Resource == count.Resource && failure.Node == count.Node))
                .Select(count => $"{count.Resource} failed {(count.Count >= 1_000_000 ? "for good" : $"{count.Count} times")} on {count.Node}"));
    }

    /// <summary>Where the cluster had results, it will have them again; where it never looked, it will not.</summary>
    private static ImmutableHashSet<(string Primitive, NodeName Node)> KnownBefore(ReportInputs inputs, NodeName? node) =>
    [
        .. inputs.Service.Outer.SelfAndInside().OfType<Cib.Resources.CibPrimitive>()
            .SelectMany(primitive => OperationHistory.Of(inputs.Cib, primitive, inputs.Now, null))
            .Where(entry => node is null || entry.Node == node)
            .Select(entry => (entry.Resource, entry.Node)),
    ];
}
