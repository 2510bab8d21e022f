namespace HaIac.Cib.Constraints;

/// <summary>What happens to resources whose ticket is lost (<c>loss-policy</c>).</summary>
public enum TicketLossPolicy
{
    /// <summary>They stop.</summary>
    Stop,

    /// <summary>Promoted instances are demoted; others stop.</summary>
    Demote,

    /// <summary>The nodes that they run on are fenced: the quickest way to be sure.</summary>
    Fence,

    /// <summary>Nothing: they go on as they are, unmanaged.</summary>
    Freeze,
}
