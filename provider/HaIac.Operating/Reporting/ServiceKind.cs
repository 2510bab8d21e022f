namespace HaIac.Operating.Reporting;

/// <summary>What a service is to the cluster; it decides what stopping and waiting mean.</summary>
internal enum ServiceKind
{
    /// <summary>One instance somewhere.</summary>
    Simple,

    /// <summary>A group, or a member of one.</summary>
    Group,

    /// <summary>An instance on every node.</summary>
    Cloned,

    /// <summary>A clone whose instances can be promoted; the old element <c>master</c> too.</summary>
    Promotable,

    /// <summary>Containers.</summary>
    Bundle,
}
