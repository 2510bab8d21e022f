namespace HaIac.Engine.Stepping;

/// <summary>How a chain of steps ended.</summary>
internal enum ChainOutcome
{
    /// <summary>All steps were done.</summary>
    Done,

    /// <summary>A step failed; the ones after it were not begun.</summary>
    Failed,

    /// <summary>The operation was stopped before all steps were begun.</summary>
    Stopped,
}
