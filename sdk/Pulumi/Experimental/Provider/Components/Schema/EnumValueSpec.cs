using System.Text.Json.Serialization;

namespace Pulumi.Experimental.Provider;

/// <summary>One choice of an enum in a schema. Not in the official SDK.</summary>
/// <param name="Name">Name in programs.</param>
/// <param name="Value">The text or number that stands for it.</param>
public sealed record EnumValueSpec(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("value")] object Value);
