using HaIac.Catalog;
using Pulumi;

namespace HaIac.SharedServices;

/// <summary>
/// The daemon that keeps the connection tables of routers alike, so that connections survive a failover. Recommended: <see cref="HaMode.Promotable"/> under
/// <c>ocf:heartbeat:conntrackd</c>: the promoted instance is where the traffic is, and the routers' addresses follow it.
/// </summary>
/// <remarks>
/// Source: requirement R1; the service table of the design, Infrastructure.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class Conntrackd(string name, ReadyServiceArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService("haiac:shared:Conntrackd", name, ServiceSettings.CopyOf(args), SharedDaemons.Conntrackd, options);
