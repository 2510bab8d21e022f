using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Constraints;

/// <summary>A rule about where or when resources run.</summary>
public abstract record CibConstraint : CibObject
{
    private protected CibConstraint()
    {
    }

    /// <summary>The resources, and tags, that it names by id, those in its sets included; a pattern names none. In the order of the constraint.</summary>
    public abstract IEnumerable<CibId> NamedResources();
}
