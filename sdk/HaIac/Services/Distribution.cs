namespace HaIac;

/// <summary>Which distribution's packages run on the nodes; it decides the names of the native units.</summary>
public enum Distribution
{
    /// <summary>Debian, Ubuntu: <c>heat-engine</c>.</summary>
    Debian,

    /// <summary>Red Hat and its relatives: <c>openstack-heat-engine</c>.</summary>
    RedHat,
}
