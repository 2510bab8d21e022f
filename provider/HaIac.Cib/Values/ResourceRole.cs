namespace HaIac.Cib.Values;

/// <summary>What an instance of a resource is to the cluster.</summary>
/// <remarks>Source: Pacemaker Explained, Resource Operations, role.</remarks>
public enum ResourceRole
{
    /// <summary>Not running.</summary>
    Stopped,

    /// <summary>Running; for a promotable clone either of the two roles below.</summary>
    Started,

    /// <summary>A promotable clone's instance that is not promoted; <c>Slave</c> before schema 3.7.</summary>
    Unpromoted,

    /// <summary>A promotable clone's instance that is promoted; <c>Master</c> before schema 3.7.</summary>
    Promoted,
}
