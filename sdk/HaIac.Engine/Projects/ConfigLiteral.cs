namespace HaIac.Engine.Projects;

/// <summary>A number or a boolean that stands without quotes.</summary>
/// <param name="Literal">The value as it is written.</param>
public sealed record ConfigLiteral(string Literal) : ConfigNode
{
    /// <inheritdoc/>
    public override bool IsSecret => false;
}
