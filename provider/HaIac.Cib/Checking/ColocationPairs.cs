using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>The pairs that colocations make, sets laid out: which resource is placed by which, with which score and roles.</summary>
internal static class ColocationPairs
{
    public static IEnumerable<ColocationPair> Of(CibElement colocation)
    {
        if (colocation.Name != "rsc_colocation")
        {
            yield break;
        }

        Score? score = Score.TryParse(colocation["score"], out var read, out _) ? read : null;
        if (colocation["rsc"] is { } dependent && colocation["with-rsc"] is { } primary && score is { } pairScore)
        {
            yield return new(colocation, new(dependent, RoleOf(colocation["rsc-role"])), new(primary, RoleOf(colocation["with-rsc-role"])), pairScore);
        }

        CibElement? before = null;
        foreach (var set in colocation.Elements.Where(element => element.Name == "resource_set"))
        {
            foreach (var pair in Within(colocation, set, score))
            {
                yield return pair;
            }

            // The set before is placed by this one. Sets without an order of their own have no first or last; all count, and those are left out here.
            if (before is not null && score is { } betweenScore && Edge(before, first: true) is { } dependentSide && Edge(set, first: false) is { } primarySide)
            {
                yield return new(colocation, dependentSide, primarySide, betweenScore);
            }

            before = set;
        }
    }

    private static IEnumerable<ColocationPair> Within(CibElement colocation, CibElement set, Score? fallback)
    {
        if (!Switch.IsOn(set["sequential"], otherwise: true)
            || (Score.TryParse(set["score"], out var own, out _) ? own : fallback) is not { Value: > 0 } score)
        {
            yield break;
        }

        var members = set.Elements.Select(member => member.Id).OfType<string>().ToList();
        var role = RoleOf(set["role"]);
        foreach (var (earlier, later) in members.Zip(members.Skip(1)))
        {
            yield return new(colocation, new(later, role), new(earlier, role), score);
        }
    }

    private static ColocationSide? Edge(CibElement set, bool first)
    {
        var members = set.Elements.Where(member => member.Id is not null).ToList();
        return members.Count == 0 || (members.Count > 1 && !Switch.IsOn(set["sequential"], otherwise: true))
            ? null
            : new ColocationSide((first ? members[0] : members[^1]).Id!, RoleOf(set["role"]));
    }

    // Started is what no role means.
    private static ResourceRole RoleOf(string? word) => ResourceRoles.TryParse(word, out var role, out _) ? role : ResourceRole.Started;
}
