using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Operating.Awaiting;
using HaIac.Provider.Checking;
using HaIac.Transport;
using HaIac.Transport.Committing;
using HaIac.Transport.Observing;

namespace HaIac.Provider.Applying;

/// <summary>One cluster as one process of the plugin uses it: everything that its calls share. Nothing is connected before the first use.</summary>
internal sealed class ClusterSession : IAsyncDisposable
{
    // Long enough that the calls of one burst share a reading, short enough that nobody takes it for old.
    private static readonly TimeSpan s_freshness = TimeSpan.FromMilliseconds(300);

    // Node work of many services ends within seconds of one another; one daemon that takes minutes to stop must not hold up the rest.
    private static readonly TimeSpan s_convoyPatience = TimeSpan.FromSeconds(20);

    // An engine kills a plugin 5 s after it asked it to end, and its calls have had 3 of them.
    private static readonly TimeSpan s_lastWrite = TimeSpan.FromSeconds(1);

    private readonly Convoy _convoy;

    /// <summary>Uses a transport; it is disposed with the session.</summary>
    public ClusterSession(ICibTransport transport, ICibCommitter committer, AwaitSettings settings)
    {
        Transport = transport;
        Committer = committer;
        Settings = settings;
        Agents = new(agent => transport.MetadataAsync(agent, CancellationToken.None), agent => transport.AgentsLikeAsync(agent, CancellationToken.None));
        Cib = new(transport.ReadAsync, settings.Clock, s_freshness);
        Status = new(transport.StatusAsync, settings.Clock, s_freshness);
        Watcher = new(transport, runsAgents: !transport.IsVirtual, settings);
        Gate = new(settings.Clock, settings.ReferenceGrace);
        _convoy = new(settings.Clock, s_convoyPatience);
    }

    /// <summary>The cluster.</summary>
    public ICibTransport Transport { get; }

    /// <summary>Brings edits in, those of calls at the same time in one write.</summary>
    public ICibCommitter Committer { get; }

    /// <summary>How patient the session is.</summary>
    public AwaitSettings Settings { get; }

    /// <summary>What its agents say about themselves.</summary>
    public AgentCatalog Agents { get; }

    /// <summary>The configuration, shared by those who read it at the same time.</summary>
    public SharedReading<CibDocument> Cib { get; }

    /// <summary>The status, shared by those who read it at the same time.</summary>
    public SharedReading<ClusterStatus> Status { get; }

    /// <summary>Waits for resources.</summary>
    public SettleWatcher Watcher { get; }

    /// <summary>Lets calls wait for one another's ids.</summary>
    public ReferenceGate Gate { get; }

    /// <summary>Which ids came into being, or were taken over, under which resource of the program in this process.</summary>
    public OwnedIds Owned { get; } = new();

    /// <summary>Who has a say about what in objects of ours; of it only the names that operators set count here, for whether an object is wholly ours is said by each.</summary>
    public Ownership Ownership { get; set; } = Ownership.Declared;

    /// <summary>The edits as this cluster is configured: with the names that operators set here.</summary>
    public IReadOnlyList<CibEdit> AsConfigured(IReadOnlyList<CibEdit> edits) =>
        [.. edits.Select(edit => edit is PutObject put ? put with { Ownership = put.Ownership with { OperatorAttributes = Ownership.OperatorAttributes } } : edit)];

    /// <summary>
    /// Begins work on nodes that leads to a write. Others may wait for what the call brings, so it counts as at work; and those that are at it at the same time write together.
    /// </summary>
    public Convoy.Member WorkOnNodes() => _convoy.Join(Gate.Work());

    /// <summary>Brings edits in; what was read before counts as old from then on.</summary>
    public async Task<CommitReceipt> CommitAsync(IReadOnlyList<CibEdit> edits, CancellationToken cancellationToken)
    {
        var receipt = await Committer.CommitAsync(AsConfigured(edits), cancellationToken).ConfigureAwait(false);
        Cib.Forget(receipt.After);
        Status.Forget(receipt.After);
        return receipt;
    }

    /// <summary>What was read before counts as old from now on: somebody else in this process has changed the cluster.</summary>
    public void Forget()
    {
        Cib.Forget();
        Status.Forget();
    }

    /// <summary>Waits a moment for a write that is under way, then ends the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Committer is IAsyncDisposable committer)
        {
            await committer.DisposeAsync().AsTask().WaitAsync(s_lastWrite, Settings.Clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Transport.DisposeAsync().ConfigureAwait(false);
    }
}
