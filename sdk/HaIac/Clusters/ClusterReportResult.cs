using System.Collections.Immutable;
using Pulumi;

namespace HaIac;

/// <summary>A cluster at one moment.</summary>
[OutputType]
public sealed class ClusterReportResult
{
    /// <summary>Whether the partition that answered may run resources.</summary>
    public readonly bool Quorum;

    /// <summary>Name of the elected controller; empty if none is elected.</summary>
    public readonly string Controller;

    /// <summary>Pacemaker's version on the controller; empty if not reported.</summary>
    public readonly string PacemakerVersion;

    /// <summary>Options in force: symmetric-cluster, no-quorum-policy, stonith-enabled, maintenance-mode.</summary>
    public readonly ImmutableDictionary<string, string> Options;

    /// <summary>State of each node in words.</summary>
    public readonly ImmutableDictionary<string, string> Nodes;

    /// <summary>Where each outermost resource is, and what it is there: <c>ctl1 promoted, ctl2 running</c>.</summary>
    public readonly ImmutableDictionary<string, string> Resources;

    /// <summary>What is remarkable about a resource: FAILED, BLOCKED, unmanaged, disabled; only those that have something.</summary>
    public readonly ImmutableDictionary<string, string> Marks;

    /// <summary>Failed operations that the cluster remembers, one line each.</summary>
    public readonly ImmutableArray<string> Failures;

    /// <summary>What was set by hand, one line each.</summary>
    public readonly ImmutableArray<string> OperatorState;

    [OutputConstructor]
    private ClusterReportResult(
        bool quorum,
        string controller,
        string pacemakerVersion,
        ImmutableDictionary<string, string> options,
        ImmutableDictionary<string, string> nodes,
        ImmutableDictionary<string, string> resources,
        ImmutableDictionary<string, string> marks,
        ImmutableArray<string> failures,
        ImmutableArray<string> operatorState)
    {
        Quorum = quorum;
        Controller = controller;
        PacemakerVersion = pacemakerVersion;
        Options = options;
        Nodes = nodes;
        Resources = resources;
        Marks = marks;
        Failures = failures;
        OperatorState = operatorState;
    }
}
