using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Says where in a CIB something stands.</summary>
internal static class Place
{
    /// <summary>Kind, id and line: <c>CIB clone web-clone (line 12)</c>.</summary>
    public static string Of(CibElement element) => $"CIB {Named(element)}{Line(element)}";

    /// <summary>An attribute or part of an object.</summary>
    public static string Of(CibElement element, string part) => $"CIB {Named(element)}, {part}{Line(element)}";

    /// <summary>Kind and id, as a sentence names an object.</summary>
    public static string Named(CibElement element) => element.Id is { } id ? $"{element.Name} {id}" : element.Name;

    public static string Line(CibElement element) =>
        element.Line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (line {element.Line})");

    public static CibId? IdOf(CibElement element) => element.Id is { } id ? CibId.OfLive(id) : null;

    /// <summary>Names for a sentence, cut where nobody would read on: <c>a, b, c and 7 more</c>.</summary>
    public static string List(IReadOnlyCollection<string> names, int most = 8) => names.Count <= most
        ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(most))} and {names.Count - most} more");
}
