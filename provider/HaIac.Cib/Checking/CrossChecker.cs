using System.Collections.Immutable;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Checking;

/// <summary>Looks at a whole configuration for what no single object shows: references to nothing, loops, nesting, promotion, operations, options.</summary>
/// <remarks>
/// All findings at once, family by family, each in the order of the document. The time grows with the size of the document, not with its square.
/// The cluster's schema has the last word; this finds more, and says it in words.
/// </remarks>
public static class CrossChecker
{
    private static readonly Func<Survey, IEnumerable<CibFinding>>[] s_checks =
    [
        ReferenceCheck.Run,
        ConstraintValueCheck.Run,
        NestingCheck.Run,
        PromotionCheck.Run,
        OrderCheck.Run,
        ColocationCheck.Run,
        LocationCheck.Run,
        RuleCheck.Run,
        CloneCheck.Run,
        OperationCheck.Run,
        OptionCheck.Run,
        MetaAttributeCheck.Run,
        FencingCheck.Run,
        UtilizationCheck.Run,
    ];

    /// <summary>All findings about a document. An <see cref="FindingSeverity.Error"/> is what the cluster refuses or cannot act on; a warning is allowed, but hardly meant.</summary>
    public static ImmutableArray<CibFinding> Check(CibDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var survey = new Survey(document);
        var findings = ImmutableArray.CreateBuilder<CibFinding>();
        foreach (var check in s_checks)
        {
            findings.AddRange(check(survey));
        }

        return findings.ToImmutable();
    }
}
