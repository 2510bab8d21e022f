using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pulumi.Experimental.Provider;

/// <summary>A type in a schema: one of the built-in ones, or a reference to one that is described elsewhere.</summary>
public record TypeSpec
{
    /// <summary>Name of a built-in type, <c>array</c>, or <c>object</c> for a map; null for a reference.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>Type of the elements of an array.</summary>
    [JsonPropertyName("items")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TypeSpec? Items { get; init; }

    /// <summary>Type of the values of a map.</summary>
    [JsonPropertyName("additionalProperties")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TypeSpec? AdditionalProperties { get; init; }

    /// <summary>The types that a value may be one of. Not in the official SDK.</summary>
    [JsonPropertyName("oneOf")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<TypeSpec>? OneOf { get; init; }

    /// <summary>Where the type is described: <c>#/types/…</c>, <c>#/resources/…</c>, or a place in another schema.</summary>
    [JsonPropertyName("$ref")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ref { get; init; }

    /// <summary>True if an input takes the value itself only, and no output of it; null otherwise.</summary>
    [JsonPropertyName("plain")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool? Plain { get; init; }

    /// <summary>Makes a built-in type.</summary>
    /// <param name="type">Its name; see <see cref="BuiltinTypeSpec"/>.</param>
    /// <param name="plain">Whether an input takes the value itself only.</param>
    public static TypeSpec CreateBuiltin(string type, bool? plain = null) => new() { Type = type, Plain = plain == true ? true : null };

    /// <summary>Makes a reference.</summary>
    /// <param name="reference">Where the type is described.</param>
    /// <param name="plain">Whether an input takes the value itself only.</param>
    public static TypeSpec CreateReference(string reference, bool? plain = null) => new() { Ref = reference, Plain = plain == true ? true : null };

    /// <summary>Makes a list.</summary>
    /// <param name="items">Type of its elements.</param>
    public static TypeSpec CreateArray(TypeSpec items) => new() { Type = "array", Items = items };

    /// <summary>Makes a map with texts as keys.</summary>
    /// <param name="additionalProperties">Type of its values.</param>
    public static TypeSpec CreateDictionary(TypeSpec additionalProperties) =>
        new() { Type = BuiltinTypeSpec.Object, AdditionalProperties = additionalProperties };
}
