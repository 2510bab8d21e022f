using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing;

/// <summary>Finds out which operations of the three sides are the same one.</summary>
/// <remarks>
/// 1. Last applied and wanted: by name and interval; what is left, by name and role, then by name alone, in the order given (the interval changed).
/// 2. With the live ones: by the key that we last applied, else by the wanted key (somebody made the same operation).
/// 3. One of ours that is not found takes a live one of its name that nobody claimed (somebody changed its interval).
/// </remarks>
internal static class OperationPairing
{
    public static IReadOnlyList<OperationTriple> Of(IReadOnlyList<ObjectShape> last, IReadOnlyList<ObjectShape> wanted, IReadOnlyList<CibElement> live)
    {
        var pairs = PairDeclared(last, wanted);
        var free = live.ToList();
        var found = new CibElement?[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            found[i] = Take(free, Key(pairs[i].Last ?? pairs[i].Wanted!));
        }

        for (var i = 0; i < pairs.Count; i++)
        {
            if (found[i] is null && pairs[i] is { Last: { } ours })
            {
                found[i] = (pairs[i].Wanted is { } now ? Take(free, Key(now)) : null) ?? TakeByName(free, ours.Attributes.Find("name")!);
            }
        }

        return [.. pairs.Select((pair, i) => new OperationTriple(pair.Last, pair.Wanted, found[i])), .. free.Select(op => new OperationTriple(null, null, op))];
    }

    private static List<(ObjectShape? Last, ObjectShape? Wanted)> PairDeclared(IReadOnlyList<ObjectShape> last, IReadOnlyList<ObjectShape> wanted)
    {
        var unpaired = last.ToList();
        var pairs = wanted.Select(now => (Last: Take(unpaired, before => Key(before) == Key(now)), Wanted: (ObjectShape?)now)).ToList();
        foreach (var sameRole in new[] { true, false })
        {
            for (var i = 0; i < pairs.Count; i++)
            {
                if (pairs[i] is { Last: null, Wanted: { } now })
                {
                    pairs[i] = (Take(unpaired, before => Agree(before, now, "name") && (!sameRole || Agree(before, now, "role"))), now);
                }
            }
        }

        pairs.AddRange(unpaired.Select(before => ((ObjectShape?)before, (ObjectShape?)null)));
        return pairs;
    }

    private static bool Agree(ObjectShape one, ObjectShape other, string attribute) =>
        Meaning.Same(Meaning.OfAttribute(attribute), one.Attributes.Find(attribute), other.Attributes.Find(attribute));

    private static CibElement? Take(List<CibElement> free, (string, CibDuration, string) key) => Take(free, op => Key(op["name"], op["interval"]) == key);

    private static CibElement? TakeByName(List<CibElement> free, string name) => Take(free, op => op["name"] == name);

    private static T? Take<T>(List<T> items, Predicate<T> matches)
        where T : class
    {
        var index = items.FindIndex(matches);
        if (index < 0)
        {
            return null;
        }

        var item = items[index];
        items.RemoveAt(index);
        return item;
    }

    private static (string Name, CibDuration Interval, string Text) Key(ObjectShape operation) =>
        Key(operation.Attributes.Find("name"), operation.Attributes.Find("interval"));

    /// <summary>An interval that cannot be read counts by its text.</summary>
    private static (string Name, CibDuration Interval, string Text) Key(string? name, string? interval) =>
        CibDuration.TryParse(interval ?? "0", out var duration, out _) ? (name ?? "", duration, "") : (name ?? "", default, interval ?? "");
}
