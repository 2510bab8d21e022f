using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>A text that stands for a file with that text as content (UTF-8).</summary>
/// <param name="text">The content.</param>
public sealed class StringAsset(string text) : Asset
{
    internal string Content { get; } = text ?? throw new ArgumentNullException(nameof(text));

    internal override WireValue ToWire() => new WireAsset(WireAssetKind.Text, Content, Hash);
}
