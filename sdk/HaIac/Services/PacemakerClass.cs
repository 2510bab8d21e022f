namespace HaIac;

/// <summary>How a service becomes cluster resources.</summary>
/// <remarks>Derive from it to compose resources in another way; <see cref="ServiceContext.Parameters"/> hands over the user's parameters.</remarks>
public abstract class PacemakerClass
{
    /// <summary>Name of the class for messages, such as <c>systemd:heat-api</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The cluster runs the service's systemd unit, which takes no parameters of its own.</summary>
    /// <param name="unit">Name of the unit without <c>.service</c>; default: the service's own.</param>
    public static PacemakerClass Systemd(string? unit = null) => new SystemdClass(unit);

    /// <summary>The cluster runs the service through a resource agent.</summary>
    /// <param name="agent">Name of the agent: <c>standard:provider:type</c> or <c>standard:type</c>, such as <c>ocf:heartbeat:galera</c>.</param>
    public static PacemakerClass Agent(string agent) => new AgentClass(agent);

    /// <summary>Composes the cluster resources of a service; constraints towards other services are added afterwards.</summary>
    /// <param name="service">The service.</param>
    public abstract Composition Compose(ServiceContext service);
}
