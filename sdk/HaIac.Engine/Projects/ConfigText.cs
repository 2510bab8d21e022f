namespace HaIac.Engine.Projects;

/// <summary>A text.</summary>
/// <param name="Value">The text.</param>
public sealed record ConfigText(string Value) : ConfigNode
{
    /// <inheritdoc/>
    public override bool IsSecret => false;
}
