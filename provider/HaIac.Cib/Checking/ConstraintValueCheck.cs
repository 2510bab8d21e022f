using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Scores, roles, kinds and switches of constraints that cannot be read. A schema refuses them; a cluster without one takes them for something else.</summary>
internal static class ConstraintValueCheck
{
    public static IEnumerable<CibFinding> Run(Survey survey) => survey.Constraints.SelectMany(constraint =>
        constraint.Elements.Where(part => part.Name is "resource_set" or "rule").Prepend(constraint).SelectMany(part => Check(constraint, part)));

    private static IEnumerable<CibFinding> Check(CibElement constraint, CibElement part)
    {
        foreach (var attribute in part.Attributes)
        {
            var (code, reason) = Fault(attribute.Name, attribute.Value);
            if (reason is not null)
            {
                yield return new CibFinding
                {
                    Code = code,
                    Subject = Place.IdOf(constraint),
                    Attribute = ReferenceEquals(part, constraint) ? attribute.Name : $"{part.Name}[{part.Id}].{attribute.Name}",
                    What = $"{attribute.Name} of {Place.Named(constraint)} is {BadValue.Quote(attribute.Value)}; {reason}.",
                    Where = Place.Of(constraint, $"attribute {attribute.Name} of {part.Name}"),
                    Why = "The cluster's schema refuses it; without a schema the cluster takes it for 0, or for the default.",
                    Mend = "Correct the value.",
                };
            }
        }
    }

    private static (string Code, string? Reason) Fault(string name, string value)
    {
        string? reason;
        switch (name)
        {
            case "score":
                Score.TryParse(value, out _, out reason);
                return (CibFindingCodes.BadScore, reason);
            case "role" or "rsc-role" or "with-rsc-role":
                ResourceRoles.TryParse(value, out _, out reason);
                return (CibFindingCodes.BadRole, reason);
            case "symmetrical" or "require-all" or "sequential":
                CibBoolean.TryParse(value, out _, out reason);
                return (CibFindingCodes.BadBoolean, reason);
            case "kind":
                CibWord.TryParse<OrderKind>(value, out _, out reason);
                return (CibFindingCodes.BadWord, reason);
            default:
                return ("", null);
        }
    }
}
