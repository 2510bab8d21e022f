using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>Asks whether the inputs of a resource, or of the provider itself, are valid.</summary>
/// <param name="urn">URN of the resource.</param>
/// <param name="oldInputs">Inputs of the last update; empty for a new resource.</param>
/// <param name="newInputs">Inputs that the program declares now.</param>
/// <param name="randomSeed">32 bytes to derive a name from; empty for the provider itself.</param>
public sealed class CheckRequest(
    Urn urn,
    ImmutableDictionary<string, PropertyValue> oldInputs,
    ImmutableDictionary<string, PropertyValue> newInputs,
    ImmutableArray<byte> randomSeed)
{
    /// <summary>URN of the resource.</summary>
    public Urn Urn { get; } = urn;

    /// <summary>Type token of the resource.</summary>
    public string Type => Pulumi.Urn.Type(Urn);

    /// <summary>Name that the program gave the resource.</summary>
    public string Name => Pulumi.Urn.Name(Urn);

    /// <summary>Inputs of the last update; empty for a new resource.</summary>
    public ImmutableDictionary<string, PropertyValue> OldInputs { get; } = oldInputs;

    /// <summary>Inputs that the program declares now. In a preview some may be unknown.</summary>
    public ImmutableDictionary<string, PropertyValue> NewInputs { get; } = newInputs;

    /// <summary>32 bytes to derive a name from, the same in preview and update; empty for the provider itself.</summary>
    public ImmutableArray<byte> RandomSeed { get; } = randomSeed;

    /// <summary>
    /// What the project wants generated names to look like; null if it says nothing, as always for configurations. Engines send it only
    /// to providers that announced <see cref="HandshakeResponse.SupportsAutonamingConfiguration"/>. Not in the official SDK.
    /// </summary>
    public AutonamingOptions? Autonaming { get; init; }
}
