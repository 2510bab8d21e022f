using HaIac.Catalog;
using Pulumi;

namespace HaIac.OpenStack;

/// <summary>
/// aodh-evaluator (Alarming). Recommended: one instance in the cluster (<see cref="HaMode.ActivePassive"/>), because two would act on every alarm twice; with a
/// coordination service, which shares the alarms out, a clone on every node (<see cref="HaMode.ActiveActive"/>).
/// </summary>
/// <remarks>
/// Source: the service table of the design, Aodh.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class AodhEvaluator(string name, CoordinatedServiceArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService("haiac:openstack:AodhEvaluator", name, ServiceSettings.CopyOf(args), OpenStackDaemons.AodhEvaluator.For(args), options);
