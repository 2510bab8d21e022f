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
    /// <summary>The resource's URN.</summary>
    public string Urn { get; } = urn;

    /// <summary>Its id; empty if there is none.</summary>
    public string Id { get; } = id;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its type token.</summary>
    public string Type { get; } = type;

    /// <summary>Inputs that the operation wanted.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;

    /// <summary>Inputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;

    /// <summary>Outputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;

    /// <summary>The operation: create, update or delete.</summary>
    public string FailedOperation { get; } = failedOperation;

    /// <summary>The error texts, the latest attempt first.</summary>
    public IReadOnlyList<string> Errors { get; } = errors ?? [];
}
