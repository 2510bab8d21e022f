namespace HaIac;

/// <summary>The cluster runs the service through a resource agent, whose parameters come from the hash.</summary>
internal sealed class AgentClass(string agent) : PacemakerClass
{
    public override string Name => agent;

    public override Composition Compose(ServiceContext service) => DaemonComposer.Compose(service, agent, takesParameters: true);
}
