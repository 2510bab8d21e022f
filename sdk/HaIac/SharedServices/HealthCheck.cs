namespace HaIac.SharedServices;

/// <summary>What of a node's health is checked.</summary>
public enum HealthCheck
{
    /// <summary>Idle time of the processors: <c>ocf:pacemaker:HealthCPU</c>.</summary>
    Cpu,

    /// <summary>Time spent waiting for disks: <c>ocf:pacemaker:HealthIOWait</c>.</summary>
    IoWait,

    /// <summary>Free space of disks: <c>ocf:pacemaker:SysInfo</c>.</summary>
    DiskSpace,

    /// <summary>What disks say about themselves: <c>ocf:pacemaker:HealthSMART</c>.</summary>
    Smart,
}
