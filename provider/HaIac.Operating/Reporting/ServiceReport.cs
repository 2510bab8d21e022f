using HaIac.Cib.Values;
using HaIac.Operating.Services;

namespace HaIac.Operating.Reporting;

/// <summary>A service as the cluster has it at one moment.</summary>
internal sealed record ServiceReport
{
    /// <summary>The name that was asked for.</summary>
    public required string Name { get; init; }

    /// <summary>What it is to the cluster.</summary>
    public required ServiceKind Kind { get; init; }

    /// <summary>The id that the name leads to: a primitive, or a wrapper that was named itself.</summary>
    public required CibId Id { get; init; }

    /// <summary>The id of the outermost wrapper; the same where there is none.</summary>
    public required CibId Outer { get; init; }

    /// <summary>The agents of its primitives in Pacemaker's spelling.</summary>
    public ValueList<string> Agents { get; init; } = [];

    /// <summary>What it is as asked: on the node with <see cref="StatusScope.Local"/>, else its best state anywhere.</summary>
    public required NodeState State { get; init; }

    /// <summary>The scope that <see cref="State"/> answers for.</summary>
    public required StatusScope Scope { get; init; }

    /// <summary>The nodes, in the order of the cluster.</summary>
    public ValueList<NodeReport> Nodes { get; init; } = [];

    /// <summary>Whether the cluster manages it, and what decides that.</summary>
    public required EffectiveValue Managed { get; init; }

    /// <summary>What it should be, and what decides that.</summary>
    public required EffectiveValue TargetRole { get; init; }

    /// <summary>Nodes on which the location constraint that is expected is missing: drift, not a stop (rule G4). Empty unless asked for.</summary>
    public ValueList<NodeName> MissingLocations { get; init; } = [];

    /// <summary>What a reader should know besides: no status on a host without tools, a value that depends on the time, ...</summary>
    public ValueList<string> Notes { get; init; } = [];

    /// <summary>Whether it runs in the scope asked for.</summary>
    public bool IsRunning => State.IsRunning();

    /// <summary>The nodes that run it.</summary>
    public IEnumerable<NodeName> RunningOn => Nodes.Where(node => node.State.IsRunning()).Select(node => node.Node);
}
