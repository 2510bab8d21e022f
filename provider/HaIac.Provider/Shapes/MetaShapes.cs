using System.Collections.Immutable;

namespace HaIac.Provider.Shapes;

/// <summary>Meta attributes that Pacemaker reads as something else than text. They are compared by meaning, so that 60s and 1min are no change.</summary>
/// <remarks>Source: Pacemaker Explained, Resource Meta-Attributes; Clone Options.</remarks>
internal static class MetaShapes
{
    /// <summary>The meta attributes of any resource.</summary>
    public static TextMapShape Meta { get; } = new("meta attributes", Texts.Any, new Dictionary<string, TextShape>
    {
        ["target-role"] = Texts.Role,
        ["is-managed"] = Texts.FlagText,
        ["maintenance"] = Texts.FlagText,
        ["critical"] = Texts.FlagText,
        ["resource-stickiness"] = Texts.LenientScore,
        ["migration-threshold"] = Texts.Score,
        ["failure-timeout"] = Texts.Duration,
        ["allow-migrate"] = Texts.FlagText,
        ["allow-unhealthy-nodes"] = Texts.FlagText,
        ["multiple-active"] = Texts.OneOf("block", "stop_only", "stop_start", "stop_unexpected"),
        ["interleave"] = Texts.FlagText,
        ["ordered"] = Texts.FlagText,
        ["notify"] = Texts.FlagText,
        ["globally-unique"] = Texts.FlagText,
        ["promotable"] = Texts.FlagText,
        ["clone-max"] = Texts.Count,
        ["clone-node-max"] = Texts.Count,
        ["clone-min"] = Texts.Count,
        ["promoted-max"] = Texts.Count,
        ["promoted-node-max"] = Texts.Count,
    }.ToImmutableDictionary(StringComparer.Ordinal));

    /// <summary>The options of the cluster.</summary>
    /// <remarks>
    /// Source: Pacemaker Explained, Cluster Options. Values that a newer Pacemaker may widen are compared by meaning but not refused here; the
    /// cluster's own check has the last word.
    /// </remarks>
    public static TextMapShape Properties { get; } = new("cluster options", Texts.Any, new Dictionary<string, TextShape>
    {
        ["stonith-enabled"] = Texts.FlagText,
        ["symmetric-cluster"] = Texts.FlagText,
        ["maintenance-mode"] = Texts.FlagText,
        ["stop-all-resources"] = Texts.FlagText,
        ["stop-orphan-resources"] = Texts.FlagText,
        ["stop-orphan-actions"] = Texts.FlagText,
        ["start-failure-is-fatal"] = Texts.FlagText,
        ["enable-startup-probes"] = Texts.FlagText,
        ["concurrent-fencing"] = Texts.FlagText,
        ["startup-fencing"] = Texts.FlagText,
        ["enable-acl"] = Texts.FlagText,
        ["no-quorum-policy"] = Texts.OneOf("ignore", "freeze", "stop", "demote", "suicide"),
        ["stonith-action"] = Texts.OneOf("reboot", "off", "poweroff"),
        ["stonith-timeout"] = Texts.Duration,
        ["cluster-recheck-interval"] = Texts.Duration,
        ["dc-deadtime"] = Texts.Duration,
        ["election-timeout"] = Texts.Duration,
        ["shutdown-escalation"] = Texts.Duration,
        ["transition-delay"] = Texts.Duration,
        ["priority-fencing-delay"] = Texts.Duration,
        ["stonith-watchdog-timeout"] = Texts.LenientDuration,
        ["cluster-delay"] = Texts.Duration,
    }.ToImmutableDictionary(StringComparer.Ordinal));
}
