using HaIac.Cib.Values;

namespace HaIac.Cib.Options;

/// <summary>
/// Options of the whole cluster; those that are not bound to times stand in the set <c>cib-bootstrap-options</c>. Only the declared names are ours;
/// the cluster itself keeps others there.
/// </summary>
/// <remarks>
/// A name that the cluster's own set has counts from there, whatever another set says. Source: Pacemaker Explained, Cluster-Wide Configuration, Cluster Options.
/// </remarks>
public sealed record ClusterProperties : OptionSet
{
    /// <summary>The id of the set that Pacemaker and its tools write to.</summary>
    public const string DefaultId = "cib-bootstrap-options";

    /// <summary>Options by their CIB names (stonith-enabled, no-quorum-policy, ...).</summary>
    public AttributeMap Properties { get; init; } = AttributeMap.Empty;

    /// <inheritdoc/>
    public override string Tag => "cluster_property_set";
}
