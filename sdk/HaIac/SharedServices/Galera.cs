using HaIac.Catalog;
using Pulumi;

namespace HaIac.SharedServices;

/// <summary>
/// MariaDB with Galera. Recommended: <see cref="HaMode.Promotable"/> under <c>ocf:heartbeat:galera</c>, every member promoted: a promoted instance serves, an unpromoted one has
/// only told how recent its data are, by which the agent chooses where to begin. So whoever needs the database starts after its promotion.
/// </summary>
/// <remarks>
/// A failed join does not bounce the database (promote blocks). The clone does not interleave: its instances are one database. With a class of your own it starts
/// from the times of a plain clone, whose start may take a state transfer. Source: the service table of the design, Galera bootstrap.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class Galera(string name, GaleraArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService("haiac:shared:Galera", name, ServiceSettings.CopyOf(args), SharedDaemons.Galera, options);
