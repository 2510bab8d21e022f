using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning;

/// <summary>Take an object out. When it is not there any more, nothing happens. Of cluster properties only our names are taken out.</summary>
/// <param name="LastApplied">What we last wrote.</param>
public sealed record RemoveObject(CibObject LastApplied) : CibEdit
{
    /// <inheritdoc/>
    public override CibId Id => LastApplied.Id;
}
