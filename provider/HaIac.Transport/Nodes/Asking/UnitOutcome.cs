using HaIac.Cib.Values;

namespace HaIac.Transport.Nodes.Asking;

/// <summary>What became of a change of a unit.</summary>
/// <param name="Before">The unit before.</param>
/// <param name="After">The unit afterwards.</param>
/// <param name="Status">How the init system's tool ended; it may have worked on other units too.</param>
/// <param name="Lines">What it said of this unit.</param>
internal sealed record UnitOutcome(UnitFacts Before, UnitFacts After, int Status, ValueList<string> Lines)
{
    /// <summary>Whether the tool complains about this unit.</summary>
    public bool IsRefused => Status != 0 && Lines.Count > 0;
}
