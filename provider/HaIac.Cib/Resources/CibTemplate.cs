using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>What several primitives have in common. It runs nowhere itself; a constraint that names it holds for all primitives made after it.</summary>
/// <remarks>Source: Pacemaker Explained, Reusing Parts of the Configuration, Resource Templates; resources-3.9.rng element-template.</remarks>
public sealed record CibTemplate : CibAgentResource
{
    /// <summary>The agent of the primitives.</summary>
    public required AgentName Agent { get; init; }

    /// <inheritdoc/>
    public override string Tag => "template";
}
