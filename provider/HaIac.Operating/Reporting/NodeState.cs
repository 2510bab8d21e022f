namespace HaIac.Operating.Reporting;

/// <summary>How a service is on one node, or as a whole. A higher value is the better state: as a whole a service is what its best node is (rule G7).</summary>
internal enum NodeState
{
    /// <summary>Nothing is known and nothing needs to be: the node is offline, or the cluster never looked for the service there.</summary>
    Absent,

    /// <summary>An operation is under way, or its result is not known.</summary>
    Unknown,

    /// <summary>It does not run.</summary>
    Stopped,

    /// <summary>Its last operation failed and it does not run, or may not.</summary>
    Failed,

    /// <summary>It runs, but operations failed since they were last cleaned up (rule G5).</summary>
    RunningFailed,

    /// <summary>It runs, and its agent calls it degraded (code 190).</summary>
    Degraded,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It is promoted, and its agent calls it degraded (code 191).</summary>
    PromotedDegraded,

    /// <summary>It is promoted.</summary>
    Promoted,
}
