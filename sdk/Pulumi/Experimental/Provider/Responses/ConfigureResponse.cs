namespace Pulumi.Experimental.Provider;

/// <summary>What the provider takes. A handshake that promised more wins: see <see cref="Provider.Handshake"/>.</summary>
public sealed class ConfigureResponse
{
    /// <summary>Whether it takes secrets, and marks its own.</summary>
    public bool AcceptSecrets { get; set; }

    /// <summary>Whether create and update may be called in a preview.</summary>
    public bool SupportsPreview { get; set; }

    /// <summary>Whether it takes resource references.</summary>
    public bool AcceptResources { get; set; }

    /// <summary>Whether it takes output values.</summary>
    public bool AcceptOutputs { get; set; }

    /// <summary>Whether checks may be asked to follow the project's rules for generated names. Default: false. Not in the official SDK.</summary>
    public bool SupportsAutonamingConfiguration { get; set; }
}
