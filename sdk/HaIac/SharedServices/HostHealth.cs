using System.Collections.Immutable;
using HaIac.Catalog;
using HaIac.Cib;
using Pulumi;

namespace HaIac.SharedServices;

/// <summary>
/// Checks of the nodes' own health: a clone for each, which writes green, yellow or red into a health attribute of its node; the cluster's strategy says what
/// follows. It has no <see cref="HaMode"/>, because only the cluster reads these attributes.
/// </summary>
/// <remarks>Source: requirement R1; Pacemaker Explained, Tracking Node Health.</remarks>
public sealed class HostHealth : ComponentResource
{
    /// <summary>Declares the checks.</summary>
    /// <param name="name">Name of the resource; the checks are called <c>name-cpu</c>, <c>name-iowait</c>, <c>name-diskspace</c> and <c>name-smart</c>, in the CIB too.</param>
    /// <param name="args">What to check.</param>
    /// <param name="options">Pulumi's options.</param>
    /// <exception cref="RunException">A value does not fit; the message lists everything that is wrong.</exception>
    public HostHealth(string name, HostHealthArgs? args = null, ComponentResourceOptions? options = null)
        : base("haiac:shared:HostHealth", name, args ??= new HostHealthArgs(), options)
    {
        Checks = args.Checks.Distinct().ToImmutableDictionary(check => check, check => Declare(name, check, args));
        if (args.Strategy is { } strategy)
        {
            Strategy = new ClusterProperties(
                $"{name}-strategy",
                new ClusterPropertiesArgs { Properties = { ["node-health-strategy"] = strategy } },
                new CustomResourceOptions { Parent = this });
        }

        RegisterOutputs();
    }

    /// <summary>The clone of each check.</summary>
    public ImmutableDictionary<HealthCheck, Clone> Checks { get; }

    /// <summary>The cluster option; null if it is left to the program.</summary>
    public ClusterProperties? Strategy { get; }

    private Clone Declare(string name, HealthCheck check, HostHealthArgs args)
    {
        var id = $"{name}-{check.ToString().ToLowerInvariant()}";
        // An ill node keeps its checks, or nobody would see that it is well again.
        var values = Starting.Check.With(new() { ["meta.allow-unhealthy-nodes"] = true });
        if (check == HealthCheck.DiskSpace)
        {
            values = values.With(new() { ["param.disks"] = string.Join(' ', args.Disks), ["param.min_disk_free"] = args.MinimumFree });
        }

        var composed = AgentPrimitives.Compose(id, AgentOf(check), HaMode.ActiveActive, values, args.ResourceHashes.GetValueOrDefault(check) ?? []);
        return new Clone($"{id}-clone", composed.Cloned!, new CustomResourceOptions { Parent = this });
    }

    private static string AgentOf(HealthCheck check) => check switch
    {
        HealthCheck.Cpu => "ocf:pacemaker:HealthCPU",
        HealthCheck.IoWait => "ocf:pacemaker:HealthIOWait",
        HealthCheck.DiskSpace => "ocf:pacemaker:SysInfo",
        _ => "ocf:pacemaker:HealthSMART",
    };
}
