using System.Collections.Immutable;
using HaIac.Catalog;
using Pulumi;

namespace HaIac.OpenStack;

/// <summary>
/// Agents of Neutron (Networking): Open vSwitch, DHCP, L3, metadata. Recommended: a clone of each on every node (<see cref="HaMode.ActiveActive"/>), with several DHCP
/// agents per network and routers that survive their agent (l3_ha or DVR). The DHCP and L3 agents start after the one that plugs their ports, if both start at
/// once; a restart of one leaves the others alone.
/// </summary>
/// <remarks>No group: none of them needs another to go on. Source: the service table of the design, Neutron; section 1.6 on order.</remarks>
public sealed class NeutronAgents : ComponentResource, IOrdered
{
    /// <summary>Declares the agents.</summary>
    /// <param name="name">Name of the resource; the daemons are called <c>name-openvswitch</c>, <c>name-dhcp</c>, <c>name-l3</c> and <c>name-metadata</c>, in the CIB too.</param>
    /// <param name="args">Their settings; HA is off by default.</param>
    /// <param name="options">Pulumi's options.</param>
    /// <exception cref="RunException">The parameters do not fit; the message lists everything that is wrong.</exception>
    public NeutronAgents(string name, NeutronAgentsArgs? args = null, ComponentResourceOptions? options = null)
        : base("haiac:openstack:NeutronAgents", name, args = ServiceSettings.CopyOf(args), options)
    {
        var services = ImmutableSortedDictionary.CreateBuilder<NeutronAgent, Service>();
        foreach (var agent in args.Agents.Distinct().Order())
        {
            var service = FactsOf(agent).ToService(args);
            if (agent is NeutronAgent.Dhcp or NeutronAgent.L3 && services.TryGetValue(NeutronAgent.OpenVSwitch, out var plugging))
            {
                service.StartAfter.Add(plugging);
            }

            services[agent] = new Service($"{name}-{agent.ToString().ToLowerInvariant()}", service, new CustomResourceOptions { Parent = this });
        }

        Services = services.ToImmutable();
        RegisterOutputs();
    }

    /// <summary>The daemon of each agent.</summary>
    public ImmutableSortedDictionary<NeutronAgent, Service> Services { get; }

    /// <inheritdoc />
    public ImmutableArray<OrderPoint> OrderPoints => [.. Services.Values.SelectMany(service => service.OrderPoints)];

    private static DaemonFacts FactsOf(NeutronAgent agent) => agent switch
    {
        NeutronAgent.OpenVSwitch => OpenStackDaemons.OpenVSwitchAgent,
        NeutronAgent.Dhcp => OpenStackDaemons.DhcpAgent,
        NeutronAgent.L3 => OpenStackDaemons.L3Agent,
        _ => OpenStackDaemons.MetadataAgent,
    };
}
