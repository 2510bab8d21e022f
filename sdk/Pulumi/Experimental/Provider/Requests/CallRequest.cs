using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>Calls a method of a component resource.</summary>
/// <param name="self">The resource it is called on; null if none was given.</param>
/// <param name="tok">Token of the method.</param>
/// <param name="args">Its arguments, the resource itself not among them.</param>
public sealed class CallRequest(ResourceReference? self, string tok, ImmutableDictionary<string, PropertyValue> args)
{
    /// <summary>The resource it is called on; null if none was given.</summary>
    public ResourceReference? Self { get; } = self;

    /// <summary>Token of the method.</summary>
    public string Tok { get; init; } = tok;

    /// <summary>Its arguments, the resource itself not among them.</summary>
    public ImmutableDictionary<string, PropertyValue> Args { get; init; } = args;
}
