namespace HaIac;

/// <summary>How loud something that went wrong is.</summary>
public enum FailureLevel
{
    /// <summary>The update fails.</summary>
    Error,

    /// <summary>The update goes on with a warning.</summary>
    Warning,
}
