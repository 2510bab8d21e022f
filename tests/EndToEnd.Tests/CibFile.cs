using System.Xml.Linq;

namespace EndToEnd.Tests;

/// <summary>Looks into a CIB without the product's own library.</summary>
internal static class CibFile
{
    /// <summary>Ids of all resources and constraints.</summary>
    public static string[] Objects(string cib)
    {
        var configuration = XDocument.Parse(cib).Root!.Element("configuration")!;
        return
        [
            .. from section in new[] { "resources", "constraints" }
               from element in configuration.Element(section)?.Elements() ?? []
               select (string)element.Attribute("id")!,
        ];
    }

    /// <summary>The configuration alone, without versions and status.</summary>
    public static string Configuration(string cib) => XDocument.Parse(cib).Root!.Element("configuration")!.ToString();

    /// <summary>The attribute of an element that has the given id.</summary>
    public static string? Attribute(string cib, string id, string attribute) =>
        (string?)XDocument.Parse(cib).Descendants().FirstOrDefault(e => (string?)e.Attribute("id") == id)?.Attribute(attribute);

    /// <summary>The value of a name in the sets that belong to an object; null when none has it.</summary>
    public static string? Value(string cib, string id, string name) =>
        (from owner in XDocument.Parse(cib).Root!.Element("configuration")!.Descendants()
         where (string?)owner.Attribute("id") == id
         from pair in owner.Elements().Elements("nvpair")
         where (string?)pair.Attribute("name") == name
         select (string?)pair.Attribute("value")).SingleOrDefault();
}
