using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pulumi.Experimental.Provider;

/// <summary>Summaries of classes and members, out of the XML documentation that lies beside an assembly.</summary>
internal sealed partial class SummaryTexts
{
    private readonly Dictionary<Assembly, Dictionary<string, string>> _known = [];

    public string? Of(Type type) => Find(type.Assembly, $"T:{NameOf(type)}");

    public string? Of(MemberInfo member) =>
        Find(member.DeclaringType!.Assembly, $"{(member is FieldInfo ? 'F' : 'P')}:{NameOf(member.DeclaringType!)}.{member.Name}");

    private static string NameOf(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private static Dictionary<string, string> Read(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        if (assembly.Location.Length == 0 || !File.Exists(file))
        {
            return [];
        }

        try
        {
            return XDocument.Load(file).Descendants("member")
                .Select(m => (Name: m.Attribute("name")?.Value, Text: TextOf(m.Element("summary"))))
                .Where(m => m is { Name: not null, Text.Length: > 0 })
                .GroupBy(m => m.Name!)
                .ToDictionary(g => g.Key, g => g.First().Text);
        }
        catch (Exception e) when (e is System.Xml.XmlException or IOException or UnauthorizedAccessException)
        {
            // A schema without descriptions is worth more than none.
            return [];
        }
    }

    private static string TextOf(XElement? summary)
    {
        if (summary is null)
        {
            return string.Empty;
        }

        foreach (var reference in summary.Descendants().Where(e => e.IsEmpty && e.HasAttributes).ToArray())
        {
            reference.ReplaceWith(reference.FirstAttribute!.Value.Split('.')[^1].Split(':')[^1]);
        }

        return Blanks().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private string? Find(Assembly assembly, string name)
    {
        if (!_known.TryGetValue(assembly, out var texts))
        {
            _known[assembly] = texts = Read(assembly);
        }

        return texts.GetValueOrDefault(name);
    }
}
