using Pulumi;
using HaIac.Cib;

namespace HaIac;

/// <summary>Inputs of a <see cref="Service"/>.</summary>
public sealed class ServiceArgs : ServiceSettings
{
    private Composition? _composition;

    /// <summary>Name of the daemon; also the CIB id of its primitive.</summary>
    /// <value>Default: the resource's name. Must be an XML name: a letter or underscore first, no colon or blank.</value>
    public string? ServiceName { get; set; }

    /// <summary>Name of its systemd unit, without <c>.service</c>.</summary>
    /// <value>Default: the service's name.</value>
    public string? UnitName { get; set; }

    /// <summary>Cluster resources that may run only where this service runs, such as a virtual IP in front of a load balancer.</summary>
    /// <value>Default: none.</value>
    public List<IOrdered> Followers { get; set; } = [];

    /// <summary>Name of the resource, set by its constructor.</summary>
    internal string LogicalName { get; set; } = string.Empty;

    internal string EffectiveName => ServiceName ?? LogicalName;

    internal Composition Composition => _composition ??= ServiceComposer.Compose(this);

    [Input("serviceName")]
    private Input<string> ServiceNameInput => EffectiveName;

    [Input("haMode")]
    private Input<string> HaModeInput => HaMode.OrRecommended(HaMode.ActiveActive).ToString();

    [Input("primitive")]
    private Input<PrimitiveArgs>? Primitive => Composition.Primitive is { } primitive ? (Input<PrimitiveArgs>)primitive : null;

    [Input("clone")]
    private Input<CloneArgs>? Clone => Composition.Cloned is { } clone ? (Input<CloneArgs>)clone : null;

    [Input("orders")]
    private InputList<OrderConstraintArgs>? Orders => Composition.Orders.IsEmpty ? null : (InputList<OrderConstraintArgs>)Composition.Orders.ToArray();

    [Input("colocations")]
    private InputList<ColocationConstraintArgs>? Colocations => Composition.Colocations.IsEmpty ? null : (InputList<ColocationConstraintArgs>)Composition.Colocations.ToArray();
}
