using System.Collections.Frozen;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing;

/// <summary>What an attribute's text means, so that <c>60</c>, <c>60s</c> and <c>1min</c> are one interval and <c>Master</c> is <c>Promoted</c>.</summary>
/// <remarks>
/// Parameters of agents are compared as text: only the agent knows what they mean. Source: Pacemaker Explained, Resource Options,
/// Operation Properties, Cluster Options; the schemas' score, boolean and role types.
/// </remarks>
internal static class Meaning
{
    private static readonly FrozenDictionary<string, ValueKind> s_attributes = new Dictionary<string, ValueKind>
    {
        ["interval"] = ValueKind.Duration,
        ["timeout"] = ValueKind.Timeout,
        ["start-delay"] = ValueKind.Timeout,
        ["on-fail"] = ValueKind.Word,
        ["enabled"] = ValueKind.Boolean,
        ["record-pending"] = ValueKind.Boolean,
        ["role"] = ValueKind.Role,
        ["rsc-role"] = ValueKind.Role,
        ["with-rsc-role"] = ValueKind.Role,
        ["score"] = ValueKind.Score,
        ["kind"] = ValueKind.Word,
        ["resource-discovery"] = ValueKind.Word,
        ["first-action"] = ValueKind.Word,
        ["then-action"] = ValueKind.Word,
        ["action"] = ValueKind.Word,
        ["ordering"] = ValueKind.Word,
        ["loss-policy"] = ValueKind.Word,
        ["symmetrical"] = ValueKind.Boolean,
        ["require-all"] = ValueKind.Boolean,
        ["sequential"] = ValueKind.Boolean,
        ["influence"] = ValueKind.Boolean,
        ["add-host"] = ValueKind.Boolean,
        ["boolean-op"] = ValueKind.Word,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ValueKind> s_metaAttributes = new Dictionary<string, ValueKind>
    {
        ["target-role"] = ValueKind.Role,
        ["is-managed"] = ValueKind.Boolean,
        ["maintenance"] = ValueKind.Boolean,
        ["critical"] = ValueKind.Boolean,
        ["allow-migrate"] = ValueKind.Boolean,
        ["allow-unhealthy-nodes"] = ValueKind.Boolean,
        ["promotable"] = ValueKind.Boolean,
        ["interleave"] = ValueKind.Boolean,
        ["ordered"] = ValueKind.Boolean,
        ["notify"] = ValueKind.Boolean,
        ["globally-unique"] = ValueKind.Boolean,
        ["priority"] = ValueKind.Score,
        ["resource-stickiness"] = ValueKind.Score,
        ["migration-threshold"] = ValueKind.Score,
        ["failure-timeout"] = ValueKind.Duration,
        ["remote-connect-timeout"] = ValueKind.Duration,
        ["clone-max"] = ValueKind.Score,
        ["clone-node-max"] = ValueKind.Score,
        ["clone-min"] = ValueKind.Score,
        ["promoted-max"] = ValueKind.Score,
        ["promoted-node-max"] = ValueKind.Score,
        ["master-max"] = ValueKind.Score,
        ["master-node-max"] = ValueKind.Score,

        // Properties of operations, which their sets and the defaults of operations hold as pairs.
        ["interval"] = ValueKind.Duration,
        ["timeout"] = ValueKind.Duration,
        ["start-delay"] = ValueKind.Duration,
        ["on-fail"] = ValueKind.Word,
        ["role"] = ValueKind.Role,
        ["enabled"] = ValueKind.Boolean,
        ["record-pending"] = ValueKind.Boolean,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ValueKind> s_clusterOptions = new Dictionary<string, ValueKind>
    {
        ["symmetric-cluster"] = ValueKind.Boolean,
        ["maintenance-mode"] = ValueKind.Boolean,
        ["start-failure-is-fatal"] = ValueKind.Boolean,
        ["enable-startup-probes"] = ValueKind.Boolean,
        ["stonith-enabled"] = ValueKind.Boolean,
        ["concurrent-fencing"] = ValueKind.Boolean,
        ["startup-fencing"] = ValueKind.Boolean,
        ["stop-all-resources"] = ValueKind.Boolean,
        ["stop-orphan-resources"] = ValueKind.Boolean,
        ["stop-orphan-actions"] = ValueKind.Boolean,
        ["shutdown-lock"] = ValueKind.Boolean,
        ["enable-acl"] = ValueKind.Boolean,
        ["no-quorum-policy"] = ValueKind.Word,
        ["cluster-delay"] = ValueKind.Duration,
        ["dc-deadtime"] = ValueKind.Duration,
        ["cluster-recheck-interval"] = ValueKind.Duration,
        ["election-timeout"] = ValueKind.Duration,
        ["shutdown-escalation"] = ValueKind.Duration,
        ["shutdown-lock-limit"] = ValueKind.Duration,
        ["join-integration-timeout"] = ValueKind.Duration,
        ["join-finalization-timeout"] = ValueKind.Duration,
        ["transition-delay"] = ValueKind.Duration,
        ["stonith-timeout"] = ValueKind.Duration,
        ["priority-fencing-delay"] = ValueKind.Duration,
        ["node-pending-timeout"] = ValueKind.Duration,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kind of an XML attribute.</summary>
    public static ValueKind OfAttribute(string name) => s_attributes.GetValueOrDefault(name);

    /// <summary>The kind of a pair in a set.</summary>
    public static ValueKind OfPair(string setTag, string name) => setTag switch
    {
        CibTags.MetaAttributes => s_metaAttributes.GetValueOrDefault(name),
        CibTags.ClusterPropertySet => s_clusterOptions.GetValueOrDefault(name),
        _ => ValueKind.Text,
    };

    /// <summary>One spelling for all texts that mean the same; a text that cannot be read stays as it is.</summary>
    public static string Canonical(ValueKind kind, string text) => kind switch
    {
        ValueKind.Word => text.Trim().ToLowerInvariant(),
        ValueKind.Boolean when CibBoolean.TryParse(text, out var value, out _) => CibBoolean.Format(value),
        ValueKind.Duration when CibDuration.TryParse(text, out var value, out _) => CibDuration.Of(value.Value).ToString(),
        ValueKind.Timeout when !IsIso(text) => Canonical(ValueKind.Duration, text),
        ValueKind.Role when ResourceRoles.TryParse(text, out var value, out _) => ResourceRoles.Format(value),
        ValueKind.Score when Score.TryParse(text, out var value, out _) => value.ToString(),
        _ => text,
    };

    /// <summary>Whether two texts mean the same; null is "not set", which only equals itself.</summary>
    public static bool Same(ValueKind kind, string? one, string? other)
    {
        if (one is null || other is null || string.Equals(one, other, StringComparison.Ordinal))
        {
            return string.Equals(one, other, StringComparison.Ordinal);
        }

        return kind switch
        {
            ValueKind.Word => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase),
            ValueKind.Boolean => CibBoolean.TryParse(one, out var a, out _) && CibBoolean.TryParse(other, out var b, out _) && a == b,
            ValueKind.Timeout => !IsIso(one) && !IsIso(other) && Same(ValueKind.Duration, one, other),
            ValueKind.Duration => CibDuration.TryParse(one, out var a, out _) && CibDuration.TryParse(other, out var b, out _) && a == b,
            ValueKind.Role => ResourceRoles.TryParse(one, out var a, out _) && ResourceRoles.TryParse(other, out var b, out _) && a == b,
            ValueKind.Score => Score.TryParse(one, out var a, out _) && Score.TryParse(other, out var b, out _) && a == b,
            _ => false,
        };
    }

    /// <summary>Whether a duration is in ISO 8601.</summary>
    private static bool IsIso(string text) => text.AsSpan().TrimStart().StartsWith("P", StringComparison.Ordinal);
}
