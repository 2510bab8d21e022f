using System.Collections.Immutable;

namespace HaIac.Engine.Projects;

/// <summary>Named values.</summary>
/// <param name="Fields">Names and values, in the order of the file.</param>
public sealed record ConfigMap(ImmutableArray<KeyValuePair<string, ConfigNode>> Fields) : ConfigNode
{
    /// <inheritdoc/>
    public override bool IsSecret => Fields.Any(entry => entry.Value.IsSecret);
}
