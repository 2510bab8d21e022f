using HaIac.Cib.Values;

namespace HaIac.Cib.Options;

/// <summary>Meta attributes of all resources that do not set them; with a rule, of those that the rule matches.</summary>
/// <remarks>Several sets may stand side by side. Source: Pacemaker Explained, Cluster Resources, Setting Global Defaults; options-3.9.rng.</remarks>
public sealed record ResourceDefaults : OptionSet
{
    /// <summary>The id that pcs gives its first set.</summary>
    public const string DefaultId = "rsc_defaults-meta_attributes";

    /// <summary>Meta attributes by their CIB names (resource-stickiness, migration-threshold, ...).</summary>
    public AttributeMap MetaAttributes { get; init; } = AttributeMap.Empty;

    /// <inheritdoc/>
    public override string Tag => "meta_attributes";
}
