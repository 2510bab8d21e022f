namespace HaIac;

/// <summary>What losing one instance of a daemon means; a <see cref="HaProfile"/> decides by it.</summary>
public enum ServiceKind
{
    /// <summary>The component does not say. Profiles that choose leave it alone.</summary>
    Unknown,

    /// <summary>Any number of equal instances, and none holds anything that the others lack: an API behind a load balancer.</summary>
    Stateless,

    /// <summary>Instances hold state and have roles: a database, a message queue, an address.</summary>
    Stateful,

    /// <summary>At most one instance may run in the whole cluster.</summary>
    SingleInstance,
}
