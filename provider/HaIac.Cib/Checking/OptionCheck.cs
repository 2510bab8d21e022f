using HaIac.Cib.Checking.Names;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Options;

namespace HaIac.Cib.Checking;

/// <summary>Cluster options: unknown, outdated, or with a value of the wrong kind.</summary>
internal static class OptionCheck
{
    public static IEnumerable<CibFinding> Run(Survey survey) => survey.PropertySets.SelectMany(set => Check(survey, set));

    private static IEnumerable<CibFinding> Check(Survey survey, CibElement set)
    {
        var check = new PairCheck(survey, ClusterOptionNames.All, "cluster option") { AllNamesKnown = true, UnknownCode = CibFindingCodes.UnknownOption };

        // Sets of other names belong to agents and tools, which keep what they like there.
        var isOfCluster = set.Id == ClusterProperties.DefaultId;
        return check.Check(set, set, "properties")
            .Where(finding => finding.Code != CibFindingCodes.UnknownOption || (isOfCluster && !ClusterOptionNames.IsOfTools(finding.Attribute!["properties.".Length..])))
            .Select(finding => IsPlain(finding) ? finding with { Severity = FindingSeverity.Error } : finding);
    }

    /// <summary>Whether no release could ever read a value: then it is an error. A word that is not known here may be known to a newer Pacemaker.</summary>
    private static bool IsPlain(CibFinding finding) =>
        finding.Code == CibFindingCodes.BadOptionValue
        && ClusterOptionNames.All.Find(finding.Attribute!["properties.".Length..]) is { Value: NameValue.Boolean or NameValue.Integer or NameValue.Score or NameValue.Duration };
}
