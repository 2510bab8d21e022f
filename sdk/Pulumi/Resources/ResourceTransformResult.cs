using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a transform wants instead.</summary>
/// <param name="args">The properties to use.</param>
/// <param name="options">The options to use.</param>
public readonly struct ResourceTransformResult(ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    /// <summary>The properties to use.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>The options to use.</summary>
    public ResourceOptions Options { get; } = options;
}
