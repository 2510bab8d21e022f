namespace Pulumi;

/// <summary>A text, as an asset.</summary>
public sealed class StringAsset : Asset
{
    /// <summary>Names the content.</summary>
    /// <param name="text">The text.</param>
    public StringAsset(string text)
        : base("text", text)
    {
    }
}
