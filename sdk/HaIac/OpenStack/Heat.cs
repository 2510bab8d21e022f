using System.Collections.Immutable;
using HaIac.SharedServices;
using Pulumi;

namespace HaIac.OpenStack;

/// <summary>
/// Heat (Orchestration): the daemons heat-api, heat-api-cfn and heat-engine. Recommended: a clone of each on every node
/// (<see cref="HaMode.ActiveActive"/>); engines share their work through the message bus, so many may run.
/// </summary>
/// <remarks>Behind a load balancer the two APIs start after it. Source: the service table of the design, Heat.</remarks>
public sealed class Heat : ComponentResource, IOrdered
{
    private const int ApiPort = 8004;

    /// <summary>Declares Heat.</summary>
    /// <param name="name">Name of the resource; the daemons are called <c>name-api</c>, <c>name-api-cfn</c> and <c>name-engine</c>, in the CIB too.</param>
    /// <param name="args">Its settings; HA is off by default.</param>
    /// <param name="options">Pulumi's options.</param>
    /// <exception cref="RunException">The parameters do not fit; the message lists everything that is wrong.</exception>
    public Heat(string name, HeatArgs? args = null, ComponentResourceOptions? options = null)
        : base("haiac:openstack:Heat", name, args = ServiceSettings.CopyOf(args), options)
    {
        Api = Daemon(name, "api", args, behind: args.Behind);
        ApiCfn = Daemon(name, "api-cfn", args, behind: args.Behind);
        Engine = Daemon(name, "engine", args, behind: null);
        Endpoint = args.Behind is { Addresses: [var address, ..] }
            ? address.Ip.Apply(ip => (string?)$"http://{(ip.Contains(':', StringComparison.Ordinal) ? $"[{ip}]" : ip)}:{ApiPort}/v1")
            : Output.Create<string?>(Task.FromResult<string?>(null));
        RegisterOutputs();
    }

    /// <summary>Address of the native API behind the load balancer, without the project's id; null without a load balancer that has an address.</summary>
    [Output("endpoint")]
    public Output<string?> Endpoint { get; private set; }

    /// <summary>The native API, port 8004.</summary>
    public Service Api { get; }

    /// <summary>The CloudFormation API, port 8000.</summary>
    public Service ApiCfn { get; }

    /// <summary>The engine, which does the work.</summary>
    public Service Engine { get; }

    /// <inheritdoc />
    public ImmutableArray<OrderPoint> OrderPoints => [.. Api.OrderPoints, .. ApiCfn.OrderPoints, .. Engine.OrderPoints];

    private Service Daemon(string name, string part, HeatArgs args, LoadBalancer? behind)
    {
        var service = args.ToService(new ServiceArgs
        {
            Kind = ServiceKind.Stateless,
            UnitNames = { [Distribution.Debian] = $"heat-{part}", [Distribution.RedHat] = $"openstack-heat-{part}" },
        });
        if (behind is not null)
        {
            service.StartAfter.Insert(0, behind);
        }

        return new Service($"{name}-{part}", service, new CustomResourceOptions { Parent = this });
    }
}
