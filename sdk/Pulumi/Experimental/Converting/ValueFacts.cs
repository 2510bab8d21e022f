namespace Pulumi.Experimental;

/// <summary>What is gathered from all parts of the value of one input, because plain types have no place for it.</summary>
/// <param name="inInput">Whether there is an input that takes the facts.</param>
internal sealed class ValueFacts(bool inInput)
{
    public bool InInput { get; } = inInput;

    public bool IsSecret { get; private set; }

    public bool IsUnknown { get; private set; }

    public HashSet<Urn> Dependencies { get; } = [];

    public void Add(PropertyValue value)
    {
        IsSecret |= value.IsSecret;
        IsUnknown |= value.IsComputed;
        Dependencies.UnionWith(value.Dependencies);
    }

    public void Add(ValueFacts other)
    {
        IsSecret |= other.IsSecret;
        IsUnknown |= other.IsUnknown;
        Dependencies.UnionWith(other.Dependencies);
    }

    /// <summary>Adds the facts of a value and of everything inside it.</summary>
    public void AddAll(PropertyValue value)
    {
        Add(value);
        if (value.TryGetArray(out var items))
        {
            foreach (var item in items)
            {
                AddAll(item);
            }
        }
        else if (value.TryGetMap(out var fields))
        {
            foreach (var field in fields.Values)
            {
                AddAll(field);
            }
        }
    }
}
