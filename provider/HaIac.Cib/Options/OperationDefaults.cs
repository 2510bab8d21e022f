using HaIac.Cib.Values;

namespace HaIac.Cib.Options;

/// <summary>Properties of all operations that do not set them; with a rule, of those that the rule matches.</summary>
/// <remarks>Several sets may stand side by side. Source: Pacemaker Explained, Resource Operations, Setting Global Defaults for Operations; options-3.9.rng.</remarks>
public sealed record OperationDefaults : OptionSet
{
    /// <summary>The id that pcs gives its first set.</summary>
    public const string DefaultId = "op_defaults-meta_attributes";

    /// <summary>Properties of operations by their CIB names (timeout, on-fail, record-pending, ...).</summary>
    public AttributeMap MetaAttributes { get; init; } = AttributeMap.Empty;

    /// <inheritdoc/>
    public override string Tag => "meta_attributes";
}
