namespace HaIac.Protocol.Properties;

/// <summary>Where the content of an asset or archive is.</summary>
public enum WireAssetKind
{
    /// <summary>Only the hash is known.</summary>
    None,

    /// <summary>The content is the text itself (assets).</summary>
    Text,

    /// <summary>A path, relative to the program folder.</summary>
    Path,

    /// <summary>An address to fetch it from.</summary>
    Uri,

    /// <summary>Named members (archives).</summary>
    Assets,
}
