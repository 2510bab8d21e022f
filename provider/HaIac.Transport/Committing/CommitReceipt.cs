using HaIac.Cib.Documents;

namespace HaIac.Transport.Committing;

/// <summary>What became of a caller's edits: they are in the cluster.</summary>
public sealed record CommitReceipt
{
    /// <summary>The document as it was right before the write that brought the edits in.</summary>
    public required CibDocument Before { get; init; }

    /// <summary>The document that was written, with the edits of all callers that shared the write.</summary>
    public required CibDocument After { get; init; }

    /// <summary>False if the cluster had everything as wanted, so that nothing was written.</summary>
    public required bool Written { get; init; }

    /// <summary>How many callers shared the write, this one included.</summary>
    public int Callers { get; init; } = 1;

    /// <summary>How many patches had to be sent until one won: 1 unless others were writing at the same time.</summary>
    public int Attempts { get; init; } = 1;
}
