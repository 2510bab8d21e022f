using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Rules;

namespace HaIac.Cib.Checking;

/// <summary>Rules that can never match, wherever they stand.</summary>
internal static class RuleCheck
{
    public static IEnumerable<CibFinding> Run(Survey survey) => (survey.Document.Configuration?.Elements ?? [])
        .SelectMany(section => section.Elements)
        .SelectMany(top => Inside(top).Select(element => Check(top, element)))
        .OfType<CibFinding>();

    private static CibFinding? Check(CibElement top, CibElement element) =>
        RuleReader.Read(element) is not { } rule || RuleAnalysis.NeverMatches(rule) is not { } reason ? null : new()
        {
            Code = CibFindingCodes.RuleNeverMatches,
            Severity = FindingSeverity.Warning,
            Subject = Place.IdOf(top),
            Attribute = element.Id is { } id ? $"rule[{id}]" : "rule",
            What = $"The rule {RuleText.Of(rule)} of {Place.Named(top)} can never match: {reason}.",
            Where = Place.Of(top, $"rule {element.Id}"),
            Why = top.Name == "rsc_location" ? "The constraint has no effect." : "What stands beside the rule has no effect.",
            Mend = "Correct the rule, or remove it.",
        };

    /// <summary>The rules of an object; those inside another rule are parts of that.</summary>
    private static IEnumerable<CibElement> Inside(CibElement top)
    {
        var open = new Stack<CibElement>([top]);
        while (open.TryPop(out var next))
        {
            if (next.Name == "rule")
            {
                yield return next;
                continue;
            }

            for (var i = next.Children.Length - 1; i >= 0; i--)
            {
                if (next.Children[i] is CibElement { Children.IsEmpty: false } child)
                {
                    open.Push(child);
                }
            }
        }
    }
}
