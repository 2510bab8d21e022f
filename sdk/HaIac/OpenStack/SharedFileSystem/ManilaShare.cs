using HaIac.Catalog;
using Pulumi;

namespace HaIac.OpenStack;

/// <summary>
/// manila-share (Shared File Systems). Recommended: one instance in the cluster (<see cref="HaMode.ActivePassive"/>): drivers hold state of their back end.
/// </summary>
/// <remarks>
/// Start it after <see cref="CephNfs"/> where it exports through that. Source: the service table of the design, Manila.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class ManilaShare(string name, BundledServiceArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService("haiac:openstack:ManilaShare", name, ServiceSettings.CopyOf(args), OpenStackDaemons.ManilaShare, options);
