using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;
using HaIac.Transport.Failing;

namespace HaIac.Operating.Lifecycle;

/// <summary>Operates services that the cluster runs. Every method may be called at the same time as the others, for other services and for the same.</summary>
/// <remarks>
/// A service that is not found, a wait that runs out and a state that cannot come about are <see cref="FindingException"/>; a cluster that cannot be
/// reached is a <see cref="TransportException"/>.
/// </remarks>
internal interface IServiceOperator
{
    /// <summary>How the service is, from the cluster's own report as it is now.</summary>
    /// <param name="profile">The service.</param>
    /// <param name="node">The node that is asked about with scope local. Null: every node counts.</param>
    /// <param name="scope">Where it must run to count as running. Null: what the settings say for its kind.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<ServiceReport> StatusAsync(ServiceProfile profile, NodeName? node = null, StatusScope? scope = null, CancellationToken cancellationToken = default);

    /// <summary>Starts it, in the order of section H of the requirements, and waits as its settings say.</summary>
    /// <param name="profile">The service.</param>
    /// <param name="node">Allow and wait for this node only. Null: wherever the cluster places it.</param>
    /// <param name="cancellationToken">Ends it; a written configuration stays.</param>
    Task<OperationReport> StartAsync(ServiceProfile profile, NodeName? node = null, CancellationToken cancellationToken = default);

    /// <summary>Stops it and waits until it is stopped. With a node, a clone is stopped on that node only.</summary>
    /// <param name="profile">The service.</param>
    /// <param name="node">Stop a clone on this node only. Null: everywhere.</param>
    /// <param name="cancellationToken">Ends it; a written configuration stays.</param>
    Task<OperationReport> StopAsync(ServiceProfile profile, NodeName? node = null, CancellationToken cancellationToken = default);

    /// <summary>Reloads it where that is enough, else restarts it, under a lock that is kept in the cluster.</summary>
    /// <param name="profile">The service.</param>
    /// <param name="node">On this node only. Null: wherever it runs.</param>
    /// <param name="rolling">True: a clone node by node, each back before the next. False: all instances at once.</param>
    /// <param name="cancellationToken">Ends it; nothing that keeps it stopped is left behind.</param>
    Task<OperationReport> RestartAsync(ServiceProfile profile, NodeName? node = null, bool rolling = true, CancellationToken cancellationToken = default);

    /// <summary>Makes the cluster manage it.</summary>
    /// <param name="profile">The service.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<OperationReport> EnableAsync(ServiceProfile profile, CancellationToken cancellationToken = default);

    /// <summary>Makes the cluster leave it alone as it is.</summary>
    /// <param name="profile">The service.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<OperationReport> DisableAsync(ServiceProfile profile, CancellationToken cancellationToken = default);

    /// <summary>Makes the cluster forget its failures and waits until its status is known again.</summary>
    /// <param name="profile">The service.</param>
    /// <param name="node">On this node only. Null: everywhere.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<OperationReport> CleanupAsync(ServiceProfile profile, NodeName? node = null, CancellationToken cancellationToken = default);
}
