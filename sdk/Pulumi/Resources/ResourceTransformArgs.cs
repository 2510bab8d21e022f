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
    /// <summary>The name that the program gave the resource, without type and parent.</summary>
    public string Name { get; } = name;

    /// <summary>The resource's type token, such as <c>haiac:cib:Primitive</c>.</summary>
    public string Type { get; } = type;

    /// <summary>Whether it is a custom resource.</summary>
    public bool Custom { get; } = custom;

    /// <summary>Its properties by wire name; those that are not plain are outputs.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>The options as the transform before left them; resources and providers in them stand for URNs.</summary>
    public ResourceOptions Options { get; } = options;
}
