namespace HaIac.Cib.Constraints;

/// <summary>How the members of a colocation's set are placed (<c>ordering</c>).</summary>
public enum SetOrdering
{
    /// <summary>Like the members of a group: each with the one before it.</summary>
    Group,

    /// <summary>As listed: each with the one after it, which Pacemaker deprecates.</summary>
    Listed,
}
