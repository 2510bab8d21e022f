namespace Pulumi.Experimental.Provider;

/// <summary>What the provider takes, told before it is configured. Not in the official SDK.</summary>
public sealed class HandshakeResponse
{
    /// <summary>Whether it takes secrets, and marks its own. Default: true.</summary>
    public bool AcceptSecrets { get; init; } = true;

    /// <summary>Whether it takes resource references. Default: true.</summary>
    public bool AcceptResources { get; init; } = true;

    /// <summary>Whether it takes output values. Default: true.</summary>
    public bool AcceptOutputs { get; init; } = true;

    /// <summary>Whether checks may be asked to follow the project's rules for generated names. Default: false.</summary>
    public bool SupportsAutonamingConfiguration { get; init; }
}
