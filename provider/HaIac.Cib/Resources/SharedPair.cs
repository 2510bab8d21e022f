using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>A pair of name and value that stands in a set elsewhere and holds here too (<c>nvpair id-ref</c>).</summary>
/// <remarks>Source: Pacemaker Explained, Reusing Parts of the Configuration, Using Values in Attribute Sets; nvset-3.9.rng.</remarks>
/// <param name="IdRef">The id of the pair.</param>
/// <param name="Name">The name that its value has here; null leaves its own.</param>
public sealed record SharedPair(CibId IdRef, string? Name = null);
