using HaIac.Findings;

namespace HaIac;

/// <summary>The cluster runs the service through a resource agent, whose parameters come from the hash.</summary>
internal sealed class AgentClass(string agent) : PacemakerClass
{
    public override string Name => agent;

    // Only OCF agents have a promote action; whether this one has it, the provider reads from its metadata.
    public override bool Supports(HaMode mode) => mode != HaMode.Promotable || agent.StartsWith("ocf:", StringComparison.Ordinal);

    public override Composition Compose(ServiceContext service)
    {
        if (AgentNames.Problem(agent) is { } problem)
        {
            service.Parameters.Report(SdkFinding.IncompleteAgent(service.Name, agent, problem));
        }

        return DaemonComposer.Compose(service, agent, takesParameters: !agent.StartsWith("systemd:", StringComparison.Ordinal));
    }
}
