namespace HaIac.Cib.Checking.Names;

/// <summary>The cluster options from Pacemaker 1.1 to 3.0.</summary>
/// <remarks>
/// Source: the metadata of pacemaker-schedulerd, pacemaker-controld and pacemaker-based 2.1.5, to which a test holds this; Pacemaker's change log up to
/// 3.0.2; for names that are gone, options-3.9.rng and upgrade-2.10.xsl.
/// </remarks>
internal static class ClusterOptionNames
{
    public static NameCatalog All { get; } = new(
    [
        // Kept by the cluster itself.
        new("dc-version", NameValue.Text),
        new("cluster-infrastructure", NameValue.Text),
        new("have-watchdog", NameValue.Boolean),

        new("cluster-name", NameValue.Text),
        new("no-quorum-policy", NameValue.Word, "stop", "freeze", "ignore", "demote", "fence", "suicide"),
        new("symmetric-cluster", NameValue.Boolean),
        new("maintenance-mode", NameValue.Boolean),
        new("stop-all-resources", NameValue.Boolean),
        new("start-failure-is-fatal", NameValue.Boolean),
        new("enable-startup-probes", NameValue.Boolean) { Deprecated = "3.0.2" },
        new("enable-acl", NameValue.Boolean),
        new("placement-strategy", NameValue.Word, "default", "utilization", "minimal", "balanced"),
        new("shutdown-lock", NameValue.Boolean) { Since = "2.0.4" },
        new("shutdown-lock-limit", NameValue.Duration) { Since = "2.0.4" },

        // Fencing.
        new("stonith-enabled", NameValue.Boolean),
        new("stonith-action", NameValue.Word, "reboot", "off") { OldWords = new Dictionary<string, string> { ["poweroff"] = "off" } },
        new("stonith-timeout", NameValue.Duration),
        new("stonith-max-attempts", NameValue.Score),
        new("stonith-watchdog-timeout", NameValue.DurationOrNegative),
        new("concurrent-fencing", NameValue.Boolean) { Deprecated = "3.0.0" },
        new("startup-fencing", NameValue.Boolean),
        new("fence-reaction", NameValue.Word, "stop", "panic") { Since = "2.0.3" },
        new("priority-fencing-delay", NameValue.Duration) { Since = "2.0.4" },
        new("node-pending-timeout", NameValue.Duration) { Since = "2.1.7" },
        new("fence-remote-without-quorum", NameValue.Boolean) { Since = "3.0.0" },
        new("fencing-enabled", NameValue.Boolean) { Since = "3.0.2" },
        new("fencing-action", NameValue.Word, "reboot", "off") { Since = "3.0.2" },
        new("fencing-timeout", NameValue.Duration) { Since = "3.0.2" },
        new("fencing-max-attempts", NameValue.Score) { Since = "3.0.2" },
        new("fencing-watchdog-timeout", NameValue.DurationOrNegative) { Since = "3.0.2" },
        new("fencing-reaction", NameValue.Word, "stop", "panic") { Since = "3.0.2" },

        // Times and limits.
        new("dc-deadtime", NameValue.Duration),
        new("cluster-recheck-interval", NameValue.Duration),
        new("cluster-delay", NameValue.Duration),
        new("election-timeout", NameValue.Duration),
        new("shutdown-escalation", NameValue.Duration),
        new("join-integration-timeout", NameValue.Duration) { Since = "2.0.0" },
        new("join-finalization-timeout", NameValue.Duration) { Since = "2.0.0" },
        new("transition-delay", NameValue.Duration) { Since = "2.0.0" },
        new("load-threshold", NameValue.Percentage),
        new("node-action-limit", NameValue.Integer),
        new("batch-limit", NameValue.Integer),
        new("migration-limit", NameValue.Integer),
        new("cluster-ipc-limit", NameValue.Count) { Deprecated = "3.0.2" },
        new("pe-error-series-max", NameValue.Integer),
        new("pe-warn-series-max", NameValue.Integer),
        new("pe-input-series-max", NameValue.Integer),

        // What was removed from the configuration.
        new("stop-orphan-resources", NameValue.Boolean) { Deprecated = "3.0.2" },
        new("stop-orphan-actions", NameValue.Boolean) { Deprecated = "3.0.2" },
        new("stop-removed-resources", NameValue.Boolean) { Since = "3.0.2", Deprecated = "3.0.2" },
        new("cancel-removed-actions", NameValue.Boolean) { Since = "3.0.2", Deprecated = "3.0.2" },

        // Node health.
        new("node-health-strategy", NameValue.Word, "none", "migrate-on-red", "only-green", "progressive", "custom"),
        new("node-health-base", NameValue.Score),
        new("node-health-green", NameValue.Score),
        new("node-health-yellow", NameValue.Score),
        new("node-health-red", NameValue.Score),

        // Gone, or on the way out.
        new("remove-after-stop", NameValue.Boolean) { Deprecated = "2.0.0", Removed = "3.0.0" },
        Gone("crmd-integration-timeout", "join-integration-timeout") with { Deprecated = "2.0.0", Removed = "3.0.0" },
        Gone("crmd-finalization-timeout", "join-finalization-timeout") with { Deprecated = "2.0.0", Removed = "3.0.0" },
        Gone("crmd-transition-delay", "transition-delay") with { Deprecated = "2.0.0", Removed = "3.0.0" },
        Gone("default-resource-stickiness", "resource-stickiness in rsc_defaults"),
        Gone("default-resource-failure-stickiness", "migration-threshold in rsc_defaults"),
        Gone("default-migration-threshold", "migration-threshold in rsc_defaults"),
        Gone("default-action-timeout", "timeout in op_defaults"),
        Gone("is-managed-default", "is-managed in rsc_defaults"),
        Gone("expected-quorum-votes", "corosync's own setting expected_votes"),
        Gone("notification-agent", "an alert"),
        Gone("notification-recipient", "the recipient of an alert"),
        Gone("cluster_recheck_interval", "cluster-recheck-interval"),
        Gone("dc_deadtime", "dc-deadtime"),
        Gone("default_action_timeout", "timeout in op_defaults"),
        Gone("default_migration_threshold", "migration-threshold in rsc_defaults"),
        Gone("default_resource_failure_stickiness", "migration-threshold in rsc_defaults"),
        Gone("default_resource_stickiness", "resource-stickiness in rsc_defaults"),
        Gone("election_timeout", "election-timeout"),
        Gone("is_managed_default", "is-managed in rsc_defaults"),
        Gone("no_quorum_policy", "no-quorum-policy"),
        Gone("remove_after_stop", null),
        Gone("shutdown_escalation", "shutdown-escalation"),
        Gone("startup_fencing", "startup-fencing"),
        Gone("stonith_action", "stonith-action"),
        Gone("stonith_enabled", "stonith-enabled"),
        Gone("stop_orphan_actions", "stop-orphan-actions"),
        Gone("stop_orphan_resources", "stop-orphan-resources"),
        Gone("symmetric_cluster", "symmetric-cluster"),
        Gone("transition_idle_timeout", "cluster-delay"),
    ]);

    /// <summary>Names that tools and agents keep beside the cluster's own options.</summary>
    public static bool IsOfTools(string name) => name is "last-lrm-refresh" || name.EndsWith("_REPL_INFO", StringComparison.Ordinal) || name.StartsWith("hana_", StringComparison.Ordinal);

    private static KnownName Gone(string name, string? instead) => new(name, NameValue.Text) { Removed = "2.0.0", Instead = instead };
}
