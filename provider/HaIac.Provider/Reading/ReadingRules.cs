using HaIac.Cib.Comparing;

namespace HaIac.Provider.Reading;

/// <summary>What counts when declared values are laid beside those of the cluster.</summary>
/// <param name="Ownership">Who has a say about what.</param>
internal sealed record ReadingRules(Ownership Ownership)
{
    /// <summary>Only declared values count, and those that operators usually set do not.</summary>
    public static ReadingRules Declared { get; } = new(Ownership.Declared);

    /// <summary>Whether operators set this meta attribute.</summary>
    public bool IsOperatorState(string name) => Ownership.OperatorAttributes.Contains(name, StringComparer.Ordinal);
}
