using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Simulating;

namespace HaIac.Transport.Virtual;

/// <summary>A cluster in a directory. Besides what every cluster can do, its nodes and resources can be made to fail.</summary>
/// <remarks>Every method runs the transition that Pacemaker's scheduler works out, keeps the resulting status and returns what was done.</remarks>
public interface IVirtualCluster : ICibTransport
{
    /// <summary>The directory that holds the cluster (absolute path).</summary>
    string Directory { get; }

    /// <summary>Cuts the power of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="cancellationToken">Ends it before anything is stored.</param>
    /// <returns>What the cluster did about it; without actions if the node was off already.</returns>
    /// <exception cref="TransportException">HAI4021: there is no such node. HAI4005: Pacemaker's tools are not installed.</exception>
    Task<Simulation> FailNodeAsync(NodeName node, CancellationToken cancellationToken = default);

    /// <summary>Brings a node back.</summary>
    /// <param name="node">The node.</param>
    /// <param name="cancellationToken">Ends it before anything is stored.</param>
    /// <returns>What the cluster did about it; without actions if the node was on already.</returns>
    /// <exception cref="TransportException">HAI4021: there is no such node. HAI4005: Pacemaker's tools are not installed.</exception>
    Task<Simulation> RecoverNodeAsync(NodeName node, CancellationToken cancellationToken = default);

    /// <summary>Lets an operation of a running resource fail once.</summary>
    /// <param name="resource">Id of a primitive, or of a clone or group that holds exactly one kind of primitive.</param>
    /// <param name="node">The node it fails on; null: the first one it runs on.</param>
    /// <param name="exit">The agent's exit code. Default: 7, the resource is found not running.</param>
    /// <param name="cancellationToken">Ends it before anything is stored.</param>
    /// <returns>What the cluster did about it.</returns>
    /// <exception cref="TransportException">HAI4022: there is no such resource, or it does not run there. HAI4005: Pacemaker's tools are not installed.</exception>
    Task<Simulation> FailResourceAsync(CibId resource, NodeName? node = null, int exit = 7, CancellationToken cancellationToken = default);
}
