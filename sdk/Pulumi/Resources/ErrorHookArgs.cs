using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an error hook sees.</summary>
/// <param name="urn">The resource's URN.</param>
/// <param name="id">Its id; empty if there is none.</param>
/// <param name="name">Its name.</param>
/// <param name="type">Its type token.</param>
/// <param name="newInputs">Inputs that the operation wanted.</param>
/// <param name="oldInputs">Inputs before the operation.</param>
/// <param name="oldOutputs">Outputs before the operation.</param>
/// <param name="failedOperation">The operation: create, update or delete.</param>
/// <param name="errors">The error texts, the latest attempt first.</param>
public class ErrorHookArgs(
    string urn,
    string id,
    string name,
    string type,
    ImmutableDictionary<string, object?>? newInputs = null,
    ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null,
    string failedOperation = "",
    IReadOnlyList<string>? errors = null)
{
    /// <summary>The URN of the resource that the operation is about.</summary>
    public string Urn { get; } = urn;

    /// <summary>Its id; empty if there is none.</summary>
    public string Id { get; } = id;

    /// <summary>The name that the program gave the resource, without type and parent.</summary>
    public string Name { get; } = name;

    /// <summary>The resource's type token, such as <c>haiac:cib:Primitive</c>.</summary>
    public string Type { get; } = type;

    /// <summary>The inputs that the failed operation was to set, by wire name; <c>null</c> when it was to delete.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;

    /// <summary>The inputs in the state, by wire name; <c>null</c> when the operation was to create.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;

    /// <summary>The outputs in the state, by wire name; <c>null</c> when the operation was to create.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;

    /// <summary>The operation: create, update or delete.</summary>
    public string FailedOperation { get; } = failedOperation;

    /// <summary>The error texts, the latest attempt first.</summary>
    public IReadOnlyList<string> Errors { get; } = errors ?? [];
}
