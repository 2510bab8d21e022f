using System.Collections.Immutable;

namespace HaIac.Engine.Projects;

/// <summary>A list of values.</summary>
/// <param name="Items">The values.</param>
public sealed record ConfigList(ImmutableArray<ConfigNode> Items) : ConfigNode
{
    /// <inheritdoc/>
    public override bool IsSecret => Items.Any(item => item.IsSecret);
}
