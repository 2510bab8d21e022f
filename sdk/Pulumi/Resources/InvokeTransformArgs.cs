using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an invoke transform sees.</summary>
/// <param name="token">Token of the function.</param>
/// <param name="args">The arguments by wire name.</param>
/// <param name="options">The options.</param>
public readonly struct InvokeTransformArgs(string token, ImmutableDictionary<string, object?> args, InvokeOptions options)
{
    /// <summary>Token of the function.</summary>
    public string Token { get; } = token;

    /// <summary>The arguments by wire name.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>The options.</summary>
    public InvokeOptions Options { get; } = options;
}
