using System.Collections.Immutable;
using Pulumi;

namespace HaIac;

/// <summary>
/// One daemon on the nodes of a cluster. With <see cref="HaMode.Disabled"/> the init system runs it and the cluster gets nothing; in any other
/// mode its primitive or clone and its constraints enter the CIB in one transaction.
/// </summary>
public sealed class Service : CustomResource, IOrdered
{
    private const string Token = "haiac:services:Service";

    private readonly ServiceArgs _args;

    /// <summary>Declares a service.</summary>
    /// <param name="name">Name of the resource; also the service's name and the CIB id of its primitive unless the arguments say otherwise.</param>
    /// <param name="args">What the service is and how it is made highly available.</param>
    /// <param name="options">Pulumi's options.</param>
    /// <remarks>The arguments are copied. A transformation may change them in place; it must not put another object in their place.</remarks>
    /// <exception cref="RunException">The class does not accept the parameters; the message lists everything that is wrong.</exception>
    public Service(string name, ServiceArgs? args = null, CustomResourceOptions? options = null)
        : base(Token, name, args = ServiceArgs.For(name, args), options) =>
        _args = args;

    /// <summary>Name of the daemon.</summary>
    [Output("serviceName")]
    public Output<string> ServiceName { get; private set; } = null!;

    /// <summary>How the service is made highly available; never <see cref="HaMode.Recommended"/>.</summary>
    [Output("haMode")]
    public Output<HaMode> HaMode { get; private set; } = null!;

    /// <summary>Ids of its objects in the CIB; empty if the cluster does not run it.</summary>
    [Output("cibIds")]
    public Output<ImmutableArray<string>> CibIds { get; private set; } = null!;

    /// <summary>Names of the nodes on which each of its resources runs, by CIB id; as of the last update.</summary>
    [Output("runningOn")]
    public Output<ImmutableDictionary<string, ImmutableArray<string>>> RunningOn { get; private set; } = null!;

    /// <inheritdoc />
    /// <remarks>As transformations left the service: a service that a wrapper put into the cluster is waited for like any other.</remarks>
    public ImmutableArray<OrderPoint> OrderPoints =>
        _args.NoOp != true && _args.Composition.OuterId is { } id
            ? [new OrderPoint(_args.EffectiveName, id, _args.EffectiveMode == global::HaIac.HaMode.Promotable ? "promote" : "start")]
            : [];
}
