using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>Asks to construct a component: the provider registers it and its children itself.</summary>
/// <param name="type">Type token of the component.</param>
/// <param name="name">Name that the program gave it.</param>
/// <param name="inputs">Its inputs.</param>
/// <param name="options">The options that the program gave; to be handed to the component.</param>
public sealed class ConstructRequest(
    string type, string name, ImmutableDictionary<string, PropertyValue> inputs, ComponentResourceOptions options)
{
    /// <summary>Type token of the component.</summary>
    public string Type { get; init; } = type;

    /// <summary>Name that the program gave it.</summary>
    public string Name { get; init; } = name;

    /// <summary>Its inputs.</summary>
    public ImmutableDictionary<string, PropertyValue> Inputs { get; init; } = inputs;

    /// <summary>The options that the program gave; to be handed to the component.</summary>
    public ComponentResourceOptions Options { get; init; } = options;

    /// <summary>Names of outputs that the program wants to be secret; component options have no place for them. Not in the official SDK.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>
    /// Whether a replacement deletes the old object first; null if the program left it open. Component options have no place for it. Not
    /// in the official SDK.
    /// </summary>
    public bool? DeleteBeforeReplace { get; init; }
}
