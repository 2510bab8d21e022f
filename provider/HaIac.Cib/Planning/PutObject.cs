using HaIac.Cib.Comparing;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning;

/// <summary>Make an object be as declared: create it, or change those of our attributes that differ.</summary>
/// <param name="Wanted">What is declared now.</param>
/// <param name="LastApplied">
/// What we last wrote; null means that we have not written this object yet, so its id must be free. It may be another kind of resource that has a resource
/// in common with what is wanted (a primitive and its clone, a clone and its group): then that is wrapped or unwrapped in place, and references follow.
/// </param>
public sealed record PutObject(CibObject Wanted, CibObject? LastApplied) : CibEdit
{
    /// <inheritdoc/>
    public override CibId Id => Wanted.Id;

    /// <summary>Who has a say about what in it. An element that many write to (cluster properties, tags, ...) is never wholly ours.</summary>
    public Ownership Ownership { get; init; } = Ownership.Declared;
}
