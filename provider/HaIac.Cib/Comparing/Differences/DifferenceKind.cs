namespace HaIac.Cib.Comparing.Differences;

/// <summary>What became of an object between two documents.</summary>
public enum DifferenceKind
{
    /// <summary>Only the later document has it.</summary>
    Added,

    /// <summary>Only the earlier document has it.</summary>
    Removed,

    /// <summary>Both have it, with different values; it may stand elsewhere, too.</summary>
    Changed,

    /// <summary>Both have it with the same values, at places that mean something else.</summary>
    Moved,
}
