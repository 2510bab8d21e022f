using HaIac.Catalog;
using Pulumi;

namespace HaIac.OpenStack;

/// <summary>
/// ceilometer-agent-central (Telemetry). Recommended: one instance in the cluster (<see cref="HaMode.ActivePassive"/>), because two would poll and count everything
/// twice; with a coordination service, which shares the work out, a clone on every node (<see cref="HaMode.ActiveActive"/>).
/// </summary>
/// <remarks>
/// Source: the service table of the design, Ceilometer.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class CeilometerCentral(string name, CoordinatedServiceArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService("haiac:openstack:CeilometerCentral", name, ServiceSettings.CopyOf(args), OpenStackDaemons.CeilometerCentral.For(args), options);
