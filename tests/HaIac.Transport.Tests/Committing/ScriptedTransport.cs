using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Agents;
using HaIac.Transport.Failing;
using HaIac.Transport.Observing;
using HaIac.Transport.Simulating;
using HaIac.Transport.Verifying;

namespace HaIac.Transport.Tests.Committing;

/// <summary>A cluster in memory that keeps the rules of a CIB manager, and to which a test can let things happen.</summary>
internal sealed class ScriptedTransport(CibDocument start) : ICibTransport
{
    private readonly Lock gate = new();

    /// <summary>What happens when the next patches arrive, before they are looked at; afterwards patches are simply taken or refused.</summary>
    public Queue<Func<CibPatch, Task>> OnPatch { get; } = [];

    /// <summary>What happens when the next reads arrive.</summary>
    public Queue<Func<Task>> OnRead { get; } = [];

    /// <summary>What happens when the next documents arrive to be verified.</summary>
    public Queue<Func<Task>> OnVerify { get; } = [];

    /// <summary>The ids for which the schema refuses a document.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>False: the checker knows less than the CIB manager.</summary>
    public bool CheckerIsOfTheSameOpinion { get; init; } = true;

    public List<CibPatch> Patches { get; } = [];

    public int Reads { get; private set; }

    public int Verifications { get; private set; }

    public CibDocument Current { get; private set; } = start;

    public string Address => "scripted:";

    public bool IsVirtual => false;

    public async Task<CibDocument> ReadAsync(CancellationToken cancellationToken = default)
    {
        Reads++;
        if (OnRead.TryDequeue(out var happens))
        {
            await happens();
        }

        return Current;
    }

    public async Task PatchAsync(CibPatch patch, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            Patches.Add(patch);
        }

        if (OnPatch.TryDequeue(out var happens))
        {
            await happens(patch);
        }

        Apply(patch);
    }

    public async Task<VerifyReport> VerifyAsync(CibDocument cib, CancellationToken cancellationToken = default)
    {
        Verifications++;
        if (OnVerify.TryDequeue(out var happens))
        {
            await happens();
        }

        return CheckerIsOfTheSameOpinion && RefusedIn(cib) is { Count: > 0 } bad
            ? new VerifyReport { SchemaErrors = bad.Select(id => $"element primitive {id}: not valid").ToValueList() }
            : new VerifyReport();
    }

    /// <summary>Takes a patch as the CIB manager does.</summary>
    public void Apply(CibPatch patch)
    {
        lock (gate)
        {
            if (!patch.Before.Version.SameConfiguration(Current.Version))
            {
                throw Fault(TransportFailure.Stale, CrmExit.Stale);
            }

            if (RefusedIn(patch.After).Count > 0)
            {
                throw Fault(TransportFailure.Refused, CrmExit.Schema);
            }

            var next = Current.Version.NextConfiguration;
            var configuration = patch.After.Configuration!;
            Current = Current.WithRoot(Current.Root
                .Replace(Current.Configuration!, configuration)
                .With("epoch", $"{next.Epoch}")
                .With("num_updates", "0"));
        }
    }

    /// <summary>Somebody's status moves on.</summary>
    public void MoveStatus()
    {
        lock (gate)
        {
            Current = Current.WithRoot(Current.Root.With("num_updates", $"{Current.Version.NumUpdates + 1}"));
        }
    }

    /// <summary>Somebody else changes the configuration.</summary>
    public void Change(Func<string, string> change, string client = "crm_resource")
    {
        lock (gate)
        {
            var changed = CibDocument.Parse(change(Current.ToXml()));
            Current = changed.WithRoot(changed.Root
                .With("epoch", $"{Current.Version.Epoch + 1}")
                .With("num_updates", "0")
                .With("update-client", client)
                .With("update-user", "operator")
                .With("update-origin", "ctl2"));
        }
    }

    public static TransportException Fault(TransportFailure kind, CrmExit? exit, bool outcomeUnknown = false) =>
        new(kind, "what", "where", "why", "mend") { Exit = exit, OutcomeUnknown = outcomeUnknown };

    public Task<ClusterStatus> StatusAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Simulation> SimulateAsync(CibDocument cib, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<AgentMetadata?> MetadataAsync(AgentName agent, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task CleanupAsync(CibId resource, NodeName? node, bool refresh, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private List<string> RefusedIn(CibDocument cib) => [.. Refused.Where(id => cib.FindElement(CibId.Parse(id)) is not null)];
}
