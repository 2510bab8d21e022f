using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Reading;

/// <summary>Reads child elements of elements that are in a CIB.</summary>
internal static class LiveParts
{
    public static CibId? OptionalId(string? text) => text is null ? null : CibId.OfLive(text);

    /// <summary>The records of all children with a tag; null when one of them cannot be read, for what is left would mean something else.</summary>
    public static ValueList<T>? Parts<T>(CibElement element, string tag, Func<CibElement, T?> read)
        where T : class
    {
        var parts = element.Elements.Where(child => child.Name == tag).Select(read).ToList();
        return parts.TrueForAll(part => part is not null) ? parts.OfType<T>().ToValueList() : null;
    }

    /// <summary>The ids that children with a tag name.</summary>
    public static ValueList<CibId> References(CibElement element, string tag) =>
        element.Elements.Where(child => child.Name == tag && child.Id is not null).Select(child => CibId.OfLive(child.Id!)).ToValueList();
}
