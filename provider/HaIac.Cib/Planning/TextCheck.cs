using System.Globalization;
using System.Xml;
using HaIac.Cib.Comparing;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning;

/// <summary>Finds texts that no XML document can carry before they break the whole patch.</summary>
internal static class TextCheck
{
    public static IEnumerable<CibFinding> Run(ObjectShape shape) => Run(shape, shape.Tag, shape.Id, "");

    private static IEnumerable<CibFinding> Run(ObjectShape shape, string tag, string id, string path)
    {
        foreach (var (name, value) in shape.Attributes)
        {
            if (!IsName(name))
            {
                yield return Finding(tag, id, path + name, $"{BadValue.Quote(name)} is no XML name, so it cannot be an attribute");
            }
            else if (Fault(value) is { } fault)
            {
                yield return Finding(tag, id, path + name, fault);
            }
        }

        foreach (var (setTag, pairs) in shape.Sets)
        {
            foreach (var (name, value) in pairs)
            {
                if ((name.Length == 0 ? "a name without characters" : Fault(name) ?? Fault(value)) is { } fault)
                {
                    yield return Finding(tag, id, setTag == shape.Tag && path.Length > 0 ? path + name : $"{path}{setTag}.{name}", fault);
                }
            }
        }

        var inside = shape.Operations.SelectMany(op => Run(op, tag, id, $"operations[{op.Attributes.Find("name")}]."))
            .Concat(shape.Parts.SelectMany(part => Run(part, tag, id, $"{path}{PartKinds.Of(part.Tag).Name}.")))
            .Concat(shape.Members.SelectMany(Run));
        foreach (var finding in inside)
        {
            yield return finding;
        }
    }

    private static bool IsName(string name) =>
        name.Length > 0 && XmlConvert.IsStartNCNameChar(name[0]) && name.All(XmlConvert.IsNCNameChar);

    private static string? Fault(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                return string.Create(CultureInfo.InvariantCulture, $"the character U+{(int)text[i]:X4} at position {i + 1} cannot be carried by XML");
            }
        }

        return null;
    }

    private static CibFinding Finding(string tag, string id, string attribute, string fault) => new()
    {
        Code = CibFindingCodes.BadText,
        Subject = CibId.OfLive(id),
        Attribute = attribute,
        What = $"{id} {attribute}: {fault}.",
        Where = $"CIB {tag} {id}",
        Why = "The CIB is XML 1.0, which has no spelling for control characters.",
        Mend = "Take the character out; keep binary values in a file and name the file.",
    };
}
