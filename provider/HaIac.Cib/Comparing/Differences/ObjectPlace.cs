namespace HaIac.Cib.Comparing.Differences;

/// <summary>Where an object stands whose place means something: in which section or resource, and behind which other one.</summary>
/// <param name="HolderTag">The tag of what holds it: <c>resources</c>, <c>group</c>, <c>clone</c>, <c>bundle</c>.</param>
/// <param name="Holder">The id of the resource that holds it; null for a section.</param>
/// <param name="Behind">The id of the one before it, of those whose order counts; null for the first one.</param>
public sealed record ObjectPlace(string HolderTag, string? Holder, string? Behind)
{
    /// <summary>Whether both are in the same section or resource, at whatever position.</summary>
    public bool SameHolder(ObjectPlace other) => HolderTag == other.HolderTag && Holder == other.Holder;

    /// <summary>The place as a phrase: "first in group web", "in group web behind vip".</summary>
    public override string ToString()
    {
        var holder = Holder is null ? HolderTag : $"{HolderTag} {Holder}";
        return Behind is null ? $"first in {holder}" : $"in {holder} behind {Behind}";
    }
}
