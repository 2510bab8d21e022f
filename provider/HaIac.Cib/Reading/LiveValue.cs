using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Reading;

/// <summary>Reads values of elements that are in a CIB, whatever they hold.</summary>
internal static class LiveValue
{
    public delegate bool TryParse<T>(string? text, out T value, out string? reason);

    public static CibId IdOf(CibElement element) => CibId.OfLive(element.Id ?? "");

    /// <summary>Reads a value that may be absent; false when it is there and cannot be read.</summary>
    public static bool TryRead<T>(string? text, TryParse<T> parse, ref T? value)
        where T : struct
    {
        if (text is null)
        {
            return true;
        }

        var understood = parse(text, out var parsed, out _);
        value = understood ? parsed : null;
        return understood;
    }
}
