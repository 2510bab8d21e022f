using HaIac.Catalog;
using Pulumi;

namespace HaIac.SharedServices;

/// <summary>
/// RabbitMQ. Recommended: <see cref="HaMode.Promotable"/> under <c>ocf:heartbeat:rabbitmq-server-ha</c>, one instance promoted: it builds the cluster, and the others
/// join it. With <see cref="RabbitMqAgent.Cluster"/> a clone on every node (<see cref="HaMode.ActiveActive"/>).
/// </summary>
/// <remarks>
/// Clients list all nodes; no address and no load balancer is needed. Both agents act in the cluster's notifications, so <c>notify</c> is on at the clone, where
/// alone it counts. Source: the service table of the design, RabbitMQ.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class RabbitMq(string name, RabbitMqArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService(
        "haiac:shared:RabbitMq",
        name,
        ServiceSettings.CopyOf(args),
        args?.Agent == RabbitMqAgent.Cluster ? SharedDaemons.RabbitMqCluster : SharedDaemons.RabbitMq,
        options);
