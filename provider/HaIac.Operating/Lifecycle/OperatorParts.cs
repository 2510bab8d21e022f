using HaIac.Operating.Awaiting;
using HaIac.Transport;
using HaIac.Transport.Committing;

namespace HaIac.Operating.Lifecycle;

/// <summary>What the operations of one cluster share.</summary>
internal sealed class OperatorParts
{
    /// <summary>Puts the parts together.</summary>
    /// <param name="transport">The cluster.</param>
    /// <param name="committer">Brings edits in.</param>
    /// <param name="watcher">Waits; shared with others that wait for the same cluster.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="takeover">Takes the init system's instance out of the way; null: nobody does.</param>
    public OperatorParts(ICibTransport transport, ICibCommitter committer, SettleWatcher watcher, TimeProvider clock, INativeTakeover? takeover)
    {
        Transport = transport;
        Committer = committer;
        Clock = clock;
        Takeover = takeover;
        Writer = new(transport, committer, clock);
        Observer = new(transport, clock);
        Waits = new(watcher);
        Cleanup = new(transport, Waits);
    }

    /// <summary>The cluster.</summary>
    public ICibTransport Transport { get; }

    /// <summary>Brings edits in.</summary>
    public ICibCommitter Committer { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Takes the init system's instance out of the way; null: nobody does.</summary>
    public INativeTakeover? Takeover { get; }

    /// <summary>Writes what is worked out from the configuration.</summary>
    public ClusterWriter Writer { get; }

    /// <summary>Looks at services.</summary>
    public ServiceObserver Observer { get; }

    /// <summary>Waits for services.</summary>
    public ServiceWaits Waits { get; }

    /// <summary>Cleans up failures.</summary>
    public ServiceCleanup Cleanup { get; }
}
