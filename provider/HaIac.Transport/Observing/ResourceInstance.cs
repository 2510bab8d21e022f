using HaIac.Cib.Values;

namespace HaIac.Transport.Observing;

/// <summary>One instance of a primitive as the cluster sees it.</summary>
public sealed record ResourceInstance
{
    /// <summary>Id of the primitive, without instance number.</summary>
    public required string Resource { get; init; }

    /// <summary>Number of the instance in a unique clone or bundle; null where instances have no identity.</summary>
    public int? Number { get; init; }

    /// <summary>Id of the group around the primitive, without instance number; null if there is none.</summary>
    public string? Group { get; init; }

    /// <summary>The agent in Pacemaker's spelling, <c>ocf:heartbeat:IPaddr2</c>.</summary>
    public string Agent { get; init; } = "";

    /// <summary>What it is now.</summary>
    public ResourceRole Role { get; init; }

    /// <summary>What an operator wants it to be (<c>target-role</c>); null if nothing is set.</summary>
    public ResourceRole? TargetRole { get; init; }

    /// <summary>The nodes on which it is active: none, one, or, by mistake, several.</summary>
    public ValueList<NodeName> Nodes { get; init; } = [];

    /// <summary>The members that hold the container in which it is active, for an instance inside a bundle; empty for all others.</summary>
    public ValueList<NodeName> Hosts { get; init; } = [];

    /// <summary>The members on which it is active, be it inside a container or not.</summary>
    public ValueList<NodeName> Places => Hosts.Count > 0 ? Hosts : Nodes;

    /// <summary>True if it runs.</summary>
    public bool Active { get; init; }

    /// <summary>True if its last operation failed and that counts.</summary>
    public bool Failed { get; init; }

    /// <summary>True if it failed and the configuration says to ignore that.</summary>
    public bool FailureIgnored { get; init; }

    /// <summary>True if the cluster manages it; false: <c>is-managed=false</c> or maintenance.</summary>
    public bool Managed { get; init; } = true;

    /// <summary>True if the cluster may not touch it because a failure blocks it.</summary>
    public bool Blocked { get; init; }

    /// <summary>True if it runs although the configuration does not have it any more.</summary>
    public bool Orphaned { get; init; }

    /// <summary>True if it may only be looked at, since it is in maintenance mode.</summary>
    public bool Maintenance { get; init; }

    /// <summary>What is being done with it right now, in Pacemaker's word (<c>Starting</c>, <c>Monitoring</c>, ...); null: nothing.</summary>
    public string? Pending { get; init; }

    /// <summary>The node it is on, or null; the first if it is active on several.</summary>
    public NodeName? Node => Nodes.Count > 0 ? Nodes[0] : null;
}
