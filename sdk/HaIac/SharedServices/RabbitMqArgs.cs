namespace HaIac.SharedServices;

/// <summary>Inputs of <see cref="RabbitMq"/>.</summary>
public sealed class RabbitMqArgs : BundledServiceArgs
{
    /// <summary>Which agent runs it.</summary>
    /// <value>Default: <see cref="RabbitMqAgent.ServerHa"/>.</value>
    public RabbitMqAgent Agent { get; set; }
}
