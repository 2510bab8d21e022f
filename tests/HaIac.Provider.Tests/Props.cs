using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Pulumi.Experimental;

namespace HaIac.Provider.Tests;

/// <summary>Properties written as JSON. "(unknown)" is a value known only after up, "(secret) x" is the secret text x.</summary>
internal static class Props
{
    public static ImmutableDictionary<string, PropertyValue> Of(string json) => Map(JObject.Parse(json));

    public static PropertyValue Value(string json) => Value(JToken.Parse(json));

    /// <summary>One value by its path of names and indexes.</summary>
    public static PropertyValue At(this ImmutableDictionary<string, PropertyValue> fields, params object[] path)
    {
        var value = new PropertyValue(fields);
        foreach (var step in path)
        {
            value = step is int index
                ? value.TryGetArray(out var list) ? list[index] : throw new AssertionException($"no list at {step}")
                : value.TryGetMap(out var map) ? map[(string)step] : throw new AssertionException($"no map at {step}");
        }

        return value;
    }

    private static ImmutableDictionary<string, PropertyValue> Map(JObject json) =>
        json.Properties().ToImmutableDictionary(property => property.Name, property => Value(property.Value), StringComparer.Ordinal);

    private static PropertyValue Value(JToken token) => token.Type switch
    {
        JTokenType.Object => new(Map((JObject)token)),
        JTokenType.Array => new([.. token.Select(Value)]),
        JTokenType.Boolean => new((bool)token),
        JTokenType.Integer or JTokenType.Float => new((double)token),
        JTokenType.Null => PropertyValue.Null,
        _ => (string)token! switch
        {
            "(unknown)" => PropertyValue.Computed,
            var text when text.StartsWith("(secret) ", StringComparison.Ordinal) => new PropertyValue(text["(secret) ".Length..]).WithSecret(true),
            var text => new(text),
        },
    };
}
