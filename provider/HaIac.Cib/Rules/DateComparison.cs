namespace HaIac.Cib.Rules;

/// <summary>How the time is compared (<c>operation</c> of a date expression).</summary>
public enum DateComparison
{
    /// <summary><c>in_range</c>: from start to end, both included; without one of them open on that side.</summary>
    InRange,

    /// <summary><c>gt</c>: after start.</summary>
    After,

    /// <summary><c>lt</c>: before end.</summary>
    Before,

    /// <summary><c>date_spec</c>: matches a calendar such as every weekday from 9 to 17.</summary>
    Calendar,
}
