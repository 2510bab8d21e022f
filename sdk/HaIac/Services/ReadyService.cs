using System.Collections.Immutable;
using HaIac.Catalog;
using Pulumi;

namespace HaIac;

/// <summary>A daemon with tested settings: what it is called, how it is best made highly available, and which values it starts from.</summary>
/// <remarks>By default HA is off. Every value can be overridden by <see cref="ServiceSettings.ResourceHash"/>, the agent by <see cref="ServiceSettings.PacemakerClass"/>.</remarks>
public abstract class ReadyService : ComponentResource, IOrdered
{
    /// <summary>Declares the daemon.</summary>
    /// <param name="type">Type token of the component.</param>
    /// <param name="name">Name of the resource, of the service, and id of its primitive in the CIB.</param>
    /// <param name="args">The user's settings; a copy that belongs to this component.</param>
    /// <param name="facts">What is known about the daemon.</param>
    /// <param name="options">Pulumi's options.</param>
    private protected ReadyService(string type, string name, ReadyServiceArgs args, DaemonFacts facts, ComponentResourceOptions? options)
        : base(type, name, args, options)
    {
        Addresses = [.. args.Addresses];
        Service = new Service(name, facts.ToService(args), new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    /// <summary>Virtual addresses that live where the service does, in the order of the declaration.</summary>
    public ImmutableArray<SharedServices.VirtualIp> Addresses { get; }

    /// <summary>The daemon.</summary>
    public Service Service { get; }

    /// <inheritdoc />
    public ImmutableArray<OrderPoint> OrderPoints => Service.OrderPoints;
}
