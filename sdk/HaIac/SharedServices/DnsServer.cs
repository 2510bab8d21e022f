using HaIac.Catalog;
using Pulumi;

namespace HaIac.SharedServices;

/// <summary>
/// Names for the nodes and for what hangs on them: BIND. Recommended: a clone on every node (<see cref="HaMode.ActiveActive"/>), because clients ask the
/// next server when one is silent; with an address, that follows a running instance.
/// </summary>
/// <remarks>
/// Zones must be the same on every node. Source: requirement R1; the service table of the design, Infrastructure.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class DnsServer(string name, ReadyServiceArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService("haiac:shared:DnsServer", name, ServiceSettings.CopyOf(args), SharedDaemons.Dns, options);
