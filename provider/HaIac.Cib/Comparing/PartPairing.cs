using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing;

/// <summary>Finds out which parts of the three sides are the same one.</summary>
/// <remarks>
/// 1. Last applied and wanted: by declared id; else by their mark (key or content); else, where only the place tells, in the order given.
/// 2. With the live ones: by declared id; those without by the mark that we last applied, by the wanted mark; of placed ones that we applied, what is left in order.
/// </remarks>
internal static class PartPairing
{
    public static List<PartTriple> Of(PartKind kind, IEnumerable<ObjectShape> last, IEnumerable<ObjectShape> wanted, IEnumerable<CibElement> live)
    {
        var pairs = PairDeclared(kind, [.. last.Select(part => Marked(kind, part))], [.. wanted.Select(part => Marked(kind, part))]);
        var free = live.Select(element => (Element: element, Mark: kind.MarkOf(element))).ToList();
        var found = new CibElement?[pairs.Count];

        void Find(Func<Pair, string?> look, Func<(CibElement Element, string Mark), string?> given)
        {
            for (var i = 0; i < pairs.Count; i++)
            {
                if (found[i] is null && look(pairs[i]) is { Length: >= 0 } text && free.FindIndex(item => given(item) == text) is >= 0 and var index)
                {
                    found[i] = free[index].Element;
                    free.RemoveAt(index);
                }
            }
        }

        Find(pair => pair.Id, item => item.Element.Id);
        Find(pair => MarkOf(pair.Last), item => item.Mark);
        Find(pair => MarkOf(pair.Wanted), item => item.Mark);
        if (kind.IsPlaced)
        {
            Find(pair => MarkOf(pair.Last) is null || IsShared(pair.Last!.Part) ? null : "", item => item.Element["id-ref"] is null ? "" : null);
        }

        return
        [
            .. pairs.Select((pair, i) => new PartTriple(pair.Last?.Part, pair.Wanted?.Part, found[i])),
            .. free.Select(item => new PartTriple(null, null, item.Element)),
        ];
    }

    private static List<Pair> PairDeclared(PartKind kind, List<MarkedPart> last, List<MarkedPart> wanted)
    {
        var pairs = wanted.ConvertAll(now => new Pair(null, now));

        void Find(Func<MarkedPart, MarkedPart, bool> isSame)
        {
            for (var i = 0; i < pairs.Count; i++)
            {
                if (pairs[i] is { Last: null, Wanted: { } now } && last.FindIndex(before => isSame(before, now)) is >= 0 and var index)
                {
                    pairs[i] = new Pair(last[index], now);
                    last.RemoveAt(index);
                }
            }
        }

        Find((before, now) => before.Part.Id.Length > 0 && before.Part.Id == now.Part.Id);
        Find((before, now) => MayBeOne(before, now) && before.Mark == now.Mark);
        if (kind.IsPlaced)
        {
            Find((before, now) => MayBeOne(before, now) && !IsShared(before.Part) && !IsShared(now.Part));
        }

        return [.. pairs, .. last.Select(before => new Pair(before, null))];
    }

    /// <summary>Two declared ids that differ are two parts.</summary>
    private static bool MayBeOne(MarkedPart one, MarkedPart other) => one.Part.Id.Length == 0 || other.Part.Id.Length == 0;

    /// <summary>A part that only points to one elsewhere; there is nothing in it that could change.</summary>
    private static bool IsShared(ObjectShape part) => part.Attributes.ContainsKey("id-ref");

    /// <summary>What finds a part in the cluster; one with a declared id is found by that or not at all.</summary>
    private static string? MarkOf(MarkedPart? part) => part is null || part.Part.Id.Length > 0 ? null : part.Mark;

    private static MarkedPart Marked(PartKind kind, ObjectShape part) =>
        new(part, kind.MarkOf(ThreeSidedMerge.Draft(kind, part)));

    private sealed record MarkedPart(ObjectShape Part, string Mark);

    private sealed record Pair(MarkedPart? Last, MarkedPart? Wanted)
    {
        public string? Id => Last?.Part.Id is { Length: > 0 } before ? before : Wanted?.Part.Id is { Length: > 0 } now ? now : null;
    }
}
