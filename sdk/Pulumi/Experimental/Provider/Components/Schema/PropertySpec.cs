using System.Text.Json.Serialization;

namespace Pulumi.Experimental.Provider;

/// <summary>An input or output in a schema: its type, and what it is for.</summary>
public record PropertySpec : TypeSpec
{
    /// <summary>A text.</summary>
    public static PropertySpec String => CreateBuiltin(BuiltinTypeSpec.String);

    /// <summary>A whole number.</summary>
    public static PropertySpec Integer => CreateBuiltin(BuiltinTypeSpec.Integer);

    /// <summary>A number.</summary>
    public static PropertySpec Number => CreateBuiltin(BuiltinTypeSpec.Number);

    /// <summary>True or false.</summary>
    public static PropertySpec Boolean => CreateBuiltin(BuiltinTypeSpec.Boolean);

    /// <summary>What it is for; null if nobody said. Not in the official SDK.</summary>
    [JsonPropertyName("description")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>Makes a property of a built-in type.</summary>
    /// <param name="type">Name of the type; see <see cref="BuiltinTypeSpec"/>.</param>
    /// <param name="plain">Whether an input takes the value itself only.</param>
    public static new PropertySpec CreateBuiltin(string type, bool? plain = null) => Of(TypeSpec.CreateBuiltin(type, plain));

    /// <summary>Makes a property whose type is described elsewhere.</summary>
    /// <param name="reference">Where the type is described.</param>
    /// <param name="plain">Whether an input takes the value itself only.</param>
    public static new PropertySpec CreateReference(string reference, bool? plain = null) => Of(TypeSpec.CreateReference(reference, plain));

    /// <summary>Makes a list.</summary>
    /// <param name="items">Type of its elements.</param>
    public static new PropertySpec CreateArray(TypeSpec items) => Of(TypeSpec.CreateArray(items));

    /// <summary>Makes a map with texts as keys.</summary>
    /// <param name="additionalProperties">Type of its values.</param>
    public static new PropertySpec CreateDictionary(TypeSpec additionalProperties) => Of(TypeSpec.CreateDictionary(additionalProperties));

    internal static PropertySpec Of(TypeSpec type) => new()
    {
        Type = type.Type,
        Items = type.Items,
        AdditionalProperties = type.AdditionalProperties,
        OneOf = type.OneOf,
        Ref = type.Ref,
        Plain = type.Plain,
    };
}
