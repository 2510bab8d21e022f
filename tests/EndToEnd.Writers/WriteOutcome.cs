namespace EndToEnd.Writers;

/// <summary>What a writer was told.</summary>
public enum WriteOutcome
{
    /// <summary>It is in the cluster.</summary>
    Written,

    /// <summary>The cluster or the committer refuses it; nothing of it is there.</summary>
    Refused,

    /// <summary>The cluster could not be reached, or was lost; nothing of it is there.</summary>
    Failed,

    /// <summary>Nobody knows whether it landed.</summary>
    InDoubt,
}
