using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>Asks to change a resource in place, or to tell what changing it would yield.</summary>
/// <param name="urn">URN of the resource.</param>
/// <param name="id">Id of the resource.</param>
/// <param name="oldOutputs">Its properties as the provider last answered them.</param>
/// <param name="newInputs">Its checked inputs.</param>
/// <param name="timeout">Time limit; zero for the provider's own default.</param>
/// <param name="ignoreChanges">Paths of properties whose changes the program ignores.</param>
/// <param name="preview">Whether nothing may be touched.</param>
/// <param name="oldInputs">Inputs of the last update.</param>
public sealed class UpdateRequest(
    Urn urn,
    string id,
    ImmutableDictionary<string, PropertyValue> oldOutputs,
    ImmutableDictionary<string, PropertyValue> newInputs,
    TimeSpan timeout,
    ImmutableArray<string> ignoreChanges,
    bool preview,
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

    /// <summary>Its checked inputs. In a preview some may be unknown.</summary>
    public ImmutableDictionary<string, PropertyValue> NewInputs { get; } = newInputs;

    /// <summary>Time limit that the user set; zero for the provider's own default.</summary>
    public TimeSpan Timeout { get; } = timeout;

    /// <summary>Paths of properties whose changes the program ignores.</summary>
    public ImmutableArray<string> IgnoreChanges { get; } = ignoreChanges;

    /// <summary>Whether this is a preview: nothing may be touched, outputs are foretold.</summary>
    public bool Preview { get; } = preview;

    /// <summary>Inputs of the last update.</summary>
    public ImmutableDictionary<string, PropertyValue> OldInputs { get; } = oldInputs;
}
