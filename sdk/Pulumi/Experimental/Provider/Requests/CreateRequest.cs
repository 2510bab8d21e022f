using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>Asks to create a resource, or to tell what creating it would yield.</summary>
/// <param name="urn">URN of the resource.</param>
/// <param name="inputs">Its checked inputs.</param>
/// <param name="timeout">Time limit; zero for the provider's own default.</param>
/// <param name="preview">Whether nothing may be touched.</param>
public sealed class CreateRequest(Urn urn, ImmutableDictionary<string, PropertyValue> inputs, TimeSpan timeout, bool preview)
{
    /// <summary>URN of the resource.</summary>
    public Urn Urn { get; } = urn;

    /// <summary>Type token of the resource.</summary>
    public string Type => Pulumi.Urn.Type(Urn);

    /// <summary>Name that the program gave the resource.</summary>
    public string Name => Pulumi.Urn.Name(Urn);

    /// <summary>Its checked inputs. In a preview some may be unknown.</summary>
    public ImmutableDictionary<string, PropertyValue> Inputs { get; } = inputs;

    /// <summary>Time limit that the user set; zero for the provider's own default.</summary>
    public TimeSpan Timeout { get; } = timeout;

    /// <summary>Whether this is a preview: nothing may be touched, outputs are foretold, the id may be left out.</summary>
    public bool Preview { get; } = preview;
}
