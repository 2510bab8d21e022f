namespace Pulumi.Experimental.Provider;

/// <summary>Whose turn it is after a failure. Not in the official SDK.</summary>
public enum ProviderFailureKind
{
    /// <summary>What the user declared cannot be done; the program must change. Sent as INVALID_ARGUMENT.</summary>
    InvalidInput,

    /// <summary>What is asked for does not exist. Sent as NOT_FOUND.</summary>
    NotFound,

    /// <summary>The world is not in the state that the step needs; an operator must act. Sent as FAILED_PRECONDITION.</summary>
    Precondition,

    /// <summary>Something that is needed cannot be reached; trying again later may help. Sent as UNAVAILABLE.</summary>
    Unavailable,

    /// <summary>A time limit ran out. Sent as DEADLINE_EXCEEDED.</summary>
    TimedOut,

    /// <summary>Nobody knows what became of the step. The engine tells the user that the state may be wrong. Sent as UNKNOWN.</summary>
    Unknown,
}
