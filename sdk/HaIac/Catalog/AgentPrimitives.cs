using Pulumi;

namespace HaIac.Catalog;

/// <summary>Cluster resources that are no daemons: they have no unit and nothing to take over, but the same keys as any service.</summary>
internal static class AgentPrimitives
{
    /// <summary>Composes one.</summary>
    /// <param name="name">Id of the primitive.</param>
    /// <param name="agent">Its agent.</param>
    /// <param name="mode">Active/passive for one instance, active/active for a clone.</param>
    /// <param name="values">Tested values.</param>
    /// <param name="overrides">The user's values.</param>
    /// <exception cref="RunException">A value does not fit; the message lists everything that is wrong.</exception>
    public static Composition Compose(string name, string agent, HaMode mode, ResourceHash values, ResourceHash overrides) =>
        ServiceArgs.For(name, new ServiceArgs
        {
            HaMode = mode,
            DefaultClass = PacemakerClass.Agent(agent),
            DefaultParameters = values,
            ResourceHash = overrides,
        }).Composition;

    /// <summary>An input as a value of a hash.</summary>
    public static ParameterValue ToParameter(this Input<string> input)
    {
        Output<string> output = input;
        return output;
    }
}
