using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Colocations that go round in a circle, contradict each other, or name one resource on both sides.</summary>
internal static class ColocationCheck
{
    // Beyond that many, each way through the constraints would have to be searched anew.
    private const int MostPaths = 50;

    public static IEnumerable<CibFinding> Run(Survey survey)
    {
        var pairs = survey.Constraints.SelectMany(ColocationPairs.Of).ToList();
        return Loops(survey, pairs).Concat(Contradictions(survey, pairs)).Concat(pairs.Where(pair => pair.Dependent == pair.Primary).Select(NamesItself));
    }

    private static IEnumerable<CibFinding> Loops(Survey survey, List<ColocationPair> pairs)
    {
        var graph = new LoopGraph<string, CibElement>();
        foreach (var pair in pairs.Where(IsMust))
        {
            var (dependent, primary) = (Unit(survey, pair.Dependent), Unit(survey, pair.Primary));
            if (dependent != primary)
            {
                graph.Add(dependent, primary, pair.Constraint);
            }
        }

        foreach (var (loop, labels) in graph.Loops())
        {
            var constraints = loop.Select(step => step.Label).Concat(labels).Distinct().ToList();
            yield return new CibFinding
            {
                Code = CibFindingCodes.ColocationLoop,
                Severity = FindingSeverity.Warning,
                Subject = Place.IdOf(constraints[0]),
                Related = [.. constraints.Skip(1).Select(Place.IdOf).OfType<CibId>()],
                What = $"{loop[0].From} must run {string.Join(", that ", loop.Take(8).Select(step => $"with {step.To} ({step.Label.Id})"))}{(loop.Count > 8 ? ", and so on back to it" : "")}.",
                Where = Place.Of(constraints[0]),
                Why = "Each is placed by the one after it, so none comes first: where they run depends on the order in which the cluster looks at them, and if one cannot run, none does.",
                Mend = "Take one of these colocations out: the one whose dependent should be placed first.",
            };
        }
    }

    private static IEnumerable<CibFinding> Contradictions(Survey survey, List<ColocationPair> pairs)
    {
        var must = new Dictionary<(ColocationSide, ColocationSide), ColocationPair>();
        var together = new TogetherForest();
        foreach (var pair in pairs.Where(pair => pair.Score == Score.Infinity))
        {
            must.TryAdd((pair.Dependent, pair.Primary), pair);
            if (IsMust(pair) && RunsOnce(survey, pair.Dependent) && RunsOnce(survey, pair.Primary))
            {
                together.Join(Unit(survey, pair.Dependent), Unit(survey, pair.Primary), pair.Constraint.Id ?? "");
            }
        }

        var paths = 0;
        foreach (var apart in pairs.Where(pair => pair.Score == Score.MinusInfinity))
        {
            if (must.TryGetValue((apart.Dependent, apart.Primary), out var opposite))
            {
                yield return Contradiction(
                    apart,
                    [opposite.Constraint.Id ?? ""],
                    FindingSeverity.Error,
                    $"{apart.Constraint.Id} keeps {apart.Dependent} away from {apart.Primary}, {opposite.Constraint.Id} demands that both run together.",
                    $"{apart.Dependent.Id} never runs: it must have {apart.Primary.Id} beside it, and must not.");
            }
            else if (apart is { Dependent.Role: ResourceRole.Started, Primary.Role: ResourceRole.Started }
                && RunsOnce(survey, apart.Dependent) && RunsOnce(survey, apart.Primary)
                && Unit(survey, apart.Dependent) is var one && Unit(survey, apart.Primary) is var other && one != other
                && together.AreTogether(one, other))
            {
                var path = paths++ < MostPaths ? together.Path(one, other) : [];
                yield return Contradiction(
                    apart,
                    path,
                    FindingSeverity.Warning,
                    $"{apart.Constraint.Id} keeps {apart.Dependent} away from {apart.Primary}, but {(path.Count == 0 ? "other colocations tie" : $"{Place.List(path)} {(path.Count == 1 ? "ties" : "tie")}")} both to one node.",
                    "Not all of these can run at once.");
            }
        }
    }

    private static CibFinding Contradiction(ColocationPair apart, IReadOnlyList<string> others, FindingSeverity severity, string what, string why) => new()
    {
        Code = CibFindingCodes.Contradiction,
        Severity = severity,
        Subject = Place.IdOf(apart.Constraint),
        Related = [.. others.Select(CibId.OfLive)],
        What = what,
        Where = Place.Of(apart.Constraint),
        Why = why,
        Mend = "Remove one of these colocations.",
    };

    private static CibFinding NamesItself(ColocationPair pair) => new()
    {
        Code = CibFindingCodes.NamesItself,
        Severity = FindingSeverity.Warning,
        Subject = Place.IdOf(pair.Constraint),
        Related = [CibId.OfLive(pair.Dependent.Id)],
        What = $"{Place.Named(pair.Constraint)} places {pair.Dependent} relative to itself.",
        Where = Place.Of(pair.Constraint),
        Why = "Such a colocation has no effect.",
        Mend = "Correct one of the two ids, or remove the colocation.",
    };

    private static bool IsMust(ColocationPair pair) =>
        pair.Score == Score.Infinity && pair is { Dependent.Role: ResourceRole.Started, Primary.Role: ResourceRole.Started };

    /// <summary>What moves as one: members of a group go with the group.</summary>
    private static string Unit(Survey survey, ColocationSide side) => survey.Resource(side.Id)?.Outermost.Id ?? side.Id;

    private static bool RunsOnce(Survey survey, ColocationSide side) => survey.Resource(side.Id) is { Multiplier: null };
}
