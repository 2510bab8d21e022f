using HaIac.Catalog;
using HaIac.Cib;
using Pulumi;

namespace HaIac.SharedServices;

/// <summary>
/// A gateway that moves between the nodes: the routing daemon, and addresses that others use as their gateway. Recommended: a clone of the daemon (FRRouting) on
/// every node (<see cref="HaMode.ActiveActive"/>), so that the node that takes the addresses over knows its routes already.
/// </summary>
/// <remarks>
/// All nodes must forward packets. Routers in network namespaces need an agent of their own: choose it by <see cref="ServiceSettings.PacemakerClass"/>.
/// Source: requirement R1; the service table of the design, Infrastructure.
/// </remarks>
public sealed class VirtualRouter : ReadyService
{
    /// <summary>Declares a router.</summary>
    /// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
    /// <param name="args">Its settings; HA is off by default.</param>
    /// <param name="options">Pulumi's options.</param>
    public VirtualRouter(string name, VirtualRouterArgs? args = null, ComponentResourceOptions? options = null)
        : base("haiac:shared:VirtualRouter", name, ServiceSettings.CopyOf(args), SharedDaemons.Router, options)
    {
        foreach (var table in args?.Conntrackd?.OrderPoints ?? [])
        {
            foreach (var address in Addresses.SelectMany(address => address.OrderPoints))
            {
                _ = new ColocationConstraint(
                    $"{address.Name}-with-{table.Name}",
                    new ColocationConstraintArgs
                    {
                        Dependent = address.CibId,
                        Primary = table.CibId,
                        PrimaryRole = table.Action == "promote" ? (Input<string>)"Promoted" : null,
                        Score = "INFINITY",
                    },
                    new CustomResourceOptions { Parent = this });
            }
        }
    }
}
