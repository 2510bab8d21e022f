namespace HaIac.Protocol.Properties;

/// <summary>A collection of files as a value.</summary>
/// <param name="Kind">Where the content is.</param>
/// <param name="Content">Path or address; empty for named members.</param>
/// <param name="Assets">Members by name; null unless <paramref name="Kind"/> is <see cref="WireAssetKind.Assets"/>.</param>
/// <param name="Hash">Lower-case hexadecimal SHA-256 over the members, once the engine has computed it.</param>
public sealed record WireArchive(WireAssetKind Kind, string Content, WireObject? Assets, string? Hash) : WireValue;
