namespace HaIac.Cib.Reading;

/// <summary>How much the reader accepts before it gives up.</summary>
public sealed record CibReadLimits
{
    /// <summary>The limits that hold when none are given.</summary>
    public static CibReadLimits Default { get; } = new();

    /// <summary>The longest document.</summary>
    /// <value>Characters; default 100 000 000, about a hundred times a large cluster's CIB.</value>
    public int MaxCharacters { get; init; } = 100_000_000;

    /// <summary>The deepest nesting.</summary>
    /// <value>Levels of nesting; default 200. Pacemaker's own elements need about twelve, nested rules a few more.</value>
    public int MaxDepth { get; init; } = 200;
}
