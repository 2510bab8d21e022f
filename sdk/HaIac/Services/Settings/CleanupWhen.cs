namespace HaIac;

/// <summary>When the failures of a service are cleaned up.</summary>
public enum CleanupWhen
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>Only when there are any.</summary>
    Failed,

    /// <summary>Always: the cluster looks at the resource anew.</summary>
    Always,
}
