namespace HaIac.Cib.Checking.Names;

/// <summary>What can be set for an operation, as an attribute of it or in its meta attributes or in op_defaults.</summary>
/// <remarks>Source: Pacemaker Explained, Operation Properties; resources-3.9.rng, op; Pacemaker's change log up to 3.0.2.</remarks>
internal static class OperationOptionNames
{
    public static NameCatalog All { get; } = new(
    [
        new("name", NameValue.Text),
        new("description", NameValue.Text),
        new("interval", NameValue.Duration),
        new("timeout", NameValue.Duration),
        new("on-fail", NameValue.Word, "ignore", "block", "stop", "restart", "demote", "standby", "fence", "restart-container"),
        new("enabled", NameValue.Boolean),
        new("role", NameValue.Role),
        new("start-delay", NameValue.Duration),
        new("interval-origin", NameValue.Text),
        new("record-pending", NameValue.Boolean) { Deprecated = "3.0.0" },
        new("requires", NameValue.Text) { Removed = "2.0.0", Instead = "the meta attribute requires of the resource" },
        new("on_fail", NameValue.Text) { Removed = "2.0.0", Instead = "on-fail" },
    ]);
}
