namespace HaIac.Cib.Reading;

/// <summary>How much the reader accepts before it gives up with HAI3002.</summary>
/// <remarks>
/// With the default limits no text makes the reader hold more than ten times its size (one byte per character) and 50 MB, the index of ids
/// included. See README.md of this folder for how the limits bring that about.
/// </remarks>
public sealed record CibReadLimits
{
    /// <summary>The limits that hold when none are given.</summary>
    public static CibReadLimits Default { get; } = new();

    /// <summary>The longest document.</summary>
    /// <value>Characters; default 100 000 000, about a hundred times a large cluster's CIB.</value>
    public int MaxCharacters { get; init; } = 100_000_000;

    /// <summary>The deepest nesting.</summary>
    /// <value>Levels of nesting, the outermost element counted; default 200. Pacemaker's own elements need about twelve, nested rules a few more.</value>
    public int MaxDepth { get; init; } = 200;

    /// <summary>The most attributes on one element.</summary>
    /// <value>Attributes; default 1000. Pacemaker's widest element, the history of an operation, has about twenty-five.</value>
    public int MaxAttributes { get; init; } = 1000;

    /// <summary>The most elements, texts, comments and instructions that a document may have whatever its length.</summary>
    /// <value>
    /// Nodes; default 250 000. Beyond them a document may have one more for every 32 characters of its length. A CIB needs more than twice as
    /// many for each, so only what was made to fill memory meets this limit.
    /// </value>
    public int MaxNodes { get; init; } = 250_000;
}
