using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing;

/// <summary>Values of records as the texts of XML attributes; null stays null, which means that the attribute is not declared.</summary>
internal static class ShapeText
{
    /// <summary>The attributes that have a value, in this order.</summary>
    public static AttributeMap Map(params IEnumerable<(string Name, string? Value)> pairs) =>
        AttributeMap.Of(pairs.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value!)));

    public static string? Role(ResourceRole? role) => role is null ? null : ResourceRoles.Format(role.Value);

    public static string? Boolean(bool? value) => value is null ? null : CibBoolean.Format(value.Value);

    public static string? Number(int? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string? Word<T>(T? word)
        where T : struct, Enum =>
        word is null ? null : CibWord.Format(word.Value);
}
