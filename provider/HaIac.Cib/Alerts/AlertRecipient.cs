using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Alerts;

/// <summary>Whom an alert tells, with settings that count before the alert's own.</summary>
/// <remarks>Source: Pacemaker Explained, Alerts, Alert Recipients; alerts-3.9.rng recipient.</remarks>
public sealed record AlertRecipient
{
    /// <summary>Its id.</summary>
    /// <value>Default: null, a new one gets <c>ALERT-recipient</c>, and it is known by its value.</value>
    public CibId? Id { get; init; }

    /// <summary>What the program gets as CRM_alert_recipient: an address, a file, whatever it understands.</summary>
    public required string Value { get; init; }

    /// <summary>A text for people. Default: null.</summary>
    public string? Description { get; init; }

    /// <summary>Values that the program gets as environment variables of these names.</summary>
    public AttributeMap InstanceAttributes { get; init; } = AttributeMap.Empty;

    /// <summary>Settings for the cluster: enabled, timeout, timestamp-format.</summary>
    public AttributeMap MetaAttributes { get; init; } = AttributeMap.Empty;

    /// <summary>Instance attributes that have a score, hold only while a rule does, or stand elsewhere.</summary>
    public ValueList<CibAttributeSet> FurtherInstanceAttributes { get; init; } = [];

    /// <summary>Meta attributes that have a score, hold only while a rule does, or stand elsewhere.</summary>
    public ValueList<CibAttributeSet> FurtherMetaAttributes { get; init; } = [];
}
