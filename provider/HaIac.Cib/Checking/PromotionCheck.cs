using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Reading;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Promotable clones: whether they can be promoted, are looked after when they are, and whether others count on a role that nobody can have.</summary>
internal static class PromotionCheck
{
    public static IEnumerable<CibFinding> Run(Survey survey) =>
        survey.Resources.SelectMany(OfResource)
            .Concat(survey.Constraints.SelectMany(constraint => OfConstraint(survey, constraint)))
            .Concat(PromotedNeeded.Run(survey));

    private static IEnumerable<CibFinding> OfResource(SurveyedResource resource)
    {
        if (resource.IsPrimitive && resource.IsPromotable)
        {
            if (resource.Standard is not (null or "ocf"))
            {
                yield return CannotPromote(resource);
            }
            else if (!resource.Operations.Any(IsMonitorOfPromoted))
            {
                yield return NotMonitored(resource);
            }
        }

        if (!resource.IsPromotable && IsPromotionRole(resource.Meta.Find("target-role")))
        {
            yield return NotPromotable(resource.Element, "meta_attributes.target-role", resource, $"asks for the role {resource.Meta.Find("target-role")}", "The cluster ignores the target role.", FindingSeverity.Warning);
        }

        if (resource.IsPrimitive && !resource.IsPromotable)
        {
            foreach (var op in ResourceReader.OperationsOf(resource.Element).Where(op => IsPromotionRole(op["role"])))
            {
                yield return NotPromotable(resource.Element, $"operations[{op["name"]}].role", resource, $"has an operation {op["name"]} for the role {op["role"]}", "The operation never runs.", FindingSeverity.Warning);
            }
        }
    }

    private static IEnumerable<CibFinding> OfConstraint(Survey survey, CibElement constraint)
    {
        foreach (var (resource, attribute, word) in Roles(survey, constraint))
        {
            if (resource is { IsPromotable: false } && IsPromotionRole(word))
            {
                yield return NotPromotable(constraint, attribute, resource, $"is about the role {word} of {resource.Id}", "The cluster passes over the constraint: no instance ever has that role.", FindingSeverity.Warning);
            }
        }

        foreach (var (resource, attribute, word) in Actions(survey, constraint))
        {
            if (resource is { IsPromotable: false } && word is "promote" or "demote")
            {
                // What waits for a promotion that never comes does not start; a promotion that would have to wait is no loss.
                var blocks = attribute == "first-action" && word == "promote" && OrderFacts.KindOf(constraint) == OrderStrength.Mandatory;
                yield return NotPromotable(
                    constraint,
                    attribute,
                    resource!,
                    $"waits for the action {word} of {resource!.Id}",
                    blocks ? $"{constraint["then"]} never starts: it waits for an action that the cluster never runs." : "The cluster never runs that action, so the order has no effect.",
                    blocks ? FindingSeverity.Error : FindingSeverity.Warning);
            }
        }
    }

    private static IEnumerable<(SurveyedResource? Resource, string Attribute, string? Word)> Roles(Survey survey, CibElement constraint)
    {
        var own = constraint.Name switch
        {
            "rsc_location" => new[] { (survey.Resource(constraint["rsc"]), "role", constraint["role"] ?? constraint.Find("rule")?["role"]) },
            "rsc_ticket" => [(survey.Resource(constraint["rsc"]), "rsc-role", constraint["rsc-role"])],
            "rsc_colocation" =>
            [
                (survey.Resource(constraint["rsc"]), "rsc-role", constraint["rsc-role"]),
                (survey.Resource(constraint["with-rsc"]), "with-rsc-role", constraint["with-rsc-role"]),
            ],
            _ => [],
        };
        return constraint.Name == "rsc_order" ? own : own.Concat(InSets(survey, constraint, "role"));
    }

    private static IEnumerable<(SurveyedResource? Resource, string Attribute, string? Word)> Actions(Survey survey, CibElement constraint) => constraint.Name != "rsc_order"
        ? []
        : InSets(survey, constraint, "action")
            .Append((survey.Resource(constraint["first"]), "first-action", constraint["first-action"]))
            .Append((survey.Resource(constraint["then"]), "then-action", constraint["then-action"]));

    private static IEnumerable<(SurveyedResource? Resource, string Attribute, string? Word)> InSets(Survey survey, CibElement constraint, string attribute) => constraint.Elements
        .Where(set => set.Name == "resource_set" && set[attribute] is not null)
        .SelectMany(set => set.Elements.Select(member => (survey.Resource(member.Id), $"resource_set[{set.Id}].{attribute}", set[attribute])));

    private static bool IsPromotionRole(string? word) =>
        ResourceRoles.TryParse(word, out var role, out _) && role is ResourceRole.Promoted or ResourceRole.Unpromoted && word is not null;

    private static bool IsMonitorOfPromoted(CibElement op) =>
        op["name"] == "monitor"
        && ResourceRoles.TryParse(op["role"], out var role, out _) && role == ResourceRole.Promoted
        && CibDuration.TryParse(op["interval"], out var interval, out _) && interval.Value > TimeSpan.Zero
        && Switch.IsOn(op["enabled"], otherwise: true);

    private static CibFinding CannotPromote(SurveyedResource primitive)
    {
        var clone = primitive.Multiplier!.Element;
        return new()
        {
            Code = CibFindingCodes.CannotPromote,
            Subject = Place.IdOf(clone),
            Related = [CibId.OfLive(primitive.Id)],
            What = $"{clone.Name} {clone.Id} is promotable, but {primitive.Standard}:{primitive.Type} has no promote action.",
            Where = $"CIB primitive {primitive.Id} in {clone.Name} {clone.Id}",
            Why = "Pacemaker reaches the Promoted role only through the agent's promote action, which only OCF agents can have.",
            Mend = "Use an OCF agent with a promote action, or take promotable off the clone.",
        };
    }

    private static CibFinding NotMonitored(SurveyedResource primitive) => new()
    {
        Code = CibFindingCodes.NotMonitored,
        Severity = FindingSeverity.Warning,
        Subject = CibId.OfLive(primitive.Id),
        Attribute = "operations[monitor].role",
        Related = [CibId.OfLive(primitive.Multiplier!.Id)],
        What = $"{primitive.Id} can be promoted in {primitive.Multiplier.Id}, but no recurring monitor is for the role Promoted.",
        Where = Place.Of(primitive.Element),
        Why = "A monitor without a role, or for another one, does not run on the promoted instance: the cluster does not notice when that fails.",
        Mend = "Give it a monitor with role=Promoted, and one for Unpromoted whose interval differs by a second.",
    };

    private static CibFinding NotPromotable(CibElement subject, string attribute, SurveyedResource resource, string what, string effect, FindingSeverity severity) => new()
    {
        Code = CibFindingCodes.NotPromotable,
        Severity = severity,
        Subject = Place.IdOf(subject),
        Attribute = attribute,
        Related = [CibId.OfLive(resource.Id)],
        What = $"{Place.Named(subject)} {what}, but {(subject.Id == resource.Id ? "it" : resource.Id)} is not promotable.",
        Where = Place.Of(subject, $"attribute {attribute}"),
        Why = $"Only a promotable clone, or what stands in one, has the roles Promoted and Unpromoted. {effect}",
        Mend = $"Set promotable=true on the clone of {resource.Id}, or leave the role out.",
    };
}
