using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a transform sees.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="type">Its type token.</param>
/// <param name="custom">Whether it is a custom resource.</param>
/// <param name="args">Its properties by wire name; those that are not plain are outputs.</param>
/// <param name="options">Its options.</param>
public readonly struct ResourceTransformArgs(
    string name,
    string type,
    bool custom,
    ImmutableDictionary<string, object?> args,
    ResourceOptions options)
{
    /// <summary>The resource's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its type token.</summary>
    public string Type { get; } = type;

    /// <summary>Whether it is a custom resource.</summary>
    public bool Custom { get; } = custom;

    /// <summary>Its properties by wire name; those that are not plain are outputs.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>Its options.</summary>
    public ResourceOptions Options { get; } = options;
}
