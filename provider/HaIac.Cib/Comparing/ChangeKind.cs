namespace HaIac.Cib.Comparing;

/// <summary>What an attribute is between what we last applied, what is declared now and what the cluster has.</summary>
public enum ChangeKind
{
    /// <summary>Declared, and not in the cluster.</summary>
    Added,

    /// <summary>Declared differently than the cluster has it, and the cluster has what we last applied.</summary>
    Changed,

    /// <summary>No longer declared, and the cluster still has what we last applied.</summary>
    Removed,

    /// <summary>In the cluster, never ours.</summary>
    Foreign,

    /// <summary>In the cluster, set by an operator (target-role, is-managed, maintenance): neither drift nor touched.</summary>
    OperatorState,

    /// <summary>The cluster has neither what we last applied nor what is declared: somebody else changed it.</summary>
    Conflict,
}
