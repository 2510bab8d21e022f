using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pulumi.Experimental.Provider;

/// <summary>A class or an enum in a schema.</summary>
public record ComplexTypeSpec : ObjectTypeSpec
{
    private ComplexTypeSpec(string type) => Type = type;

    /// <summary>The choices of an enum; null for a class. Not in the official SDK.</summary>
    [JsonPropertyName("enum")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<EnumValueSpec>? Enum { get; init; }

    /// <summary>Makes a class.</summary>
    /// <param name="properties">Its properties by name.</param>
    /// <param name="required">Names of those that are always there.</param>
    public static ComplexTypeSpec CreateObject(Dictionary<string, PropertySpec> properties, HashSet<string> required) => new(BuiltinTypeSpec.Object)
    {
        Properties = properties.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Required = required.ToImmutableSortedSet(StringComparer.Ordinal),
    };

    internal static ComplexTypeSpec CreateEnum(string type, IEnumerable<EnumValueSpec> values) => new(type) { Enum = [.. values] };
}
