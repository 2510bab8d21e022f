namespace HaIac;

/// <summary>How many of the instances that could run are waited for.</summary>
public enum InstanceWait
{
    /// <summary>None: done when the cluster has taken the order.</summary>
    None,

    /// <summary>At least one.</summary>
    Some,

    /// <summary>As many as clone-max, placement and online nodes allow.</summary>
    All,
}
