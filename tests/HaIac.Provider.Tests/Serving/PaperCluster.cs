using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Provider.Applying;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Tests;
using HaIac.Transport;
using HaIac.Transport.Agents;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;
using HaIac.Transport.Observing;
using HaIac.Transport.Simulating;
using HaIac.Transport.Verifying;

namespace HaIac.Provider.Tests.Serving;

/// <summary>A cluster without any tool: it takes every patch as it is and says that everything runs everywhere at once. Counts what it is asked.</summary>
internal sealed class PaperCluster : ICibTransport
{
    private readonly Lock _gate = new();
    private Crowd _crowd = new(0);
    private CibDocument _cib = CibDocument.Empty("pacemaker-3.9", NodeName.Parse("ctl1"), NodeName.Parse("ctl2"), NodeName.Parse("ctl3"));

    public string Address => "paper:";

    public bool IsVirtual => false;

    public INodeWorker Nodes { get; } = WithDummy();

    /// <summary>The id that the schema refuses; null: none.</summary>
    public string? Refuses { get; init; }

    public int Patches { get; private set; }

    public int Questions { get; private set; }

    public CibDocument Cib => _cib;

    /// <summary>Uses the cluster; it takes the first patch when so many calls have handed in their edits.</summary>
    public ClusterSession Open(AwaitSettings patience, int calls)
    {
        _crowd = new(calls);
        return new(this, _crowd.Watch(new CibCommitter(this)), patience);
    }

    public Task<CibDocument> ReadAsync(CancellationToken cancellationToken = default) => Ask(() => _cib);

    public async Task PatchAsync(CibPatch patch, CancellationToken cancellationToken = default)
    {
        await _crowd.CompleteAsync();
        if (Refuses is { } id && patch.After.FindElement(CibId.Parse(id)) is not null)
        {
            throw new TransportException(TransportFailure.Refused, "refused", "paper", "the schema", "none") { Exit = CrmExit.Schema };
        }

        lock (_gate)
        {
            Patches++;
            var root = patch.After.Root.With("epoch", (_cib.Version.Epoch + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            _cib = patch.After.WithRoot(root);
        }
    }

    public Task<ClusterStatus> StatusAsync(CancellationToken cancellationToken = default) => Ask(Status);

    public Task<Simulation> SimulateAsync(CibDocument cib, CancellationToken cancellationToken = default) =>
        Ask(() => new Simulation { Actions = [], After = Status(), ResultingCib = cib });

    public Task<VerifyReport> VerifyAsync(CibDocument cib, CancellationToken cancellationToken = default) => Ask(() => new VerifyReport());

    public Task<AgentMetadata?> MetadataAsync(AgentName agent, CancellationToken cancellationToken = default) => Ask<AgentMetadata?>(() => new() { Agent = agent });

    public Task CleanupAsync(CibId resource, NodeName? node, bool refresh, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ClusterStatus Status() => new()
    {
        HasQuorum = true,
        Nodes = [.. _cib.Nodes.Select(name => new NodeStatus { Name = name, Online = true })],
        Resources = [.. _cib.Resources.OfType<CibResource>().Select(outer => new ResourceStatus
        {
            Id = outer.Id.Value,
            Kind = outer is CibClone ? ResourceKind.Clone : ResourceKind.Primitive,
            Instances = [.. outer.SelfAndInside().OfType<CibPrimitive>().SelectMany(primitive => _cib.Nodes.Take(outer is CibClone ? 3 : 1).Select(node => new ResourceInstance
            {
                Resource = primitive.Id.Value, Active = true, Role = ResourceRole.Started, Nodes = [node],
            }))],
        })],
    };

    // A real tool takes longer, too; calls that come meanwhile share the next answer.
    private async Task<T> Ask<T>(Func<T> answer)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(10));
        lock (_gate)
        {
            Questions++;
            return answer();
        }
    }

    private static PaperNodes WithDummy()
    {
        var nodes = new PaperNodes();
        foreach (var node in new[] { "ctl1", "ctl2", "ctl3" })
        {
            nodes.Tamper(node, "/usr/lib/ocf/resource.d/pacemaker/Dummy", "the agent");
        }

        return nodes;
    }
}
