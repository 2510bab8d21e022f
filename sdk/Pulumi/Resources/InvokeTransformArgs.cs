using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an invoke transform sees.</summary>
/// <param name="token">Token of the function.</param>
/// <param name="args">The arguments by wire name.</param>
/// <param name="options">The options.</param>
public readonly struct InvokeTransformArgs(string token, ImmutableDictionary<string, object?> args, InvokeOptions options)
{
    /// <summary>Token of the function that is called, such as <c>haiac:index:lookup</c>.</summary>
    public string Token { get; } = token;

    /// <summary>The arguments of the call by wire name; those that are not plain are outputs.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>Version and download address of the call.</summary>
    public InvokeOptions Options { get; } = options;
}
