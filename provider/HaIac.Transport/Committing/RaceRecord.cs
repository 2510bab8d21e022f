using HaIac.Cib.Documents;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Committing;

/// <summary>What happened to one batch so far: races lost against other writers, connections lost.</summary>
internal sealed class RaceRecord
{
    private (CibVersion Version, TransportException Fault)? misfit;

    /// <summary>How many patches were sent.</summary>
    public int Attempts { get; set; }

    /// <summary>How often a connection broke.</summary>
    public int Reconnects { get; private set; }

    /// <summary>The version for which a patch was sent that no answer came to, as long as it may have landed or may land yet; null otherwise.</summary>
    public CibVersion? InDoubt { get; set; }

    /// <summary>The document as it was read before this time; null the first time. Who wrote between the two is known for sure if only one did.</summary>
    public CibDocument? Seen { get; private set; }

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
