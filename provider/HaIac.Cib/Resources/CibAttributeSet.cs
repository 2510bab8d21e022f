using HaIac.Cib.Rules;
using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>
/// A set of instance attributes, meta attributes or utilization beside the plain pairs of its owner: one with a score of its own, one that
/// applies only while a rule holds, or one that stands elsewhere and is shared.
/// </summary>
/// <remarks>
/// A set with none of the three always applies and reads back as plain pairs. Where two sets give one name a value, the one with the higher
/// score counts; sets without score have 0. Source: Pacemaker Explained, Rules, Using Rules to Control Resource Options; nvset-3.9.rng.
/// </remarks>
public sealed record CibAttributeSet
{
    /// <summary>Its id.</summary>
    /// <value>Default: null, a new one gets an id from its owner's, and it is known by its rule and score, then by its place.</value>
    public CibId? Id { get; init; }

    /// <summary>Which set counts where several hold one name.</summary>
    /// <value>Score, −1 000 000 to 1 000 000; default null, not set, which Pacemaker takes for 0.</value>
    public Score? Score { get; init; }

    /// <summary>When the pairs hold. Default: null, always.</summary>
    public CibRule? Rule { get; init; }

    /// <summary>The id of a set elsewhere that stands here too (<c>id-ref</c>); such a set has nothing of its own.</summary>
    public CibId? IdRef { get; init; }

    /// <summary>Pairs that stand in a set elsewhere and hold here too. Default: none.</summary>
    public ValueList<SharedPair> SharedPairs { get; init; } = [];

    /// <summary>Names and values.</summary>
    public AttributeMap Pairs { get; init; } = AttributeMap.Empty;
}
