using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>A file, or a collection of files, as a value of a resource.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive()
    {
    }

    /// <summary>Hash of the content that the engine computed, as lower-case hexadecimal SHA-256; null until then.</summary>
    internal string? Hash { get; init; }

    /// <summary>How many levels of objects it takes on the wire.</summary>
    internal virtual int Levels => 1;

    /// <summary>The same thing as it travels on the wire.</summary>
    internal abstract WireValue ToWire();
}
