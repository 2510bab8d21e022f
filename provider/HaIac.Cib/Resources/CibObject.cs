using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>An object of the configuration that stands on its own: a resource, a constraint, a set of cluster properties.</summary>
public abstract record CibObject
{
    private protected CibObject()
    {
    }

    /// <summary>Its id in the CIB.</summary>
    public required CibId Id { get; init; }

    /// <summary>The tag that it has in the CIB.</summary>
    public abstract string Tag { get; }

    /// <summary>Whether the element belongs to the cluster and many write to it, so that nobody makes it, takes it over or removes it as a whole.</summary>
    internal virtual bool IsShared => false;
}
