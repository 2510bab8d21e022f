using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Values of true or false that may be missing or unreadable.</summary>
internal static class Switch
{
    public static bool IsOn(AttributeMap pairs, string name, bool otherwise) => IsOn(pairs.Find(name), otherwise);

    public static bool IsOn(string? text, bool otherwise) => CibBoolean.TryParse(text, out var value, out _) ? value : otherwise;
}
