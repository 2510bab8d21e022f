namespace HaIac.Transport.Committing;

/// <summary>How the committer deals with other writers.</summary>
public sealed class CommitSettings
{
    /// <summary>
    /// After how many lost races an unpinned patch may be sent, if the configuration did not change meanwhile. Default 5.
    /// </summary>
    public int PinnedAttempts { get; set; } = 5;

    /// <summary>How many patches are sent for one batch before the committer gives up. Default 100.</summary>
    public int MaxAttempts { get; set; } = 100;
}
