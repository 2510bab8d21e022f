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
