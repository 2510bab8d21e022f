using System.Text;
using HaIac.Cib.Values;

namespace HaIac.Cib.Findings;

/// <summary>Something about a CIB or an edit that its user should know: what, where, why, and how to mend it.</summary>
public sealed record CibFinding
{
    /// <summary>The code of its kind, one of <see cref="CibFindingCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>How grave it is.</summary>
    public FindingSeverity Severity { get; init; } = FindingSeverity.Error;

    /// <summary>What is wrong, in one sentence with names and values.</summary>
    public required string What { get; init; }

    /// <summary>Where in the CIB.</summary>
    public required string Where { get; init; }

    /// <summary>The rule behind it; null when <see cref="What"/> says it all.</summary>
    public string? Why { get; init; }

    /// <summary>What the user can do.</summary>
    public required string Mend { get; init; }

    /// <summary>The object it is about; null when it is about the whole document.</summary>
    public CibId? Subject { get; init; }

    /// <summary>The attribute it is about, as in <c>operations[monitor].interval</c>; null when it is about the whole object.</summary>
    public string? Attribute { get; init; }

    /// <summary>Other objects that it names, for example those that still refer to the subject.</summary>
    public ValueList<CibId> Related { get; init; } = [];

    /// <summary>The values of a <see cref="CibFindingCodes.ChangedByOthers"/>; null for all other codes.</summary>
    public AttributeConflict? Conflict { get; init; }

    /// <summary>The position, from 0, of the edit in its batch; null when no edit caused it.</summary>
    public int? EditIndex { get; init; }

    /// <summary>The fixed line of its code; it holds no names, so it can be searched.</summary>
    public string Summary => FindingSummaries.Of(Code);

    /// <summary>The whole finding as text of up to five lines. How grave it is, whoever shows it says before it: <c>error: HAI3101: Summary</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder()
            .Append(Code).Append(": ").AppendLine(Summary)
            .Append("  what   ").AppendLine(What)
            .Append("  where  ").AppendLine(Where);
        if (Why is not null)
        {
            text.Append("  why    ").AppendLine(Why);
        }

        return text.Append("  mend   ").Append(Mend).ToString();
    }
}
