using HaIac.Cib.Documents;

namespace HaIac.Transport.Committing;

/// <summary>What happened to one batch so far: races lost against other writers, connections lost.</summary>
internal sealed class RaceRecord
{
    private CibVersion? lostAt;
    private int lostInARow;
    private int reconnects;

    /// <summary>How many patches were sent.</summary>
    public int Attempts { get; set; }

    /// <summary>True if the last patch may have landed although no answer came.</summary>
    public bool OutcomeUnknown { get; set; }

    /// <summary>A pinned patch came too late.</summary>
    /// <param name="version">The version it was pinned to.</param>
    public void Lost(CibVersion version)
    {
        lostAt = version;
        lostInARow++;
    }

    /// <summary>The document was read again. If the configuration moved, the count of races lost to status alone starts anew.</summary>
    /// <param name="version">Its version now.</param>
    public void Saw(CibVersion version)
    {
        if (lostAt is { } lost && !lost.SameConfiguration(version))
        {
            lostInARow = 0;
        }
    }

    /// <summary>True if only status traffic made so many pinned patches late that an unpinned one may be sent.</summary>
    public bool PinningIsHopeless(CommitSettings settings) => lostInARow >= settings.PinnedAttempts;

    /// <summary>Counts a lost connection. True if there is still hope.</summary>
    public bool MayReconnect(CommitSettings settings) => ++reconnects < settings.ConnectionAttempts;
}
