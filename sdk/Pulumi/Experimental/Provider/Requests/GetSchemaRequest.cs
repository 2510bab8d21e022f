namespace Pulumi.Experimental.Provider;

/// <summary>Asks for the schema of the package.</summary>
/// <param name="version">Version of the schema format; 0.</param>
public sealed class GetSchemaRequest(int version)
{
    /// <summary>Version of the schema format; 0.</summary>
    public int Version { get; } = version;

    /// <summary>Name of the parameterised package asked for; null for the package itself. Not in the official SDK.</summary>
    public string? SubpackageName { get; init; }

    /// <summary>Version of the parameterised package asked for; null for the package itself. Not in the official SDK.</summary>
    public string? SubpackageVersion { get; init; }
}
