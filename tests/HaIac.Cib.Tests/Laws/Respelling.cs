using HaIac.Cib.Comparing;
using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Tests.Laws;

/// <summary>Writes a document another way with the same meaning: order, ids of parts and spellings of values change wherever they are said not to count.</summary>
internal sealed class Respelling
{
    private readonly Random _random;
    private readonly PartReferences _references;

    private Respelling(CibDocument document, int seed) => (_random, _references) = (new Random(seed), new PartReferences(document, document));

    public static CibDocument Of(CibDocument document, int seed)
    {
        var respelling = new Respelling(document, seed);
        var configuration = document.Configuration!;
        return document.WithRoot(document.Root.Replace(configuration, respelling.Children(configuration, "", "", isPart: false)));
    }

    private CibElement Element(CibElement element, string holder, string section)
    {
        if (!PartGrammar.IsKnown(element.Name))
        {
            return element;
        }

        var isPart = (section != holder && !CibTags.IsResource(element.Name)) || (PartGrammar.IsSet(element.Name) && section is "rsc_defaults" or "op_defaults");
        var respelled = Children(element, holder, section, isPart);
        foreach (var (name, value) in element.Attributes)
        {
            respelled = respelled.With(name, name switch
            {
                "id" when isPart && !ReferencesTo.IsReference(element.Name) && !_references.Has(value) => $"respelled-{value}",
                "value" when element.Name == "nvpair" => Value(PartValues.KindOfPair(section, "", holder, element["name"] ?? ""), value, isPair: true),
                "id" or "value" => value,
                _ => Value(PartValues.KindOf(element.Name, name), value, isPair: false),
            });
        }

        return new(respelled.Name, [.. respelled.Attributes.OrderBy(_ => _random.Next())], respelled.Children);
    }

    private CibElement Children(CibElement element, string holder, string section, bool isPart)
    {
        var children = element.Elements
            .Select(child => section.Length == 0 ? Children(child, element.Name, child.Name, false) : Element(child, element.Name, section))
            .ToList();
        if (isPart && children.Select(PartKey.Of).Distinct(StringComparer.Ordinal).Count() < children.Count)
        {
            return element.WithChildren([.. children]);
        }

        // All change places; then those whose order counts take theirs again.
        var shuffled = children.OrderBy(_ => _random.Next()).ToList();
        var next = children.GroupBy(Order).ToDictionary(group => group.Key, group => new Queue<CibElement>(group));
        return element.WithChildren([.. shuffled.Select(child => Order(child) == "" ? child : next[Order(child)].Dequeue())]);

        string Order(CibElement child) => PartGrammar.OrderOf(element, holder, child) ?? "";
    }

    /// <summary>Another spelling that the schema allows as well.</summary>
    private string Value(ValueKind kind, string value, bool isPair)
    {
        var spellings = (kind, Meaning.Canonical(kind, value)) switch
        {
            (ValueKind.Boolean, "true") => isPair ? ["true", "TRUE", "yes", "on", "1", "y"] : ["true", "1"],
            (ValueKind.Boolean, "false") => isPair ? ["false", "False", "no", "off", "0", "n"] : ["false", "0"],
            (ValueKind.Score, "INFINITY") => ["INFINITY", "+INFINITY", "1000000"],
            (ValueKind.Score, "-INFINITY") => ["-INFINITY", "-1000000"],
            (ValueKind.Role, "Promoted") when isPair => ["Promoted", "Master", "master"],
            (ValueKind.Role, "Started") when isPair => ["Started", "started"],
            (ValueKind.Duration, var seconds) when seconds.EndsWith('s') && int.TryParse(seconds[..^1], out var number) => [$"{number}s", $"{number}", $"{number}sec", $"{number}000ms", $"PT{number}S"],
            (ValueKind.Timeout, var seconds) when seconds.EndsWith('s') && int.TryParse(seconds[..^1], out var number) => [$"{number}s", $"{number}", $"{number}sec", $"{number}000ms"],
            _ => new[] { value },
        };
        return spellings[_random.Next(spellings.Length)];
    }
}
