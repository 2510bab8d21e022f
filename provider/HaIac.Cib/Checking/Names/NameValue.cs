namespace HaIac.Cib.Checking.Names;

/// <summary>What the value of a known name must be.</summary>
internal enum NameValue
{
    Text,
    Boolean,

    /// <summary>A whole number, with or without a sign.</summary>
    Integer,

    /// <summary>A whole number from 0.</summary>
    Count,
    Score,
    Duration,

    /// <summary>A duration, or a negative number that lets the cluster choose.</summary>
    DurationOrNegative,
    Percentage,
    Role,

    /// <summary>One of the words that are listed with the name.</summary>
    Word,
}
