using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport;
using HaIac.Transport.Agents;
using HaIac.Transport.Failing;
using HaIac.Transport.Observing;
using HaIac.Transport.Simulating;
using HaIac.Transport.Verifying;

namespace EndToEnd.Writers;

/// <summary>A transport that counts what happens to patches, and lets a test step in right before one is sent.</summary>
public sealed class WatchedTransport(ICibTransport inner) : ICibTransport
{
    /// <summary>The counts so far.</summary>
    public PatchTally Tally { get; } = new();

    /// <summary>Runs before each patch, with the patch's number from 1; null for nothing.</summary>
    public Func<int, Task>? BeforePatch { get; init; }

    public string Address => inner.Address;

    public bool IsVirtual => inner.IsVirtual;

    public async Task<CibDocument> ReadAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await inner.ReadAsync(cancellationToken);
        }
        catch (TransportException lost)
        {
            CountLost(lost);
            throw;
        }
    }

    public async Task PatchAsync(CibPatch patch, CancellationToken cancellationToken = default)
    {
        Tally.Sent++;
        if (BeforePatch is not null)
        {
            await BeforePatch(Tally.Sent);
        }

        try
        {
            await inner.PatchAsync(patch, cancellationToken);
        }
        catch (TransportException late) when (late.Exit == CrmExit.Stale)
        {
            Tally.LostRaces++;
            throw;
        }
        catch (TransportException unfit) when (unfit.Exit == CrmExit.Error)
        {
            Tally.DidNotFit++;
            throw;
        }
        catch (TransportException refused) when (refused.Exit == CrmExit.Schema || refused.Exit == CrmExit.BadData)
        {
            Tally.Refused++;
            throw;
        }
        catch (TransportException lost)
        {
            CountLost(lost);
            throw;
        }
    }

    public Task<ClusterStatus> StatusAsync(CancellationToken cancellationToken = default) => inner.StatusAsync(cancellationToken);

    public Task<Simulation> SimulateAsync(CibDocument cib, CancellationToken cancellationToken = default) => inner.SimulateAsync(cib, cancellationToken);

    public Task<VerifyReport> VerifyAsync(CibDocument cib, CancellationToken cancellationToken = default) => inner.VerifyAsync(cib, cancellationToken);

    public Task<AgentMetadata?> MetadataAsync(AgentName agent, CancellationToken cancellationToken = default) => inner.MetadataAsync(agent, cancellationToken);

    public Task CleanupAsync(CibId resource, NodeName? node, bool refresh, CancellationToken cancellationToken = default) => inner.CleanupAsync(resource, node, refresh, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private void CountLost(TransportException lost)
    {
        Tally.LostConnections++;
        Console.Error.WriteLine(lost.Message);
    }
}
