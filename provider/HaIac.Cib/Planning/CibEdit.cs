using HaIac.Cib.Values;

namespace HaIac.Cib.Planning;

/// <summary>One wish for a CIB. Edits of one batch are applied as if at once: removals first, then puts.</summary>
public abstract record CibEdit
{
    private protected CibEdit()
    {
    }

    /// <summary>The object it is about.</summary>
    public abstract CibId Id { get; }
}
