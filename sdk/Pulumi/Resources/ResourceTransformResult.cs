using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a transform wants instead.</summary>
/// <param name="args">The properties to use.</param>
/// <param name="options">The options to use.</param>
public readonly struct ResourceTransformResult(ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    /// <summary>All properties by wire name; what is left out is taken away.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>All options; what is left out is taken away. The parent cannot be changed.</summary>
    public ResourceOptions Options { get; } = options;
}
