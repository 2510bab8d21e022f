using HaIac.Cib.Comparing.Differences;

namespace HaIac.Cib.Planning.Steps;

/// <summary>Why a step is in a plan.</summary>
/// <param name="Text">What it is about, without values: "monitor interval of haproxy", "haproxy-clone wraps haproxy".</param>
/// <param name="Attribute">The value that differs; null when the text says it all. It may be a secret: who shows it decides.</param>
public sealed record PlanReason(string Text, AttributeDifference? Attribute = null)
{
    /// <summary>The reason with its values: "monitor interval of haproxy 10s → 20s".</summary>
    public override string ToString() => Attribute is null ? Text : $"{Text} {Attribute.Old ?? "(not set)"} → {Attribute.New ?? "(not set)"}";
}
