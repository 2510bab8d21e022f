namespace HaIac;

/// <summary>What a parameter's value must look like.</summary>
public enum ParameterKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number, or INFINITY.</summary>
    Score,

    /// <summary>A whole number from 0.</summary>
    Count,

    /// <summary>A truth value: true, false, on, off, yes, no, 1, 0.</summary>
    Boolean,

    /// <summary>A duration, such as 30s, 500ms or PT1M.</summary>
    Duration,
}
