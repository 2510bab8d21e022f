using System.Collections.Immutable;
using Pulumi.Experimental;

namespace HaIac.Provider.Functions;

/// <summary>Plain values as answers of functions.</summary>
internal static class Answer
{
    /// <summary>A map.</summary>
    public static ImmutableDictionary<string, PropertyValue> Of(params (string Name, PropertyValue Value)[] fields) =>
        fields.ToImmutableDictionary(field => field.Name, field => field.Value);

    /// <summary>A list of texts.</summary>
    public static PropertyValue Texts(IEnumerable<string> texts) => new([.. texts.Select(text => new PropertyValue(text))]);

    /// <summary>Texts by name; of two with one name the later counts.</summary>
    public static PropertyValue Map(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var map = ImmutableDictionary.CreateBuilder<string, PropertyValue>();
        foreach (var (name, text) in pairs)
        {
            map[name] = new(text);
        }

        return new(map.ToImmutable());
    }
}
