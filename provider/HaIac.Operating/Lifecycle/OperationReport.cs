using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Reporting;

namespace HaIac.Operating.Lifecycle;

/// <summary>What an operation on a service did.</summary>
internal sealed record OperationReport
{
    /// <summary>The operation: start, stop, restart, enable, disable, cleanup.</summary>
    public required string Operation { get; init; }

    /// <summary>The service.</summary>
    public required string Service { get; init; }

    /// <summary>What was done, in order.</summary>
    public ValueList<OperationStep> Steps { get; init; } = [];

    /// <summary>Failures that a cleanup erased, one line each (rule K3).</summary>
    public ValueList<string> Erased { get; init; } = [];

    /// <summary>What the user should know although the operation went through.</summary>
    public ValueList<Finding> Warnings { get; init; } = [];

    /// <summary>The service afterwards; null where it could not be asked.</summary>
    public ServiceReport? After { get; init; }

    /// <summary>Whether anything was changed; an operation that finds all as wanted changes nothing.</summary>
    public bool Changed => Steps.Any(step => step.Changed);
}
