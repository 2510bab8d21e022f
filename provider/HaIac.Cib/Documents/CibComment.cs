namespace HaIac.Cib.Documents;

/// <summary>A comment in a CIB.</summary>
public sealed class CibComment(string text) : CibNode
{
    /// <summary>What stands between the marks.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override bool DeepEquals(CibNode? other) => other is CibComment comment && comment.Text == Text;
}
