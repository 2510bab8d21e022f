using System.Collections.Immutable;
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
public sealed class LoadBalancer : ComponentResource, IOrdered
{
    /// <summary>Declares a load balancer.</summary>
    /// <param name="name">Name of the resource, and id of the primitive in the CIB; the clone gets <c>-clone</c> behind it.</param>
    /// <param name="args">Its settings; HA is off by default.</param>
    /// <param name="options">Pulumi's options.</param>
    /// <exception cref="RunException">The parameters do not fit; the message lists everything that is wrong.</exception>
    public LoadBalancer(string name, LoadBalancerArgs? args = null, ComponentResourceOptions? options = null)
        : base("haiac:shared:LoadBalancer", name, args = ServiceSettings.CopyOf(args), options)
    {
        Addresses = [.. args.Addresses];
        Service = new Service(
            name,
            args.ToService(new ServiceArgs { UnitName = args.UnitName, Kind = ServiceKind.Stateful, Followers = [.. args.Addresses] }),
            new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    /// <summary>Virtual addresses on which it listens, in the order of the declaration.</summary>
    public ImmutableArray<VirtualIp> Addresses { get; }

    /// <summary>The daemon.</summary>
    public Service Service { get; }

    /// <inheritdoc />
    public ImmutableArray<OrderPoint> OrderPoints => Service.OrderPoints;
}
