using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pulumi.Experimental.Provider;

/// <summary>The schema of a package: what generators of SDKs and other languages know of it.</summary>
public record PackageSpec
{
    /// <summary>Name of the package, the first part of its type tokens.</summary>
    [JsonPropertyName("name")]
    public string Name { get; init; } = string.Empty;

    /// <summary>Who publishes it; empty for nobody in particular.</summary>
    [JsonPropertyName("namespace")]
    public string Namespace { get; init; } = string.Empty;

    /// <summary>Name for people.</summary>
    [JsonPropertyName("displayName")]
    public string DisplayName { get; init; } = string.Empty;

    /// <summary>Version of the package; empty if it has none.</summary>
    [JsonPropertyName("version")]
    public string Version { get; init; } = string.Empty;

    /// <summary>The components by type token.</summary>
    [JsonPropertyName("resources")]
    public ImmutableSortedDictionary<string, ResourceSpec> Resources { get; init; } = ImmutableSortedDictionary<string, ResourceSpec>.Empty;

    /// <summary>Classes and enums of inputs and outputs by token.</summary>
    [JsonPropertyName("types")]
    public ImmutableSortedDictionary<string, ComplexTypeSpec> Types { get; init; } = ImmutableSortedDictionary<string, ComplexTypeSpec>.Empty;

    /// <summary>Packages whose resources are referred to; null if there are none. Not in the official SDK.</summary>
    [JsonPropertyName("dependencies")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<PackageReferenceSpec>? Dependencies { get; init; }

    /// <summary>Settings of the generators by language.</summary>
    [JsonPropertyName("language")]
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, object>> Language { get; init; } =
        ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, object>>.Empty;
}
