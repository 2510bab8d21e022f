using System.Globalization;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Reading;

/// <summary>Makes the exceptions of the reader; each says the line and the column.</summary>
internal static class ReadFault
{
    /// <summary>The text breaks a rule of XML.</summary>
    public static CibException NotXml(string what, TextPlace place) => Exception(
        CibFindingCodes.NotXml,
        what,
        place,
        "Correct the XML at that place, or take the document again from the cluster (cibadmin --query).");

    /// <summary>The text carries a document type.</summary>
    public static CibException DocumentType(TextPlace place) => Exception(
        CibFindingCodes.DocumentType,
        "The document carries a document type declaration (DOCTYPE).",
        place,
        "Remove the declaration.",
        "It could make a reader open other files or expand without end, and no CIB needs one.");

    /// <summary>The text passes a limit; the place is where it does.</summary>
    public static CibException TooLarge(string what, string limit, TextPlace place) => Exception(
        CibFindingCodes.TooLarge,
        $"The document is refused: {what}.",
        place,
        $"Check that this is the CIB of a cluster; if it is, raise the limit of the reader ({nameof(CibReadLimits)}.{limit}).");

    /// <summary>The text is XML, but not a CIB.</summary>
    public static CibException NotCib(string root, TextPlace place) => Exception(
        CibFindingCodes.NotCib,
        $"The outermost element is <{Shown(root)}>; a CIB's is <cib>.",
        place,
        "Give the whole CIB, as cibadmin --query prints it.");

    /// <summary>A name as it can be shown in a message: whole unless it is absurdly long.</summary>
    public static string Shown(string name) => name.Length > 60 ? $"{name[..60]}..." : name;

    private static CibException Exception(string code, string what, TextPlace place, string mend, string? why = null) => new(
        new CibFinding
        {
            Code = code,
            What = what,
            Where = string.Create(CultureInfo.InvariantCulture, $"line {place.Line}, column {place.Column}"),
            Why = why,
            Mend = mend,
        },
        place.Line,
        place.Column);
}
