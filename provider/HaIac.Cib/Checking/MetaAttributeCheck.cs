using HaIac.Cib.Checking.Names;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Reading;

namespace HaIac.Cib.Checking;

/// <summary>Meta attributes of resources and operations, and their defaults: near misses, outdated names, values of the wrong kind.</summary>
internal static class MetaAttributeCheck
{
    private static readonly string[] s_goneStandards = ["upstart", "nagios"];

    public static IEnumerable<CibFinding> Run(Survey survey)
    {
        var ofResources = new PairCheck(survey, MetaAttributeNames.All, "meta attribute");
        var ofOperations = new PairCheck(survey, OperationOptionNames.All, "operation option");
        return survey.Resources.Select(resource => resource.Element).Concat(survey.Templates).SelectMany(resource => Resource(survey, resource, ofResources, ofOperations))
            .Concat(survey.Section("rsc_defaults").SelectMany(set => ofResources.Check(set, set, "rsc_defaults")))
            .Concat(survey.Section("op_defaults").SelectMany(set => ofOperations.Check(set, set, "op_defaults")))
            .Concat(survey.Constraints.SelectMany(Outdated));
    }

    private static IEnumerable<CibFinding> Resource(Survey survey, CibElement resource, PairCheck ofResources, PairCheck ofOperations)
    {
        foreach (var set in resource.Elements.Where(element => element.Name == CibTags.MetaAttributes))
        {
            foreach (var finding in ofResources.Check(set, resource, CibTags.MetaAttributes).Where(finding => finding.Code != CibFindingCodes.Outdated || resource.Name != "master"))
            {
                yield return finding;
            }

            if (resource.Name == "group" && set.Elements.Any(pair => pair["name"] == "ordered"))
            {
                yield return Outdated(resource, $"{CibTags.MetaAttributes}.ordered", $"The meta attribute ordered of {Place.Named(resource)} is deprecated: groups are always ordered.", "Use colocations and a resource set instead of an unordered group.");
            }
        }

        foreach (var op in ResourceReader.OperationsOf(resource))
        {
            foreach (var set in op.Elements.Where(element => element.Name == CibTags.MetaAttributes))
            {
                foreach (var finding in ofOperations.Check(set, resource, $"operations[{op["name"]}].{CibTags.MetaAttributes}"))
                {
                    yield return finding;
                }
            }
        }

        if (resource.Name == "master")
        {
            yield return Outdated(resource, null, $"{Place.Named(resource)} is written in a form that is deprecated since Pacemaker 2.0.0.", "Use a clone with the meta attribute promotable=true instead.");
        }

        if (s_goneStandards.Contains(resource["class"], StringComparer.Ordinal))
        {
            yield return Outdated(resource, "class", $"{Place.Named(resource)} uses the standard {resource["class"]}, which is gone since Pacemaker 3.0.0.", resource["class"] == "upstart" ? "Use a systemd unit or an OCF agent instead." : "Use an OCF agent instead.");
        }

        if (resource.Find("rkt") is not null)
        {
            yield return Outdated(resource, null, $"{Place.Named(resource)} runs in rkt, which is gone since Pacemaker 3.0.0.", "Use podman instead.");
        }
    }

    private static IEnumerable<CibFinding> Outdated(CibElement constraint)
    {
        if (constraint is { Name: "rsc_order" } && constraint["score"] is not null)
        {
            yield return Outdated(constraint, "score", $"{Place.Named(constraint)} has a score, which is deprecated.", "Use kind=Mandatory, or kind=Optional for a score of 0.");
        }

        if (constraint.Find("lifetime") is not null)
        {
            yield return Outdated(constraint, "lifetime", $"{Place.Named(constraint)} has a lifetime, which is deprecated.", constraint.Name == "rsc_location" ? "Put the rule into the location itself." : "Remove it; a colocation or order has no rules.");
        }
    }

    private static CibFinding Outdated(CibElement subject, string? attribute, string what, string mend) => new()
    {
        Code = CibFindingCodes.Outdated,
        Severity = FindingSeverity.Warning,
        Subject = Place.IdOf(subject),
        Attribute = attribute,
        What = what,
        Where = Place.Of(subject),
        Why = "It still counts, but a later release of Pacemaker will not read it.",
        Mend = mend,
    };
}
