using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Committing;

/// <summary>The committer's own findings.</summary>
internal static class CommitFindings
{
    /// <summary>The cluster's schema refuses one edit of a caller.</summary>
    public static CibFinding SchemaRefused(CibEdit edit, int index, IEnumerable<string> reasons) =>
        Refused($"{edit.Id}", reasons) with { Subject = edit.Id, EditIndex = index };

    /// <summary>The cluster's schema refuses a caller's edits, and which one of them it means is not known.</summary>
    public static CibFinding SchemaRefused(IReadOnlyList<CibEdit> edits, IEnumerable<string> reasons) =>
        Refused(string.Join(", ", edits.Select(e => e.Id)), reasons);

    /// <summary>Other writers were always faster.</summary>
    public static TransportException GaveUp(string address, int attempts, TransportException last) =>
        new(
            TransportFailure.Stale,
            $"The change lost {attempts} races against other writers, so it was given up. Nothing was applied.",
            $"cluster {address}",
            "Somebody changes the configuration all the time, each time before the change arrives.",
            "Find out who writes (attributes update-client and update-origin of the CIB), end that, and run again.",
            last)
        {
            Command = last.Command,
            Node = last.Node,
            Exit = last.Exit,
        };

    /// <summary>The connection broke while a change was on its way, and nobody can be asked what became of it.</summary>
    public static TransportException InDoubt(string address, TransportException last) =>
        new(
            TransportFailure.InDoubt,
            "The connection broke while a change was on its way, and no host could be asked afterwards whether it came in.",
            $"cluster {address}",
            last.What,
            "Run again when the cluster can be reached: what came in is recognised, and what did not is sent again.",
            last)
        {
            Command = last.Command,
            Node = last.Node,
            Exit = last.Exit,
            ErrorLines = last.ErrorLines,
            OutcomeUnknown = true,
        };

    private static CibFinding Refused(string ids, IEnumerable<string> reasons) => new()
    {
        Code = CibFindingCodes.SchemaRefused,
        What = $"The cluster's schema refuses {ids}: {string.Join("; ", reasons.DefaultIfEmpty("no reason is given"))}",
        Where = $"CIB, {ids}",
        Why = "A cluster takes a change only if the whole configuration conforms to its schema afterwards.",
        Mend = "Correct the attribute or element that is named, or upgrade the cluster's schema (cibadmin --upgrade) if it is a newer one. "
            + "Nothing of this was applied.",
    };
}
