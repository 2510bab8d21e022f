namespace HaIac.Engine.Events;

/// <summary>What is known of an object after a failed step.</summary>
public enum StepStatus
{
    /// <summary>Nothing was changed, or all of it was.</summary>
    Clean = 0,

    /// <summary>The object exists, but is unhealthy (initialisation failed).</summary>
    Unhealthy = 1,

    /// <summary>Nobody knows what happened to the object.</summary>
    Unknown = 2,
}
