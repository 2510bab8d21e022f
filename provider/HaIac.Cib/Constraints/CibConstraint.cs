using HaIac.Cib.Resources;

namespace HaIac.Cib.Constraints;

/// <summary>A rule about where or when resources run.</summary>
public abstract record CibConstraint : CibObject
{
    private protected CibConstraint()
    {
    }
}
