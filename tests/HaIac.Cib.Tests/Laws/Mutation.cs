using HaIac.Cib.Documents;

namespace HaIac.Cib.Tests.Laws;

/// <summary>Changes a document at random, as operators and their tools may: values, parts and objects come, go, move, are wrapped and renamed. Ids stay unique.</summary>
internal sealed class Mutation
{
    private readonly Random _random;
    private readonly List<string> _free = [];
    private CibDocument _document;

    private Mutation(CibDocument document, int seed) => (_document, _random) = (document, new Random(seed));

    public static CibDocument Of(CibDocument document, int seed, int count)
    {
        var mutation = new Mutation(document, seed);
        for (var i = 0; i < count; i++)
        {
            mutation.Step();
        }

        return mutation._document;
    }

    private void Step()
    {
        var elements = Below(_document.Configuration!).Where(entry => entry.Holder is not null).ToList();
        if (elements.Count == 0)
        {
            return;
        }

        var (element, holder) = elements[_random.Next(elements.Count)];
        var isSection = ReferenceEquals(holder, _document.Configuration);
        switch (_random.Next(9))
        {
            case 0 or 1 when element.Attributes.Length > 0:
                var attribute = element.Attributes[_random.Next(element.Attributes.Length)];
                Replace(element, attribute.Name == "id" ? element : element.With(attribute.Name, _random.Next(4) == 0 ? null : Value(attribute.Value)));
                break;
            case 2 when !isSection:
                _free.AddRange(element.IdsInside);
                Replace(holder!, holder!.Remove(element));
                break;
            case 3 when !isSection:
                Replace(holder!, holder!.WithChildren(holder.Children.Insert(_random.Next(holder.Children.Length + 1), Fresh(element))));
                break;
            case 4:
                var others = holder!.Remove(element).Children;
                Replace(holder, holder.WithChildren(others.Insert(_random.Next(others.Length + 1), element)));
                break;
            case 5 when element.Name is "primitive" or "group" && holder!.Name == "resources":
                Replace(element, new CibElement("clone", [("id", FreshId())], element));
                break;
            case 6 when element.Name is "clone" or "master" or "group" && holder!.Name == "resources" && element.Elements.LastOrDefault(child => CibTags.IsResource(child.Name)) is { } inner:
                _free.AddRange(element.Remove(inner).IdsInside);
                Replace(element, inner);
                break;
            case 7 when element.Name == "group" && _document.Configuration!.Find("resources")!.Elements.FirstOrDefault(child => child.Name == "primitive") is { } single:
                Replace(element, element.Append(single));
                var resources = _document.Configuration!.Find("resources")!;
                Replace(resources, resources.Remove(resources.Elements.First(child => ReferenceEquals(child, single))));
                break;
            case 8 when !isSection:
                Replace(element, element.Append(_random.Next(3) switch
                {
                    0 => new CibComment(" noted "),
                    1 => new CibElement("unknown", [("id", FreshId()), ("by", "others")]),
                    _ => new CibElement("meta_attributes", [("id", FreshId())], new CibElement("nvpair", [("id", FreshId()), ("name", "priority"), ("value", "7")])),
                }));
                break;
        }
    }

    private string Value(string value)
    {
        string[] values = [value + "0", value.ToUpperInvariant(), "10s", "PT10S", "true", "1", "Started", "INFINITY", "x"];
        return values[_random.Next(values.Length)];
    }

    /// <summary>A new id; at times one that was just given up, as tools give names anew.</summary>
    private string FreshId()
    {
        while (_free.Count > 0 && _random.Next(2) == 0)
        {
            var id = _free[_random.Next(_free.Count)];
            _free.Remove(id);
            if (_document.Index.Find(id) is null)
            {
                return id;
            }
        }

        return $"new-{_random.Next()}";
    }

    private CibElement Fresh(CibElement element)
    {
        var copy = element.WithChildren([.. element.Children.Select(child => child is CibElement part ? Fresh(part) : child)]);
        return element.Id is null || ReferencesTo.IsReference(element.Name) ? copy : copy.With("id", FreshId());
    }

    private void Replace(CibElement old, CibElement element) => _document = _document.WithRoot(Replaced(_document.Root, old, element));

    private static CibElement Replaced(CibElement here, CibElement old, CibElement element) =>
        ReferenceEquals(here, old)
            ? element
            : here.Elements.Aggregate(here, (changed, child) => Replaced(child, old, element) is var other && ReferenceEquals(other, child) ? changed : changed.Replace(child, other));

    private static IEnumerable<(CibElement Element, CibElement? Holder)> Below(CibElement element, CibElement? holder = null) =>
        element.Elements.SelectMany(child => Below(child, element)).Prepend((element, holder));
}
