using System.Collections.Immutable;
using Pulumi;

namespace HaIac;

/// <summary>How a service is.</summary>
[OutputType]
public sealed class ServiceStatusResult
{
    /// <summary>Its state in words: running, promoted, stopped, failed, unknown, ...; with a node there, else the best one anywhere.</summary>
    public readonly string State;

    /// <summary>Whether it runs, well or not.</summary>
    public readonly bool Running;

    /// <summary>What it is to the cluster: primitive, group, clone, promotable clone, bundle.</summary>
    public readonly string Kind;

    /// <summary>Id of its resource in the CIB.</summary>
    public readonly string Id;

    /// <summary>Id of the outermost wrapper; the same where there is none.</summary>
    public readonly string OuterId;

    /// <summary>Whether the cluster manages it.</summary>
    public readonly bool Managed;

    /// <summary>Its state on each node.</summary>
    public readonly ImmutableDictionary<string, string> Nodes;

    /// <summary>The nodes that run it.</summary>
    public readonly ImmutableArray<string> RunningOn;

    /// <summary>Failed operations that the cluster remembers, one line each.</summary>
    public readonly ImmutableArray<string> Failures;

    [OutputConstructor]
    private ServiceStatusResult(
        string state, bool running, string kind, string id, string outerId, bool managed, ImmutableDictionary<string, string> nodes, ImmutableArray<string> runningOn, ImmutableArray<string> failures)
    {
        State = state;
        Running = running;
        Kind = kind;
        Id = id;
        OuterId = outerId;
        Managed = managed;
        Nodes = nodes;
        RunningOn = runningOn;
        Failures = failures;
    }
}
