namespace HaIac.Cib.Comparing;

/// <summary>How two texts of one attribute are compared.</summary>
internal enum ValueKind
{
    Text,
    Word,
    Boolean,
    Duration,

    /// <summary>A duration that Pacemaker before 2.1.7 does not read in ISO 8601: measured, <c>PT20S</c> is no timeout of 20 seconds there.</summary>
    Timeout,

    Role,
    Score,
}
