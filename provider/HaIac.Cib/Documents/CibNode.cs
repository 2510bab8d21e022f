namespace HaIac.Cib.Documents;

/// <summary>Something inside an element of a CIB: an element, a comment, or text.</summary>
public abstract class CibNode
{
    private protected CibNode()
    {
    }

    /// <summary>Whether both are the same XML: names, attributes in any order, children in the same order.</summary>
    public abstract bool DeepEquals(CibNode? other);
}
