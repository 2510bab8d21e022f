using HaIac.Operating.Findings;

namespace HaIac.Operating.Awaiting;

/// <summary>What can be said about an expectation at one moment.</summary>
/// <param name="Kind">Whether it is met, may still be met, or will not be met.</param>
/// <param name="Text">One line for the user: where it runs, what it is doing, why it does not run.</param>
internal sealed record Verdict(VerdictKind Kind, string Text)
{
    /// <summary>The nodes it runs on.</summary>
    public IReadOnlyList<string> RunningOn { get; init; } = [];

    /// <summary>Why it is not met; null unless blocked or failed.</summary>
    public Finding? Finding { get; init; }

    /// <summary>Whether it is failed only because the time is over.</summary>
    public bool OutOfTime { get; init; }
}

/// <summary>How an expectation stands.</summary>
internal enum VerdictKind
{
    /// <summary>It is met.</summary>
    Settled,

    /// <summary>It is met, but a user should know more: an operator stopped it, one node failed.</summary>
    SettledWithNote,

    /// <summary>The cluster is working on it.</summary>
    Working,

    /// <summary>The cluster has nothing more to do, and something outside the resource keeps it from running. Another edit or an operator may free it.</summary>
    Blocked,

    /// <summary>The resource itself failed.</summary>
    Failed,
}
