using HaIac.Catalog;
using Pulumi;

namespace HaIac.SharedServices;

/// <summary>
/// Redis. Recommended: <see cref="HaMode.Promotable"/> under <c>ocf:heartbeat:redis</c>: one promoted instance takes writes, the others follow it; its address
/// lives with the promoted one.
/// </summary>
/// <remarks>
/// The agent keeps who was promoted last in a cluster property of its own, which is no drift. Source: the service table of the design, Redis.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class Redis(string name, BundledServiceArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService("haiac:shared:Redis", name, ServiceSettings.CopyOf(args), SharedDaemons.Redis, options);
