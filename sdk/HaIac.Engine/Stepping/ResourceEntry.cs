using HaIac.Engine.State;

namespace HaIac.Engine.Stepping;

/// <summary>One place in the state: several may have the same URN while a replacement is under way.</summary>
/// <param name="state">What the place holds.</param>
internal sealed class ResourceEntry(StateResource state)
{
    /// <summary>What the place holds now.</summary>
    public StateResource State { get; set; } = state;

    /// <summary>Identity of the resource.</summary>
    public string Urn => State.Urn;
}
