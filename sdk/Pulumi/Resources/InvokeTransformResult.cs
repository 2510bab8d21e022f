using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an invoke transform wants instead.</summary>
/// <param name="args">The arguments to use.</param>
/// <param name="options">The options to use.</param>
public readonly struct InvokeTransformResult(ImmutableDictionary<string, object?> args, InvokeOptions options)
{
    /// <summary>All arguments by wire name; what is left out is taken away.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>All options of the call; without a provider the one of the call stays.</summary>
    public InvokeOptions Options { get; } = options;
}
