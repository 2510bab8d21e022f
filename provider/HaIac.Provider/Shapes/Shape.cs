using Pulumi.Experimental;

namespace HaIac.Provider.Shapes;

/// <summary>What a property may hold. The same table drives checking, comparing and reading back, so the three cannot disagree.</summary>
internal abstract record Shape
{
    /// <summary>What is expected, for messages: "a text", "a list of operations".</summary>
    public abstract string Expected { get; }

    /// <summary>Whether both values mean the same to Pacemaker (60s and 1min do).</summary>
    public abstract bool SameMeaning(PropertyValue left, PropertyValue right);
}
