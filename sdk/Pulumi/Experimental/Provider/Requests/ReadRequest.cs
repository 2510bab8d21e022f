using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>Asks for the present state of a resource: in a refresh, for an import, or because a program looks it up.</summary>
/// <param name="urn">URN of the resource.</param>
/// <param name="id">Id of the resource.</param>
/// <param name="outputs">Its known properties; empty in an import.</param>
/// <param name="inputs">Its known inputs; empty in an import.</param>
public sealed class ReadRequest(
    Urn urn, string id, ImmutableDictionary<string, PropertyValue> outputs, ImmutableDictionary<string, PropertyValue> inputs)
{
    /// <summary>URN of the resource.</summary>
    public Urn Urn { get; } = urn;

    /// <summary>Id of the resource.</summary>
    public string Id { get; } = id;

    /// <summary>Type token of the resource.</summary>
    public string Type => Pulumi.Urn.Type(Urn);

    /// <summary>Name that the program gave the resource.</summary>
    public string Name => Pulumi.Urn.Name(Urn);

    /// <summary>Its known properties; empty in an import.</summary>
    public ImmutableDictionary<string, PropertyValue> Outputs { get; } = outputs;

    /// <summary>Its known inputs; empty in an import.</summary>
    public ImmutableDictionary<string, PropertyValue> Inputs { get; } = inputs;

    /// <summary>Time limit that the user set; zero for the provider's own default. Not in the official SDK.</summary>
    public TimeSpan Timeout { get; init; }
}
