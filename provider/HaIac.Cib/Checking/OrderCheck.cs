using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Orders that go round in a circle, that name one resource on both sides, or that restart more than they must.</summary>
internal static class OrderCheck
{
    private const int MostSteps = 12;

    public static IEnumerable<CibFinding> Run(Survey survey) =>
        Loops(survey).Concat(survey.Constraints.Where(constraint => constraint.Name == "rsc_order").SelectMany(NamesItself)).Concat(NotInterleaved(survey));

    private static IEnumerable<CibFinding> Loops(Survey survey)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (loop, causes) in new OrderGraph(survey).Graph.Loops())
        {
            if (loop.Select(step => step.From).Where(IsNamed).Select(moment => (moment.Name, moment.Action)).Distinct().Count() < 2)
            {
                continue; // A resource and itself: told by NamesItself.
            }

            // What starts in a circle also stops in a circle: that is said once.
            var constraints = causes.Select(cause => cause.Constraint).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
            if (told.Add(string.Join('\n', constraints)))
            {
                yield return Loop(survey, loop, constraints);
            }
        }
    }

    private static CibFinding Loop(Survey survey, IReadOnlyList<(OrderNode From, OrderCause Cause, OrderNode To)> loop, List<string> constraints)
    {
        var here = loop.Select(step => step.Cause.Constraint).OfType<string>().Distinct().ToList();
        var others = constraints.Count - here.Count;
        return new()
        {
            Code = CibFindingCodes.OrderLoop,
            Subject = here.Count == 0 ? null : CibId.OfLive(here[0]),
            Related = [.. here.Skip(1).Concat(constraints.Except(here)).Select(CibId.OfLive)],
            What = $"{Story(loop)}.",
            Where = $"CIB {(here.Count == 1 ? "order" : "orders")} {Place.List(here)}"
                + (survey.Document.FindElement(CibId.OfLive(here.FirstOrDefault() ?? "")) is { } first ? Place.Line(first) : ""),
            Why = "Each waits for the one before it, so none ever begins: the cluster's plan cannot be carried out, whatever kind the orders are of.",
            Mend = (here.Count == 1 ? "Remove the order, or turn it round." : "Take one of these orders out, or turn it round.")
                + (others > 0 ? string.Create(CultureInfo.InvariantCulture, $" {others} more {(others == 1 ? "order is" : "orders are")} part of the same tangle.") : ""),
        };
    }

    /// <summary>The circle as a sentence; moments of sets have no name of their own and are passed over.</summary>
    private static string Story(IReadOnlyList<(OrderNode From, OrderCause Cause, OrderNode To)> loop)
    {
        var start = Enumerable.Range(0, loop.Count).FirstOrDefault(i => IsNamed(loop[i].From));
        var last = (loop[start].From.Name, loop[start].From.Action);
        var steps = new List<string> { $"{last.Action} {last.Name}" };
        var cause = default(OrderCause);
        for (var i = 0; i < loop.Count; i++)
        {
            var (_, why, to) = loop[(start + i) % loop.Count];
            cause = cause.Constraint is null && why.Text is not null ? why : cause;
            if (IsNamed(to) && (to.Name, to.Action) != last)
            {
                last = (to.Name, to.Action);
                steps.Add($"then {to.Action} {to.Name} ({cause.Text})");
                cause = default;
            }
        }

        return steps.Count <= MostSteps
            ? string.Join(", ", steps)
            : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", steps.Take(MostSteps - 1))}, ... ({steps.Count - MostSteps} more), {steps[^1]}");
    }

    private static bool IsNamed(OrderNode node) => !node.Name.Contains('\n', StringComparison.Ordinal);

    private static IEnumerable<CibFinding> NamesItself(CibElement order)
    {
        var doubled = order["first"] is { } first && first == order["then"] && OrderFacts.FirstAction(order) == OrderFacts.ThenAction(order) ? first : null;
        string? before = null;
        foreach (var set in order.Elements.Where(set => set.Name == "resource_set" && (set["action"] ?? "start") == "start"))
        {
            if (Switch.IsOn(set["sequential"], otherwise: true))
            {
                foreach (var member in set.Elements)
                {
                    doubled ??= member.Id is { } id && id == before ? id : null;
                    before = member.Id;
                }
            }
            else
            {
                before = null;
            }
        }

        if (doubled is not null)
        {
            yield return new CibFinding
            {
                Code = CibFindingCodes.NamesItself,
                Subject = Place.IdOf(order),
                Related = [CibId.OfLive(doubled)],
                What = $"{Place.Named(order)} puts {doubled} before itself.",
                Where = Place.Of(order),
                Why = "Pacemaker's scheduler aborts on such an order, and the cluster stops managing all resources.",
                Mend = "Correct one of the two ids, or remove the order.",
            };
        }
    }

    private static IEnumerable<CibFinding> NotInterleaved(Survey survey)
    {
        var together = survey.Constraints
            .Where(constraint => constraint.Name == "rsc_colocation" && Score.TryParse(constraint["score"], out var score, out _) && score == Score.Infinity)
            .Select(constraint => (constraint["rsc"], constraint["with-rsc"]))
            .ToHashSet();
        foreach (var order in survey.Constraints.Where(constraint => constraint.Name == "rsc_order" && OrderFacts.KindOf(constraint) == OrderStrength.Mandatory))
        {
            if (survey.Resource(order["first"]) is { IsClone: true } first
                && survey.Resource(order["then"]) is { IsClone: true } then
                && OrderFacts.ThenAction(order) == "start"
                && together.Contains((then.Id, first.Id))
                && !Switch.IsOn(then.Meta, "interleave", otherwise: false))
            {
                yield return new CibFinding
                {
                    Code = CibFindingCodes.NotInterleaved,
                    Severity = FindingSeverity.Warning,
                    Subject = CibId.OfLive(then.Id),
                    Attribute = "meta_attributes.interleave",
                    Related = [CibId.OfLive(first.Id), CibId.OfLive(order.Id ?? "")],
                    What = $"{then.Id} runs beside {first.Id} and starts after it, but is not interleaved.",
                    Where = Place.Of(then.Element),
                    Why = $"Each instance of {then.Id} waits for all of {first.Id}: when one node goes or comes, {then.Id} restarts on all of them.",
                    Mend = $"Set interleave=true on {then.Id}.",
                };
            }
        }
    }
}
