using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>What differs by meaning between two documents.</summary>
/// <param name="Objects">The objects that differ, section by section in the order of the documents.</param>
public sealed record DocumentComparison(ValueList<ObjectDifference> Objects)
{
    /// <summary>Whether both documents mean the same, operator state included.</summary>
    public bool IsEmpty => Objects.Count == 0;

    /// <summary>Whether nothing but operator state differs; true as well when nothing differs at all.</summary>
    public bool IsOperatorStateOnly => Objects.All(item => item.IsOperatorStateOnly);

    /// <summary>What differs about the object with this id; null when nothing does.</summary>
    public ObjectDifference? Find(string id) => Objects.FirstOrDefault(item => item.Id == id);
}
