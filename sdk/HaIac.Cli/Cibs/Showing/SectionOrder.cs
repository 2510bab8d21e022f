using HaIac.Cib.Documents;

namespace HaIac.Cli.Cibs.Showing;

/// <summary>The sections of a configuration in the order of this view, with their headings.</summary>
internal static class SectionOrder
{
    private static readonly (string Tag, string Title)[] s_known =
    [
        ("nodes", "Nodes"), ("resources", "Resources"), ("constraints", "Constraints"), ("crm_config", "Cluster options"), ("rsc_defaults", "Resource defaults"),
        ("op_defaults", "Operation defaults"), ("fencing-topology", "Fencing levels"), ("tags", "Tags"), ("acls", "Access control"), ("alerts", "Alerts"),
    ];

    /// <summary>The sections that are there; those not known here come last, in the order of the document.</summary>
    /// <param name="document">The CIB.</param>
    public static IEnumerable<CibElement> Of(CibDocument document) => (document.Configuration?.Elements ?? [])
        .OrderBy(section => PlaceOf(section.Name));

    /// <summary>The place of a section among the others.</summary>
    /// <param name="tag">Its tag.</param>
    public static int PlaceOf(string tag) => Array.FindIndex(s_known, known => known.Tag == tag) is var place and >= 0 ? place : s_known.Length;

    /// <summary>The heading of a section.</summary>
    /// <param name="tag">Its tag.</param>
    public static string Title(string tag) => Array.Find(s_known, known => known.Tag == tag).Title ?? tag;
}
