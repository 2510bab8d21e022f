using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pulumi.Experimental.Provider;

/// <summary>Something with named properties in a schema.</summary>
public record ObjectTypeSpec
{
    /// <summary><c>object</c>, or the built-in type of an enum's values.</summary>
    [JsonPropertyName("type")]
    public string Type { get; init; } = string.Empty;

    /// <summary>What it is; null if nobody said. Not in the official SDK.</summary>
    [JsonPropertyName("description")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>The properties; of a resource, its outputs.</summary>
    [JsonPropertyName("properties")]
    public ImmutableSortedDictionary<string, PropertySpec> Properties { get; init; } = ImmutableSortedDictionary<string, PropertySpec>.Empty;

    /// <summary>Names of the properties that are always there.</summary>
    [JsonPropertyName("required")]
    public ImmutableSortedSet<string> Required { get; init; } = [];
}
