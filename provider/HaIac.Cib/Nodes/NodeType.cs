namespace HaIac.Cib.Nodes;

/// <summary>What kind of node an entry is about.</summary>
public enum NodeType
{
    /// <summary>A full member of the cluster.</summary>
    Member,

    /// <summary>A node that runs Pacemaker's remote server only.</summary>
    Remote,

    /// <summary>A host that is only pinged; a word of Pacemaker 1 that today's takes for remote.</summary>
    Ping,
}
