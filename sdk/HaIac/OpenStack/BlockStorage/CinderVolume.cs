using HaIac.Catalog;
using Pulumi;

namespace HaIac.OpenStack;

/// <summary>
/// cinder-volume (Block Storage). Recommended: one instance in the cluster (<see cref="HaMode.ActivePassive"/>), with one <c>backend_host</c> on all nodes: two that
/// share it would both act on the same volume.
/// </summary>
/// <remarks>
/// Many instances need a back end that supports it, a cluster name and a coordination service, and then do not belong into Pacemaker.
/// Source: the service table of the design, Cinder.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class CinderVolume(string name, BundledServiceArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService("haiac:openstack:CinderVolume", name, ServiceSettings.CopyOf(args), OpenStackDaemons.CinderVolume, options);
