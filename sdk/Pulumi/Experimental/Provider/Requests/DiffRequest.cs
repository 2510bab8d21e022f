using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>Asks what an update would change.</summary>
/// <param name="urn">URN of the resource.</param>
/// <param name="id">Id that the provider gave it; empty for the provider itself.</param>
/// <param name="oldOutputs">Its properties as the provider last answered them.</param>
/// <param name="newInputs">Its inputs as the last check answered them.</param>
/// <param name="ignoreChanges">Paths of properties whose changes the program ignores.</param>
/// <param name="oldInputs">Inputs of the last update.</param>
public sealed class DiffRequest(
    Urn urn,
    string id,
    ImmutableDictionary<string, PropertyValue> oldOutputs,
    ImmutableDictionary<string, PropertyValue> newInputs,
    ImmutableArray<string> ignoreChanges,
    ImmutableDictionary<string, PropertyValue> oldInputs)
{
    /// <summary>URN of the resource.</summary>
    public Urn Urn { get; } = urn;

    /// <summary>Type token of the resource.</summary>
    public string Type => Pulumi.Urn.Type(Urn);

    /// <summary>Name that the program gave the resource.</summary>
    public string Name => Pulumi.Urn.Name(Urn);

    /// <summary>Id that the provider gave it; empty for the provider itself.</summary>
    public string Id { get; } = id;

    /// <summary>Its properties as the provider last answered them.</summary>
    public ImmutableDictionary<string, PropertyValue> OldOutputs { get; } = oldOutputs;

    /// <summary>Its inputs as the last check answered them. Files carry only their hash here.</summary>
    public ImmutableDictionary<string, PropertyValue> NewInputs { get; } = newInputs;

    /// <summary>Paths of properties whose changes the program ignores.</summary>
    public ImmutableArray<string> IgnoreChanges { get; } = ignoreChanges;

    /// <summary>Inputs of the last update.</summary>
    public ImmutableDictionary<string, PropertyValue> OldInputs { get; } = oldInputs;
}
