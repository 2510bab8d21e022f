namespace HaIac;

/// <summary>How a service becomes cluster resources.</summary>
/// <remarks>
/// Derive from it to compose resources in another way. Properties marked <see cref="ParameterAttribute"/> are filled from the user's
/// <see cref="ResourceHash"/>; <see cref="ServiceContext.Daemon"/> composes what most daemons need.
/// </remarks>
/// <example>
/// <code>
/// public sealed class DrbdBacked : PacemakerClass
/// {
///     [Parameter(Required = true)] public string? Volume { get; init; }
///
///     public override Composition Compose(ServiceContext service) =>
///         service.Daemon("ocf:linbit:drbd", new Dictionary&lt;string, Input&lt;string&gt;&gt; { ["drbd_resource"] = Volume! });
/// }
/// </code>
/// </example>
public abstract class PacemakerClass
{
    /// <summary>Name of the class for messages, such as <c>systemd:heat-api</c>.</summary>
    /// <value>Default: the name of the type.</value>
    public virtual string Name => GetType().Name;

    /// <summary>The cluster runs the service's systemd unit, which takes no parameters of its own.</summary>
    /// <param name="unit">Name of the unit without <c>.service</c>; default: the service's own.</param>
    public static PacemakerClass Systemd(string? unit = null) => new SystemdClass(unit);

    /// <summary>The cluster runs the service through a resource agent.</summary>
    /// <param name="agent">Name of the agent: <c>standard:provider:type</c> or <c>standard:type</c>, such as <c>ocf:heartbeat:galera</c>.</param>
    public static PacemakerClass Agent(string agent) => new AgentClass(agent);

    /// <summary>The agent in the words of the original design: its class, provider and type.</summary>
    /// <param name="primitiveType">Type of the agent; required.</param>
    /// <param name="primitiveClass">Its standard: ocf, systemd, lsb, service, stonith.</param>
    /// <param name="primitiveProvider">Its provider; only for ocf.</param>
    public static PacemakerClass Primitive(string primitiveType, string primitiveClass = "ocf", string primitiveProvider = "pacemaker") =>
        new AgentClass(primitiveClass == "ocf" ? $"ocf:{primitiveProvider}:{primitiveType}" : $"{primitiveClass}:{primitiveType}");

    /// <summary>The cluster runs the service as a template says, which several services may share.</summary>
    /// <param name="template">What they have in common; each service's own parameters are laid over it.</param>
    public static PacemakerClass Template(PrimitiveTemplate template) => new TemplateClass(template);

    /// <summary>The cluster runs the service in containers.</summary>
    /// <param name="image">The image, as the container technology names it; it must be on every node.</param>
    /// <param name="settings">How the containers run; default: one container without a resource inside.</param>
    public static PacemakerClass Bundle(string image, BundleSettings? settings = null) => new BundleClass(image, settings ?? new());

    /// <summary>A user's own class. Its parameters come from the service's <see cref="ResourceHash"/>.</summary>
    /// <typeparam name="T">The class.</typeparam>
    public static PacemakerClass Of<T>()
        where T : PacemakerClass, new() => new T();

    /// <summary>Whether the class can compose a service in a mode.</summary>
    /// <param name="mode">The mode; never <see cref="HaMode.Disabled"/> or <see cref="HaMode.Recommended"/>.</param>
    /// <returns>Default: true.</returns>
    public virtual bool Supports(HaMode mode) => true;

    /// <summary>Composes the cluster resources of a service; constraints towards other services are added afterwards.</summary>
    /// <param name="service">The service.</param>
    public abstract Composition Compose(ServiceContext service);

    /// <summary>The class with the service's own parameters; the object that the program gave is left as it is, because services may share it.</summary>
    internal PacemakerClass Bound(ParameterReader parameters, string service)
    {
        var bound = (PacemakerClass)MemberwiseClone();
        ParameterBinder.Bind(bound, parameters, service);
        return bound;
    }
}
