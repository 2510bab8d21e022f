using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>Parameters as a generated package carries them.</summary>
/// <param name="name">Name of the package.</param>
/// <param name="version">Version of the package.</param>
/// <param name="value">Bytes that mean something to the provider only.</param>
public sealed class ParametersValue(string name, string version, ImmutableArray<byte> value) : Parameters
{
    /// <summary>Name of the package.</summary>
    public string Name { get; } = name;

    /// <summary>Version of the package.</summary>
    public string Version { get; } = version;

    /// <summary>Bytes that mean something to the provider only.</summary>
    public ImmutableArray<byte> Value { get; } = value;
}
