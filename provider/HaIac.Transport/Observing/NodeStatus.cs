using HaIac.Cib.Values;

namespace HaIac.Transport.Observing;

/// <summary>One node as the cluster sees it.</summary>
public sealed record NodeStatus
{
    /// <summary>Its name.</summary>
    public required NodeName Name { get; init; }

    /// <summary>Its id: a number with corosync.</summary>
    public string Id { get; init; } = "";

    /// <summary>Kind in Pacemaker's word: <c>member</c>, <c>remote</c>, <c>ping</c>; empty if not reported.</summary>
    public string Kind { get; init; } = "";

    /// <summary>True if it is a member and its cluster stack answers.</summary>
    public bool Online { get; init; }

    /// <summary>True if an operator or a failure keeps resources off it.</summary>
    public bool Standby { get; init; }

    /// <summary>True if its resources are left alone.</summary>
    public bool Maintenance { get; init; }

    /// <summary>True if it is joining and not ready yet.</summary>
    public bool Pending { get; init; }

    /// <summary>True if its state is unknown and it must be fenced before its resources may run elsewhere.</summary>
    public bool Unclean { get; init; }

    /// <summary>True if it asked to leave.</summary>
    public bool ShuttingDown { get; init; }

    /// <summary>True if it is the elected controller.</summary>
    public bool IsController { get; init; }

    /// <summary>True if resources may be placed on it now.</summary>
    public bool CanRunResources => Online && !Standby && !Maintenance && !Pending && !Unclean && !ShuttingDown;
}
