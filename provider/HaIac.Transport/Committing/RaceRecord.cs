using HaIac.Cib.Documents;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Committing;

/// <summary>What happened to one batch so far: races lost against other writers, connections lost.</summary>
internal sealed class RaceRecord
{
    private readonly HashSet<PendingCommit> verified = [];
    private (CibVersion Version, TransportException Fault)? misfit;
    private long started;

    /// <summary>How many patches were sent.</summary>
    public int Attempts { get; set; }

    /// <summary>How many patches came too late.</summary>
    public int LostRaces { get; private set; }

    /// <summary>How long the last attempt took that came too late, from before its reading.</summary>
    public TimeSpan LastAttempt { get; private set; }

    /// <summary>How often a connection broke.</summary>
    public int Reconnects { get; private set; }

    /// <summary>The version for which a patch was sent that no answer came to, as long as it may have landed or may land yet; null otherwise.</summary>
    public CibVersion? InDoubt { get; set; }

    /// <summary>The document as it was read before this time; null the first time. Who wrote between the two is known for sure if only one did.</summary>
    public CibDocument? Seen { get; private set; }

    /// <summary>An attempt begins.</summary>
    /// <param name="timestamp">Of the clock.</param>
    public void Starts(long timestamp) => started = timestamp;

    /// <summary>A patch came too late.</summary>
    /// <param name="clock">The clock.</param>
    public void Lost(TimeProvider clock)
    {
        LostRaces++;
        LastAttempt = clock.GetElapsedTime(started);
    }

    /// <summary>Pacemaker's schemas allow the edits of these callers.</summary>
    /// <param name="callers">The callers.</param>
    public void Verified(IEnumerable<PendingCommit> callers) => verified.UnionWith(callers);

    /// <summary>
    /// True if the edits of all these callers were allowed before. On a configuration that others have changed meanwhile they are not verified again: that
    /// would make every further attempt longer, and later, and the CIB manager checks the same.
    /// </summary>
    /// <param name="callers">The callers.</param>
    public bool Conforms(IEnumerable<PendingCommit> callers) => callers.All(verified.Contains);

    /// <summary>
    /// A patch did not fit what the CIB manager has: the host is behind the one that was read from, or ahead. If it is neither, the patch itself is wrong.
    /// </summary>
    /// <param name="version">The version that the patch was worked out for.</param>
    /// <param name="fault">What the CIB manager said.</param>
    public void DidNotFit(CibVersion version, TransportException fault) => misfit = (version, fault);

    /// <summary>The document was read again.</summary>
    /// <param name="now">What was read.</param>
    /// <exception cref="TransportException">A patch did not fit, although the configuration is the one it was worked out for.</exception>
    public void Saw(CibDocument now)
    {
        if (misfit is { } last && last.Version.SameConfiguration(now.Version))
        {
            throw last.Fault;
        }

        misfit = null;
        Seen = now;
    }

    /// <summary>Counts a lost connection. True if there is still hope.</summary>
    public bool MayReconnect(CommitSettings settings) => ++Reconnects < settings.ConnectionAttempts;
}
