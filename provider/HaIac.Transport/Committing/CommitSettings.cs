namespace HaIac.Transport.Committing;

/// <summary>How the committer gathers callers and deals with other writers.</summary>
public sealed class CommitSettings
{
    /// <summary>
    /// How long a write waits for more callers after the first one came. Default 25 ms: an engine registers independent resources within it.
    /// </summary>
    public TimeSpan GatherTime { get; set; } = CommitDefaults.GatherTime;

    /// <summary>
    /// How long an edit waits for another caller when it refers to an object that is not there yet, or removes one that is still
    /// referred to; counted from when that was found. Default 5 s.
    /// </summary>
    public TimeSpan ReferenceWait { get; set; } = CommitDefaults.ReferenceWait;

    /// <summary>How often an edit that waits for another caller is tried again even if nobody comes: another program may mend it. Default 250 ms.</summary>
    public TimeSpan RetryTime { get; set; } = CommitDefaults.RetryTime;

    /// <summary>
    /// After how many lost races in a row an unpinned patch may be sent, if the configuration did not change meanwhile. Default 5.
    /// </summary>
    public int PinnedAttempts { get; set; } = CommitDefaults.PinnedAttempts;

    /// <summary>How many patches are sent for one batch before the committer gives up. Default 100.</summary>
    public int MaxAttempts { get; set; } = CommitDefaults.MaxAttempts;

    /// <summary>How often a command of one batch may meet a broken connection; it is repeated, on another host if there is one. Default 3.</summary>
    public int ConnectionAttempts { get; set; } = CommitDefaults.ConnectionAttempts;

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
