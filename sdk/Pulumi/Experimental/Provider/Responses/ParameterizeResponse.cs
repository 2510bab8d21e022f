namespace Pulumi.Experimental.Provider;

/// <summary>The package that the provider stands for from now on.</summary>
/// <param name="name">Name of the package.</param>
/// <param name="version">Version of the package.</param>
public sealed class ParameterizeResponse(string name, string version)
{
    /// <summary>Name of the package.</summary>
    public string Name { get; } = name;

    /// <summary>Version of the package.</summary>
    public string Version { get; } = version;
}
