using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a hook sees. Old values are there for updates and deletions, new outputs only after an operation.</summary>
/// <param name="urn">The resource's URN.</param>
/// <param name="id">Its id; empty before it is created.</param>
/// <param name="name">Its name.</param>
/// <param name="type">Its type token.</param>
/// <param name="newInputs">Inputs after the operation.</param>
/// <param name="oldInputs">Inputs before the operation.</param>
/// <param name="newOutputs">Outputs after the operation.</param>
/// <param name="oldOutputs">Outputs before the operation.</param>
public class ResourceHookArgs(
    string urn,
    string id,
    string name,
    string type,
    ImmutableDictionary<string, object?>? newInputs = null,
    ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? newOutputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null)
{
    /// <summary>The URN of the resource that the operation is about.</summary>
    public string Urn { get; } = urn;

    /// <summary>Its id; empty before it is created.</summary>
    public string Id { get; } = id;

    /// <summary>The name that the program gave the resource, without type and parent.</summary>
    public string Name { get; } = name;

    /// <summary>The resource's type token, such as <c>haiac:cib:Primitive</c>.</summary>
    public string Type { get; } = type;

    /// <summary>The inputs that the operation sets, by wire name; <c>null</c> when it deletes. What is secret or unknown is an output.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;

    /// <summary>The inputs in the state, by wire name; <c>null</c> when the operation creates.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;

    /// <summary>The outputs that the provider answered, by wire name; <c>null</c> before the operation and when it deletes.</summary>
    public ImmutableDictionary<string, object?>? NewOutputs { get; } = newOutputs;

    /// <summary>The outputs in the state, by wire name; <c>null</c> when the operation creates.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;
}
