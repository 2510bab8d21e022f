namespace HaIac.Transport.Committing;

/// <summary>How the committer gathers callers and deals with other writers.</summary>
public sealed class CommitSettings
{
    /// <summary>
    /// How long a write waits for more callers after the last one came. Default 25 ms: an engine registers independent resources within it.
    /// </summary>
    public TimeSpan GatherTime { get; set; } = CommitDefaults.GatherTime;

    /// <summary>
    /// How long a write waits for more callers in all, while they keep coming. Default 100 ms: the registrations of a program of 50 services take
    /// longer than 25 ms, and each further write costs far more than that.
    /// </summary>
    public TimeSpan GatherLimit { get; set; } = CommitDefaults.GatherLimit;

    /// <summary>
    /// How long an edit waits for another caller when it refers to an object that is not there yet, or removes one that is still
    /// referred to; counted from when that was found. Default 5 s.
    /// </summary>
    public TimeSpan ReferenceWait { get; set; } = CommitDefaults.ReferenceWait;

    /// <summary>How often an edit that waits for another caller is tried again even if nobody comes: another program may mend it. Default 250 ms.</summary>
    public TimeSpan RetryTime { get; set; } = CommitDefaults.RetryTime;

    /// <summary>
    /// Up to how many edits of one write <c>crm_verify</c> is asked before the patch is sent; 0: never. Default 50. Larger writes leave the last
    /// word to the CIB manager, which checks the same schemas before it applies anything: asking first takes a third of the time of the write.
    /// </summary>
    public int VerifyFirst { get; set; } = CommitDefaults.VerifyFirst;

    /// <summary>
    /// How long a batch that lost more than one race pauses at most before the next attempt, as a multiple of what its last attempt took; how long exactly,
    /// from a quarter of that on, is drawn at random. Default 4; 0: never. Without it eight writers at once needed 13 attempts for a write on average, each slowed down by the others.
    /// </summary>
    public int PauseFactor { get; set; } = CommitDefaults.PauseFactor;

    /// <summary>The longest such pause, however long an attempt takes. Default 2 s.</summary>
    public TimeSpan LongestPause { get; set; } = CommitDefaults.LongestPause;

    /// <summary>How many patches are sent for one batch before the committer gives up. Default 100.</summary>
    public int MaxAttempts { get; set; } = CommitDefaults.MaxAttempts;

    /// <summary>
    /// How often a command of one batch may meet a broken connection; it is repeated after a growing pause
    /// (<see cref="RetryTime"/>, twice that, …), on another host if there is one. Default 5: about as long as a cluster takes to notice a dead node.
    /// </summary>
    public int ConnectionAttempts { get; set; } = CommitDefaults.ConnectionAttempts;

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
