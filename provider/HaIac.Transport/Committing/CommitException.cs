using HaIac.Cib.Findings;
using HaIac.Cib.Values;

namespace HaIac.Transport.Committing;

/// <summary>A caller's edits could not be brought into the cluster; nothing of them was applied.</summary>
public sealed class CommitException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="findings">Why, at least one error.</param>
    /// <param name="innerException">The exception behind it; null if there is none.</param>
    public CommitException(ValueList<CibFinding> findings, Exception? innerException = null)
        : base(string.Join("\n", findings), innerException)
    {
        Findings = findings;
    }

    /// <summary>Why the edits could not be applied. The edit index counts in the edits of the caller.</summary>
    public ValueList<CibFinding> Findings { get; }
}
