using HaIac.Catalog;
using Pulumi;

namespace HaIac.SharedServices;

/// <summary>
/// HAProxy in front of the APIs. Recommended: a clone on every node (<see cref="HaMode.ActiveActive"/>); each virtual address is kept on a node
/// where an instance runs, and comes up before it when both start together.
/// </summary>
/// <remarks>
/// The instances without the address must be allowed to bind to it: set <c>net.ipv4.ip_nonlocal_bind=1</c> on every node.
/// Source: the service table of the design, VIP + haproxy.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB; the clone gets <c>-clone</c> behind it.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class LoadBalancer(string name, LoadBalancerArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService(
        "haiac:shared:LoadBalancer",
        name,
        ServiceSettings.CopyOf(args),
        args is null ? SharedDaemons.LoadBalancer : SharedDaemons.LoadBalancer with { DebianUnit = args.UnitName, RedHatUnit = args.UnitName },
        options);
