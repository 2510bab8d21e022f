using System.Collections.Frozen;

namespace HaIac.Cib.Planning.Nesting;

/// <summary>Meta attributes that say something about a clone as a whole and nothing about what it holds.</summary>
/// <remarks>Source: Pacemaker Explained, Clone Options and Promotable Clone Options, with the words before Pacemaker 2.0.</remarks>
internal static class CloneOptions
{
    private static readonly FrozenSet<string> s_names = new[]
    {
        "clone-max", "clone-node-max", "clone-min", "notify", "ordered", "interleave", "globally-unique", "promotable", "promoted-max", "promoted-node-max",
        "master-max", "master-node-max",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name is one of them.</summary>
    public static bool Contains(string name) => s_names.Contains(name);
}
