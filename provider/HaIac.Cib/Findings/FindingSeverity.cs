namespace HaIac.Cib.Findings;

/// <summary>How grave a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; the work goes on.</summary>
    Warning,

    /// <summary>The work cannot go on.</summary>
    Error,
}
