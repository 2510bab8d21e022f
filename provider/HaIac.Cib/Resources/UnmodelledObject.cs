namespace HaIac.Cib.Resources;

/// <summary>An object that is in the CIB but that no record can hold (an operation whose interval nobody can read): it can be seen and is kept, not edited.</summary>
/// <param name="Name">The tag that it has in the CIB.</param>
public sealed record UnmodelledObject(string Name) : CibObject
{
    /// <inheritdoc/>
    public override string Tag => Name;
}
