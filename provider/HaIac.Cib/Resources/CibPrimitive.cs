using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>One service that the cluster runs on one node.</summary>
/// <remarks>
/// It names either an agent or a template, which then says the agent and all that the primitive does not set itself.
/// Source: Pacemaker Explained, Cluster Resources, Resource Templates; resources-3.9.rng element-primitive.
/// </remarks>
public sealed record CibPrimitive : CibAgentResource
{
    /// <summary>The agent that starts, stops and checks it. A change replaces the resource.</summary>
    /// <value>Null only when <see cref="Template"/> is set.</value>
    public AgentName? Agent { get; init; }

    /// <summary>The template that it is made after. A change replaces the resource.</summary>
    /// <value>Default: null, the agent is named here.</value>
    public CibId? Template { get; init; }

    /// <inheritdoc/>
    public override string Tag => "primitive";
}
