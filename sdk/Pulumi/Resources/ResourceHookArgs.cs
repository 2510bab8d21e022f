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
    /// <summary>The resource's URN.</summary>
    public string Urn { get; } = urn;

    /// <summary>Its id; empty before it is created.</summary>
    public string Id { get; } = id;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its type token.</summary>
    public string Type { get; } = type;

    /// <summary>Inputs after the operation.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;

    /// <summary>Inputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;

    /// <summary>Outputs after the operation.</summary>
    public ImmutableDictionary<string, object?>? NewOutputs { get; } = newOutputs;

    /// <summary>Outputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;
}
