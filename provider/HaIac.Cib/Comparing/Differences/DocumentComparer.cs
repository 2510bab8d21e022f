using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>Compares two whole documents by meaning, not by text.</summary>
/// <remarks>
/// <para>What does not count: status, version numbers and last writer; comments; the order of attributes, of pairs in a set, of constraints, of sections and of all
/// that Pacemaker does not read in order; ids of parts (pairs, operations, rules, sets) unless something refers to them; how a duration, score, boolean or role is spelled.</para>
/// <para>What does count: the order of resources, of group members, of resource sets and their members, of the members of tags, of port and storage mappings (it
/// becomes the command line of a container), of several sets of equal score. Unknown elements compare as XML.</para>
/// </remarks>
public static class DocumentComparer
{
    /// <summary>What differs from the earlier to the later document.</summary>
    /// <param name="before">The earlier document.</param>
    /// <param name="after">The later document.</param>
    /// <returns>Nothing when both mean the same. What both share as the same instance is not looked into.</returns>
    public static DocumentComparison Compare(CibDocument before, CibDocument after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new DocumentAligner(before, after).Run().Comparison;
    }
}
