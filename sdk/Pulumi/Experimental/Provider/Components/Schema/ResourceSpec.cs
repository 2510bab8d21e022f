using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pulumi.Experimental.Provider;

/// <summary>A component in a schema.</summary>
public record ResourceSpec : ObjectTypeSpec
{
    /// <summary>Makes a component.</summary>
    /// <param name="inputProperties">Its inputs by name.</param>
    /// <param name="requiredInputs">Names of the inputs that must be given.</param>
    /// <param name="properties">Its outputs by name.</param>
    /// <param name="required">Names of the outputs that are always there.</param>
    public ResourceSpec(
        Dictionary<string, PropertySpec> inputProperties,
        HashSet<string> requiredInputs,
        Dictionary<string, PropertySpec> properties,
        HashSet<string> required)
    {
        Type = BuiltinTypeSpec.Object;
        IsComponent = true;
        InputProperties = inputProperties.ToImmutableSortedDictionary(StringComparer.Ordinal);
        RequiredInputs = requiredInputs.ToImmutableSortedSet(StringComparer.Ordinal);
        Properties = properties.ToImmutableSortedDictionary(StringComparer.Ordinal);
        Required = required.ToImmutableSortedSet(StringComparer.Ordinal);
    }

    /// <summary>Whether it is a component rather than an object of a provider; always true here.</summary>
    [JsonPropertyName("isComponent")]
    public bool IsComponent { get; init; }

    /// <summary>The inputs.</summary>
    [JsonPropertyName("inputProperties")]
    public ImmutableSortedDictionary<string, PropertySpec> InputProperties { get; init; } = ImmutableSortedDictionary<string, PropertySpec>.Empty;

    /// <summary>Names of the inputs that must be given.</summary>
    [JsonPropertyName("requiredInputs")]
    public ImmutableSortedSet<string> RequiredInputs { get; init; } = [];
}
