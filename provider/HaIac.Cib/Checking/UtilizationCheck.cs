using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Reading;

namespace HaIac.Cib.Checking;

/// <summary>Utilization that is no whole number, or that nobody counts.</summary>
internal static class UtilizationCheck
{
    public static IEnumerable<CibFinding> Run(Survey survey)
    {
        var owners = survey.Resources.Select(resource => resource.Element).Concat(survey.Templates).Concat(survey.Section(CibSections.Nodes)).ToList();
        var used = false;
        foreach (var owner in owners)
        {
            foreach (var pair in owner.Elements.Where(set => set.Name == CibTags.Utilization).SelectMany(set => set.Elements).Where(AttributeSets.IsPair))
            {
                used |= owner.Name != "node";
                if (Check(owner, pair["name"]!, pair["value"]!) is { } finding)
                {
                    yield return finding;
                }
            }
        }

        if (used && survey.Options.Find("placement-strategy") is null or "default")
        {
            yield return new CibFinding
            {
                Code = CibFindingCodes.UtilizationIgnored,
                Severity = FindingSeverity.Warning,
                Attribute = "placement-strategy",
                What = "Resources have a utilization, but placement-strategy is not set.",
                Where = "CIB cluster options, placement-strategy",
                Why = "With the strategy default the cluster does not look at utilization: it fills nodes beyond what they have.",
                Mend = "Set placement-strategy to balanced, utilization or minimal.",
            };
        }
    }

    private static CibFinding? Check(CibElement owner, string name, string value)
    {
        if (int.TryParse(value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        var readable = value.TrimStart() is { Length: > 0 } text && (char.IsAsciiDigit(text[0]) || (text[0] is '-' or '+' && text.Length > 1 && char.IsAsciiDigit(text[1])));
        return new()
        {
            Code = CibFindingCodes.BadUtilization,
            Severity = readable ? FindingSeverity.Warning : FindingSeverity.Error,
            Subject = Place.IdOf(owner),
            Attribute = $"utilization.{name}",
            What = $"{Place.Named(owner)} has the utilization {name}={BadValue.Quote(value)}, which is no whole number.",
            Where = Place.Of(owner, $"utilization {name}"),
            Why = readable ? "The cluster reads the digits at its beginning and drops the rest, units too." : "The cluster cannot count with it; Pacemaker 2.1.5's scheduler crashes when it tries.",
            Mend = "Give a whole number, in a unit small enough: 1500 MiB in place of 1.5G.",
        };
    }
}
