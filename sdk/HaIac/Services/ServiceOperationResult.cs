using System.Collections.Immutable;
using Pulumi;

namespace HaIac;

/// <summary>What an operation on a service did.</summary>
[OutputType]
public sealed class ServiceOperationResult
{
    /// <summary>Whether anything was changed.</summary>
    public readonly bool Changed;

    /// <summary>Whether it was a preview, in which nothing is changed.</summary>
    public readonly bool Preview;

    /// <summary>What was done, in order.</summary>
    public readonly ImmutableArray<string> Steps;

    /// <summary>Failures that a cleanup erased.</summary>
    public readonly ImmutableArray<string> Erased;

    /// <summary>What should be known although it went through.</summary>
    public readonly ImmutableArray<string> Warnings;

    /// <summary>State of the service afterwards, in words.</summary>
    public readonly string State;

    [OutputConstructor]
    private ServiceOperationResult(bool changed, bool preview, ImmutableArray<string> steps, ImmutableArray<string> erased, ImmutableArray<string> warnings, string state)
    {
        Changed = changed;
        Preview = preview;
        Steps = steps;
        Erased = erased;
        Warnings = warnings;
        State = state;
    }
}
