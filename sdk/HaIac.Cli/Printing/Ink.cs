namespace HaIac.Cli.Printing;

/// <summary>What a piece of text is; <see cref="Paper"/> knows its colour.</summary>
internal enum Ink
{
    /// <summary>Text without a meaning of its own.</summary>
    Plain,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>The id of an object.</summary>
    Name,

    /// <summary>What matters less: kinds, explanations.</summary>
    Faint,

    /// <summary>What is new.</summary>
    Added,

    /// <summary>What is gone.</summary>
    Removed,

    /// <summary>What differs, and what moved.</summary>
    Changed,

    /// <summary>What an operator set by hand.</summary>
    Operator,

    /// <summary>An error.</summary>
    Error,

    /// <summary>A warning.</summary>
    Warning,
}
