using HaIac.Catalog;
using Pulumi;

namespace HaIac.OpenStack;

/// <summary>
/// cinder-backup (Block Storage). Recommended: one instance in the cluster (<see cref="HaMode.ActivePassive"/>), like the volume service whose host it shares.
/// </summary>
/// <remarks>
/// Source: the service table of the design, Cinder.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class CinderBackup(string name, BundledServiceArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService("haiac:openstack:CinderBackup", name, ServiceSettings.CopyOf(args), OpenStackDaemons.CinderBackup, options);
