namespace HaIac.Protocol.Properties;

/// <summary>A file as a value.</summary>
/// <param name="Kind">Where the content is.</param>
/// <param name="Content">Text, path or address; empty if only the hash is known.</param>
/// <param name="Hash">Lower-case hexadecimal SHA-256 of the content, once the engine has computed it.</param>
public sealed record WireAsset(WireAssetKind Kind, string Content, string? Hash) : WireValue;
