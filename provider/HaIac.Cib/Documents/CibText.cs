namespace HaIac.Cib.Documents;

/// <summary>Text between elements. Pacemaker's own elements hold none, but what others put there is kept.</summary>
public sealed class CibText(string text) : CibNode
{
    /// <summary>The text, unescaped.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override bool DeepEquals(CibNode? other) => other is CibText text && text.Text == Text;
}
