using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>Calls a function of the package.</summary>
/// <param name="tok">Token of the function.</param>
/// <param name="args">Its arguments.</param>
public sealed class InvokeRequest(string tok, ImmutableDictionary<string, PropertyValue> args)
{
    /// <summary>Token of the function.</summary>
    public string Tok { get; } = tok;

    /// <summary>Its arguments.</summary>
    public ImmutableDictionary<string, PropertyValue> Args { get; } = args;

    /// <summary>Whether it is called in a preview. Not in the official SDK.</summary>
    public bool Preview { get; init; }
}
