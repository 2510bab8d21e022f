using Pulumi;

namespace HaIac;

/// <summary>What a <see cref="PacemakerClass"/> is told about the service that it composes.</summary>
/// <param name="Name">Name of the service.</param>
/// <param name="UnitName">Name of its native unit, without <c>.service</c>.</param>
/// <param name="Mode">The mode; never <see cref="HaMode.Disabled"/> or <see cref="HaMode.Recommended"/>.</param>
/// <param name="Parameters">The user's parameters; what the class does not take is reported as unknown.</param>
public sealed record ServiceContext(string Name, string UnitName, HaMode Mode, ParameterReader Parameters)
{
    /// <summary>Id of its primitive: the name behind the prefix.</summary>
    public string PrimitiveId { get; init; } = Name;

    internal OperationDefaults OperationDefaults { get; init; }

    /// <summary>
    /// Composes one daemon as the mode says: a primitive, or a clone with it inside. It takes the names of operations and meta attributes from the
    /// user's parameters (<c>monitor-interval</c>, <c>migration-threshold</c>, <c>clone-max</c>, <c>op.…</c>, <c>meta.…</c>, <c>wrapper.…</c>).
    /// </summary>
    /// <param name="agent">Name of the agent: <c>standard:provider:type</c> or <c>standard:type</c>.</param>
    /// <param name="parameters">What the class tells the agent; default: nothing.</param>
    /// <param name="operations">The class's own operations, below the user's and over HaIac's defaults; default: none.</param>
    /// <param name="passesRest">Whether all other parameters of the user's go to the agent; false: they are reported as unknown.</param>
    public Composition Daemon(
        string agent, IReadOnlyDictionary<string, Input<string>>? parameters = null, OperationSet? operations = null, bool passesRest = false)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return DaemonComposer.Compose(this, agent, passesRest, parameters, operations);
    }
}
