using HaIac.Catalog;
using Pulumi;

namespace HaIac.OpenStack;

/// <summary>
/// The NFS gateway of Manila's Ceph driver, NFS-Ganesha. Recommended: one instance in the cluster (<see cref="HaMode.ActivePassive"/>) with an address of its own,
/// because clients hold their mounts by that address.
/// </summary>
/// <remarks>
/// The unit is the instance <c>ceph-nfs@pacemaker</c>. Source: the service table of the design, Manila.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class CephNfs(string name, BundledServiceArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService("haiac:openstack:CephNfs", name, ServiceSettings.CopyOf(args), OpenStackDaemons.CephNfs, options);
