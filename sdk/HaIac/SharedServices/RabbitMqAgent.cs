namespace HaIac.SharedServices;

/// <summary>Which agent runs RabbitMQ.</summary>
public enum RabbitMqAgent
{
    /// <summary>
    /// <c>ocf:heartbeat:rabbitmq-server-ha</c>, promotable: the promoted instance is the one that others join, and membership follows the cluster's.
    /// </summary>
    ServerHa,

    /// <summary><c>ocf:heartbeat:rabbitmq-cluster</c>, a plain clone: instances find each other through attributes of the nodes.</summary>
    Cluster,
}
