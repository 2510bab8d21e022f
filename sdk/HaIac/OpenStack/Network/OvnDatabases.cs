using HaIac.Catalog;
using Pulumi;

namespace HaIac.OpenStack;

/// <summary>
/// The northbound and southbound databases of OVN (Networking). Recommended: <see cref="HaMode.Promotable"/> under <c>ocf:ovn:ovndb-servers</c>: one promoted instance
/// takes writes, and its address lives with it.
/// </summary>
/// <remarks>
/// Set <c>param.master_ip</c> to that address. The agent comes with OVN. Source: the service table of the design, OVN databases.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class OvnDatabases(string name, BundledServiceArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService("haiac:openstack:OvnDatabases", name, ServiceSettings.CopyOf(args), OpenStackDaemons.OvnDatabases, options);
