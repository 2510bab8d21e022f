using HaIac.Cib.Rules;
using HaIac.Cib.Values;

namespace HaIac.Cib.Constraints;

/// <summary>How much resources prefer, or avoid, nodes.</summary>
/// <remarks>
/// Says which resources by one of <see cref="Resource"/>, <see cref="ResourcePattern"/> and <see cref="ResourceSets"/>, and which nodes by
/// either <see cref="Node"/> with <see cref="Score"/> or <see cref="Rules"/>.
/// Source: Pacemaker Explained, Deciding Which Nodes a Resource Can Run On; constraints-3.9.rng element-location.
/// </remarks>
public sealed record LocationConstraint : CibConstraint
{
    /// <summary>The resource or tag (<c>rsc</c>). Default: null.</summary>
    public CibId? Resource { get; init; }

    /// <summary>All resources whose ids match (<c>rsc-pattern</c>).</summary>
    /// <value>
    /// A POSIX extended regular expression, found anywhere in the id: <c>api</c> matches my-api-1, only <c>^api$</c> nothing but api. With a
    /// <c>!</c> before it, all resources that do not match. Default: null.
    /// </value>
    public string? ResourcePattern { get; init; }

    /// <summary>Several resources with their ids. Default: none.</summary>
    public ValueList<ResourceSet> ResourceSets { get; init; } = [];

    /// <summary>The node. Default: null, the rules say which.</summary>
    public NodeName? Node { get; init; }

    /// <summary>How much the resources prefer the node, or avoid it.</summary>
    /// <value>Score, −1 000 000 to 1 000 000: above zero prefers the node, below avoids it, −INFINITY forbids it. Null with rules, which have their own.</value>
    public Score? Score { get; init; }

    /// <summary>Which nodes get which score; where several rules match a node, their scores add up. Default: none.</summary>
    public ValueList<CibRule> Rules { get; init; } = [];

    /// <summary>Limit the preference to instances in this role; null means any.</summary>
    public ResourceRole? Role { get; init; }

    /// <summary>Whether the cluster looks for the resources on that node; null leaves always.</summary>
    public ResourceDiscovery? Discovery { get; init; }

    /// <summary>The constraint holds only while one of these rules does; deprecated by Pacemaker. Default: none, always.</summary>
    public ValueList<CibRule> Lifetime { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<CibId> NamedResources() => ResourceSets.SelectMany(set => set.Members).Prepend(Resource).OfType<CibId>();

    /// <inheritdoc/>
    public override string Tag => "rsc_location";
}
