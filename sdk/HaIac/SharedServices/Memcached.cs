using HaIac.Catalog;
using Pulumi;

namespace HaIac.SharedServices;

/// <summary>
/// memcached. Recommended: a clone on every node (<see cref="HaMode.ActiveActive"/>); each instance is a cache of its own, and clients know all of them.
/// </summary>
/// <remarks>
/// Never behind a load balancer: clients spread keys over the list of nodes. Stateless, because losing an instance loses nothing that cannot be had again.
/// Source: the service table of the design, Infrastructure.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class Memcached(string name, ReadyServiceArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService("haiac:shared:Memcached", name, ServiceSettings.CopyOf(args), SharedDaemons.Memcached, options);
