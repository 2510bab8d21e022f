namespace HaIac.Transport.Simulating;

/// <summary>What the scheduler would do with one instance of a resource, or with a node.</summary>
public enum ActionKind
{
    /// <summary>It would start.</summary>
    Start,

    /// <summary>It would stop and stay stopped.</summary>
    Stop,

    /// <summary>It would stop and start on the same node.</summary>
    Restart,

    /// <summary>It failed and would be stopped and started on the same node.</summary>
    Recover,

    /// <summary>It would stop on one node and start on another.</summary>
    Move,

    /// <summary>It would move to another node without being stopped.</summary>
    Migrate,

    /// <summary>It would become promoted.</summary>
    Promote,

    /// <summary>It would lose the promoted role.</summary>
    Demote,

    /// <summary>It would take over changed parameters without being stopped.</summary>
    Reload,

    /// <summary>The node would be fenced.</summary>
    Fence,

    /// <summary>Something this version of HaIac does not know; <see cref="SimulatedAction.Word"/> says what.</summary>
    Other,
}
