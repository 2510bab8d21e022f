namespace HaIac.Cib.Comparing;

/// <summary>How two texts of one attribute are compared.</summary>
internal enum ValueKind
{
    Text,
    Word,
    Boolean,
    Duration,
    Role,
    Score,
}
