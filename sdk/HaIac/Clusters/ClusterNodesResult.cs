using System.Collections.Immutable;
using Pulumi;

namespace HaIac;

/// <summary>The nodes of a cluster.</summary>
[OutputType]
public sealed class ClusterNodesResult
{
    /// <summary>All of them, by the names that the cluster knows them by.</summary>
    public readonly ImmutableArray<string> Names;

    /// <summary>Those that are online.</summary>
    public readonly ImmutableArray<string> Online;

    /// <summary>Those that resources may be placed on now: online, not in standby, not in maintenance.</summary>
    public readonly ImmutableArray<string> Usable;

    /// <summary>The state of each in words: <c>online, standby</c>.</summary>
    public readonly ImmutableDictionary<string, string> States;

    [OutputConstructor]
    private ClusterNodesResult(ImmutableArray<string> names, ImmutableArray<string> online, ImmutableArray<string> usable, ImmutableDictionary<string, string> states)
    {
        Names = names;
        Online = online;
        Usable = usable;
        States = states;
    }
}
