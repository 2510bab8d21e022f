using HaIac.Cib.Resources;
using HaIac.Cib.Rules;
using HaIac.Cib.Values;

namespace HaIac.Cib.Options;

/// <summary>
/// A set of options that stands at the top of its section. The cluster, its tools and others write to such sets too: only the declared
/// names are ours, and the set goes only when nothing of others is left in it.
/// </summary>
/// <remarks>Where two sets give one name a value, the one with the higher score counts. Source: Pacemaker Explained, Rules; nvset-3.9.rng.</remarks>
public abstract record OptionSet : CibObject
{
    private protected OptionSet()
    {
    }

    /// <summary>Which set counts where several hold one name.</summary>
    /// <value>Score, −1 000 000 to 1 000 000; default null, not set, which Pacemaker takes for 0.</value>
    public Score? Score { get; init; }

    /// <summary>When the set applies. Default: null, always.</summary>
    public CibRule? Rule { get; init; }

    /// <summary>Pairs that stand in a set elsewhere and hold here too. Default: none.</summary>
    public ValueList<SharedPair> SharedPairs { get; init; } = [];

    /// <inheritdoc/>
    internal override bool IsShared => true;
}
