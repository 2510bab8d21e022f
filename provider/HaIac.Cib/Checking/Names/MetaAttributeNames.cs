namespace HaIac.Cib.Checking.Names;

/// <summary>The meta attributes of resources from Pacemaker 1.1 to 3.0. Users may add names of their own; only those near a known one are suspect.</summary>
/// <remarks>Source: Pacemaker Explained, Resource Options, Clone Options, Bundle Attributes; Pacemaker's change log up to 3.0.2; upgrade-2.10.xsl.</remarks>
internal static class MetaAttributeNames
{
    public static NameCatalog All { get; } = new(
    [
        new("priority", NameValue.Score),
        new("critical", NameValue.Boolean) { Since = "2.1.0" },
        new("target-role", NameValue.Role),
        new("is-managed", NameValue.Boolean),
        new("maintenance", NameValue.Boolean),
        new("resource-stickiness", NameValue.Score),
        new("requires", NameValue.Word, "nothing", "quorum", "fencing", "unfencing"),
        new("migration-threshold", NameValue.Score),
        new("failure-timeout", NameValue.Duration),
        new("multiple-active", NameValue.Word, "block", "stop_only", "stop_start", "stop_unexpected"),
        new("allow-migrate", NameValue.Boolean),
        new("allow-unhealthy-nodes", NameValue.Boolean) { Since = "2.1.3" },
        new("container-attribute-target", NameValue.Text),
        new("remote-node", NameValue.Text),
        new("remote-addr", NameValue.Text),
        new("remote-port", NameValue.Count),
        new("remote-connect-timeout", NameValue.Duration),
        new("remote-allow-migrate", NameValue.Boolean),
        new("container", NameValue.Text),
        new("provides", NameValue.Text),

        // Clones.
        new("clone-max", NameValue.Count),
        new("clone-node-max", NameValue.Count),
        new("clone-min", NameValue.Count),
        new("globally-unique", NameValue.Boolean),
        new("interleave", NameValue.Boolean),
        new("notify", NameValue.Boolean),
        new("ordered", NameValue.Boolean),
        new("promotable", NameValue.Boolean),
        new("promoted-max", NameValue.Count) { Since = "2.0.0" },
        new("promoted-node-max", NameValue.Count) { Since = "2.0.0" },

        // Gone, or on the way out.
        new("collocated", NameValue.Boolean) { Deprecated = "2.1.0", Instead = "a colocation with a resource set" },
        new("master-max", NameValue.Count) { Deprecated = "2.0.0", Instead = "promoted-max" },
        new("master-node-max", NameValue.Count) { Deprecated = "2.0.0", Instead = "promoted-node-max" },
        new("restart-type", NameValue.Text) { Deprecated = "2.1.0", Instead = "orders of the kind Optional" },
        new("can_fail", NameValue.Text) { Removed = "1.0.0" },
        new("resource-failure-stickiness", NameValue.Text) { Removed = "2.0.0", Instead = "migration-threshold" },
        new("resource_failure_stickiness", NameValue.Text) { Removed = "2.0.0", Instead = "migration-threshold" },
        new("resource_stickiness", NameValue.Text) { Removed = "2.0.0", Instead = "resource-stickiness" },
        new("is_managed", NameValue.Text) { Removed = "2.0.0", Instead = "is-managed" },
        new("target_role", NameValue.Text) { Removed = "2.0.0", Instead = "target-role" },
        new("multiple_active", NameValue.Text) { Removed = "2.0.0", Instead = "multiple-active" },
        new("clone_max", NameValue.Text) { Removed = "2.0.0", Instead = "clone-max" },
        new("clone_node_max", NameValue.Text) { Removed = "2.0.0", Instead = "clone-node-max" },
        new("master_max", NameValue.Text) { Removed = "2.0.0", Instead = "promoted-max" },
        new("master_node_max", NameValue.Text) { Removed = "2.0.0", Instead = "promoted-node-max" },
        new("globally_unique", NameValue.Text) { Removed = "2.0.0", Instead = "globally-unique" },
        new("isolation", NameValue.Text) { Removed = "2.0.0", Instead = "a bundle" },
        new("isolation-instance", NameValue.Text) { Removed = "2.0.0", Instead = "a bundle" },
        new("isolation-host", NameValue.Text) { Removed = "2.0.0", Instead = "a bundle" },
        new("isolation-wrapper", NameValue.Text) { Removed = "2.0.0", Instead = "a bundle" },
    ]);
}
