using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Orders and colocations that are content with any instance of a promotable clone, although its clients need a promoted one.</summary>
internal static class PromotedNeeded
{
    // Agents whose instances all are to be promoted, and serve nobody before.
    private static readonly string[] s_servingPromotedOnly = ["galera"];

    public static IEnumerable<CibFinding> Run(Survey survey)
    {
        // Who waits for the promotion of which clone: those need the promoted instance.
        var clients = new HashSet<(string Clone, string Client)>();
        var orders = survey.Constraints.Where(constraint => constraint is { Name: "rsc_order" }).ToList();
        foreach (var order in orders.Where(order => OrderFacts.FirstAction(order) == "promote"))
        {
            if (order["first"] is { } first && order["then"] is { } then)
            {
                clients.Add((first, then));
            }
        }

        return orders.SelectMany(order => Order(survey, order))
            .Concat(survey.Constraints.SelectMany(constraint => Colocation(survey, constraint, clients)));
    }

    private static IEnumerable<CibFinding> Order(Survey survey, CibElement order)
    {
        // An order within one clone, or of one promotable clone before another's start, leaves no client before the promotion.
        if (survey.Resource(order["first"]) is { IsPromotable: true } first
            && OrderFacts.KindOf(order) != OrderStrength.Serialize
            && OrderFacts.FirstAction(order) == "start"
            && OrderFacts.ThenAction(order) == "start"
            && (survey.Resource(order["then"]) is not { } then || !then.IsPromotable))
        {
            yield return StartInsteadOfPromote(order, "first-action", first, order["then"] ?? "");
        }

        var sets = order.Elements.Where(set => set.Name == "resource_set").ToList();
        for (var i = 0; i < sets.Count; i++)
        {
            var members = sets[i].Elements.ToList();
            for (var j = 0; j < members.Count; j++)
            {
                var later = j + 1 < members.Count && Switch.IsOn(sets[i]["sequential"], otherwise: true) ? members[j + 1].Id
                    : i + 1 < sets.Count && (sets[i + 1]["action"] ?? "start") == "start" ? sets[i + 1].Elements.FirstOrDefault()?.Id
                    : null;
                if (later is not null && (sets[i]["action"] ?? "start") == "start" && survey.Resource(members[j].Id) is { IsPromotable: true } member && survey.Resource(later) is not { IsPromotable: true })
                {
                    yield return StartInsteadOfPromote(order, $"resource_set[{sets[i].Id}].action", member, later);
                }
            }
        }
    }

    private static CibFinding StartInsteadOfPromote(CibElement order, string attribute, SurveyedResource clone, string client)
    {
        var agent = AgentOf(clone);
        var known = agent is not null && s_servingPromotedOnly.Contains(agent, StringComparer.OrdinalIgnoreCase);
        return new()
        {
            Code = CibFindingCodes.StartInsteadOfPromote,
            Severity = FindingSeverity.Warning,
            Subject = Place.IdOf(order),
            Attribute = attribute,
            Related = [CibId.OfLive(clone.Id), CibId.OfLive(client)],
            What = $"{Place.Named(order)} lets {client} go on when {clone.Id} is started, not when it is promoted.",
            Where = Place.Of(order, $"attribute {attribute}"),
            Why = known
                ? $"{agent} serves nobody before it is promoted: after an outage of the whole cluster {client} starts with nothing to connect to, and fails."
                : $"A promotable clone usually serves its clients only from the promoted instance; {client} may start before there is one.",
            Mend = attribute == "first-action" ? "Set first-action=promote and then-action=start." : "Give the set the action promote, and the set after it the action start.",
        };
    }

    private static IEnumerable<CibFinding> Colocation(Survey survey, CibElement colocation, HashSet<(string Clone, string Client)> clients)
    {
        if (colocation.Name != "rsc_colocation"
            || colocation["with-rsc-role"] is not null
            || colocation["rsc"] is not { } dependent
            || survey.Resource(colocation["with-rsc"]) is not { IsPromotable: true } primary
            || !clients.Contains((primary.Id, dependent))
            || !Score.TryParse(colocation["score"] ?? "0", out var score, out _) || score.Value <= 0
            || PromotedInstances(primary) > 1)
        {
            yield break;
        }

        yield return new CibFinding
        {
            Code = CibFindingCodes.RoleMissing,
            Severity = FindingSeverity.Warning,
            Subject = Place.IdOf(colocation),
            Attribute = "with-rsc-role",
            Related = [CibId.OfLive(dependent), CibId.OfLive(primary.Id)],
            What = $"{Place.Named(colocation)} places {dependent} with any instance of {primary.Id}, but {dependent} waits for its promotion.",
            Where = Place.Of(colocation),
            Why = $"Without with-rsc-role {dependent} may run beside an unpromoted instance, away from the promoted one.",
            Mend = "Set with-rsc-role=Promoted.",
        };
    }

    /// <summary>How many instances may be promoted at once; more than one means that a client need not sit with a certain one.</summary>
    private static int PromotedInstances(SurveyedResource clone) => int.TryParse(
        clone.Meta.Find("promoted-max") ?? clone.Meta.Find("master-max") ?? clone.Element.Elements.Select(child => child["promoted-max"] ?? child["masters"]).OfType<string>().FirstOrDefault(),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var max) ? max : 1;

    private static string? AgentOf(SurveyedResource clone)
    {
        var inner = clone.Element.Elements.FirstOrDefault(child => child.Name == "primitive") ?? clone.Element.Find("group")?.Find("primitive");
        return inner?["type"];
    }
}
