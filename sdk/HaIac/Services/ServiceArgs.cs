namespace HaIac;

/// <summary>Inputs of a <see cref="Service"/>.</summary>
public sealed partial class ServiceArgs : ServiceSettings
{
    /// <summary>Name of the daemon; also the CIB id of its primitive, behind the prefix.</summary>
    /// <value>Default: the resource's name. Must be an XML name: a letter or underscore first, no colon or blank.</value>
    public string? ServiceName { get; set; }

    /// <summary>Name of its native unit, without <c>.service</c>.</summary>
    /// <value>Default: that of <see cref="UnitNames"/> for the distribution, else the service's name.</value>
    public string? UnitName { get; set; }

    /// <summary>Names of its native unit by distribution, without <c>.service</c>.</summary>
    /// <value>Default: none.</value>
    public Dictionary<Distribution, string> UnitNames { get; set; } = [];

    /// <summary>Cluster resources that may run only where this service runs, such as a virtual IP in front of a load balancer.</summary>
    /// <value>Default: none.</value>
    public List<IOrdered> Followers { get; set; } = [];

    /// <summary>What losing one instance means; profiles of a whole control plane decide by it.</summary>
    /// <value>Default: <see cref="ServiceKind.Unknown"/>.</value>
    public ServiceKind Kind { get; set; }

    /// <summary>What <see cref="HaMode.Recommended"/> means for the daemon; set by the component.</summary>
    /// <value>Default: <see cref="HaMode.ActivePassive"/> for <see cref="ServiceKind.SingleInstance"/>, else <see cref="HaMode.ActiveActive"/>.</value>
    public HaMode? RecommendedMode { get; set; }

    /// <summary>The class if the user chooses none; set by the component.</summary>
    /// <value>Default: the native unit.</value>
    public PacemakerClass? DefaultClass { get; set; }

    /// <summary>The component's values below the user's <see cref="ServiceSettings.ResourceHash"/>. Those that
    /// the class or mode does not take are left out; what the agent is told is written <c>param.NAME</c>.</summary>
    /// <value>Default: empty.</value>
    public ResourceHash DefaultParameters { get; set; } = [];

    /// <summary>How the daemon becomes a bundle, given the image; set by components that have a form for containers.</summary>
    /// <value>Default: null, there is none.</value>
    public Func<string, PacemakerClass>? BundleForm { get; set; }

    internal HaMode EffectiveMode =>
        HaMode.OrRecommended(RecommendedMode ?? (Kind == ServiceKind.SingleInstance ? HaMode.ActivePassive : HaMode.ActiveActive));

    internal string EffectiveUnit => UnitName ?? UnitNames.GetValueOrDefault(Distribution) ?? EffectiveName;

    internal string PrimitiveId => Prefix + EffectiveName;
}
