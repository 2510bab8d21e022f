using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Planning.Steps;

/// <summary>How to make one document mean what another one means.</summary>
/// <param name="Before">The document as it is.</param>
/// <param name="After">What the plan makes of it: the wanted meaning, spelled as it is now wherever that means the same. The very instance of <paramref name="Before"/> when nothing is to do.</param>
/// <param name="Comparison">What differs.</param>
/// <param name="Steps">One step for each object that differs: first what goes, then what changes, then what comes and moves.</param>
public sealed record CibPlan(CibDocument Before, CibDocument After, DocumentComparison Comparison, ValueList<PlanStep> Steps)
{
    /// <summary>Whether nothing is to do.</summary>
    public bool IsEmpty => Steps.Count == 0;

    /// <summary>The patch in diff format 2, for whatever version the cluster has; empty when nothing is to do. Written anew at each call, as its sibling is.</summary>
    /// <exception cref="Findings.CibException">HAI3145: no patch can name the difference; only documents that no schema accepts have such places.</exception>
    public string Patch => PatchWriter.Write(Before, After, pinned: false);

    /// <summary>The patch that applies to exactly the version of <see cref="Before"/>; empty when nothing is to do.</summary>
    public string PinnedPatch => PatchWriter.Write(Before, After, pinned: true);
}
