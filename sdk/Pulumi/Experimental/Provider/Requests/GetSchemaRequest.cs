namespace Pulumi.Experimental.Provider;

/// <summary>Asks for the schema of the package, or of a package that was made out of it by parameters.</summary>
/// <param name="version">Version of the schema language; engines ask for 0.</param>
/// <param name="subpackageName">Name of the parameterized package; null for the package itself.</param>
/// <param name="subpackageVersion">Version of the parameterized package; null for the package itself.</param>
public sealed class GetSchemaRequest(int version, string? subpackageName, string? subpackageVersion)
{
    /// <summary>Version of the schema language; engines ask for 0.</summary>
    public int Version { get; } = version;

    /// <summary>Name of the parameterized package; null for the package itself.</summary>
    public string? SubpackageName { get; } = subpackageName;

    /// <summary>Version of the parameterized package; null for the package itself.</summary>
    public string? SubpackageVersion { get; } = subpackageVersion;
}
