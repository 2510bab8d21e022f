using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>Asks to delete a resource. It may come twice for one object and must succeed when the object is gone.</summary>
/// <param name="urn">URN of the resource.</param>
/// <param name="id">Id of the resource.</param>
/// <param name="oldOutputs">Its properties as the provider last answered them.</param>
/// <param name="timeout">Time limit; zero for the provider's own default.</param>
/// <param name="oldInputs">Inputs of the last update.</param>
public sealed class DeleteRequest(
    Urn urn,
    string id,
    ImmutableDictionary<string, PropertyValue> oldOutputs,
    TimeSpan timeout,
    ImmutableDictionary<string, PropertyValue> oldInputs)
{
    /// <summary>URN of the resource.</summary>
    public Urn Urn { get; } = urn;

    /// <summary>Id of the resource.</summary>
    public string Id { get; } = id;

    /// <summary>Type token of the resource.</summary>
    public string Type => Pulumi.Urn.Type(Urn);

    /// <summary>Name that the program gave the resource.</summary>
    public string Name => Pulumi.Urn.Name(Urn);

    /// <summary>Its properties as the provider last answered them.</summary>
    public ImmutableDictionary<string, PropertyValue> OldOutputs { get; } = oldOutputs;

    /// <summary>Time limit that the user set; zero for the provider's own default.</summary>
    public TimeSpan Timeout { get; } = timeout;

    /// <summary>Inputs of the last update.</summary>
    public ImmutableDictionary<string, PropertyValue> OldInputs { get; } = oldInputs;
}
