using System.Globalization;
using HaIac.Cli.Printing;
using HaIac.Transport.Observing;

namespace HaIac.Cli.Clusters;

/// <summary>The state of a cluster for people.</summary>
internal static class StatusText
{
    /// <summary>The text.</summary>
    /// <param name="address">The cluster.</param>
    /// <param name="status">Its state.</param>
    public static string Write(string address, ClusterStatus status)
    {
        using var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"Cluster {address}");
        var facts = new List<string> { status.HasQuorum ? "quorum" : "NO QUORUM" };
        if (status.DesignatedController is { } controller)
            facts.Add($"DC {controller}");
        if (status.PacemakerVersion.Length > 0)
            facts.Add($"Pacemaker {status.PacemakerVersion}");
        if (status.MaintenanceMode)
            facts.Add("MAINTENANCE MODE");
        text.WriteLine("  " + string.Join(" · ", facts));
        text.WriteLine();
        TextTable.Print(text, 2, ["NODE", "STATE"], [.. status.Nodes.Select(node => (IReadOnlyList<string>)[$"{node.Name}", State(node)])]);
        text.WriteLine();
        Resources(text, status);
        Failures(text, status);
        Bans(text, status);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>State of a node in words.</summary>
    /// <param name="node">The node.</param>
    public static string State(NodeStatus node)
    {
        var state = new List<string> { node.Online ? "online" : "offline" };
        Add(node.Standby, "standby");
        Add(node.Maintenance, "maintenance");
        Add(node.Pending, "joining");
        Add(node.Unclean, "UNCLEAN");
        Add(node.ShuttingDown, "shutting down");
        return string.Join(", ", state);

        void Add(bool holds, string word)
        {
            if (holds)
                state.Add(word);
        }
    }

    /// <summary>What an operator or a fault does to a resource, in words.</summary>
    /// <param name="resource">The resource.</param>
    public static string Remarks(ResourceStatus resource)
    {
        var remarks = new List<string>();
        Add(resource.Disabled, "disabled by operator (target-role)");
        Add(resource.Instances.Any(instance => !instance.Managed), "unmanaged");
        Add(resource.Instances.Any(instance => instance.Maintenance), "maintenance");
        Add(resource.Instances.Any(instance => instance.Failed), "FAILED");
        Add(resource.Instances.Any(instance => instance.Blocked), "BLOCKED");
        Add(resource.Instances.Any(instance => instance.Orphaned), "orphan");
        foreach (var pending in resource.Instances.Select(instance => instance.Pending).OfType<string>().Distinct())
            remarks.Add(pending.ToLowerInvariant());
        return string.Join(", ", remarks);

        void Add(bool holds, string word)
        {
            if (holds)
                remarks.Add(word);
        }
    }

    private static void Resources(StringWriter text, ClusterStatus status)
    {
        if (status.Resources.Count == 0)
        {
            text.WriteLine("  No resources.");
            return;
        }

        TextTable.Print(text, 2, ["RESOURCE", "KIND", "RUNS ON", "REMARKS"], [.. status.Resources.Select(resource => (IReadOnlyList<string>)
        [
            resource.Id,
            resource.Promotable ? "promotable clone" : resource.Kind.ToString().ToLowerInvariant(),
            Placement.NodesOf(resource) is { Length: > 0 } nodes ? nodes : "(stopped)",
            Remarks(resource),
        ])]);
    }

    private static void Failures(StringWriter text, ClusterStatus status)
    {
        if (status.Failures.Count == 0)
            return;
        text.WriteLine();
        text.WriteLine("  Failures:");
        foreach (var failure in status.Failures)
        {
            var when = failure.LastChange is { } time ? time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : "";
            var reason = failure.ExitReason.Length > 0 ? $", \"{failure.ExitReason}\"" : "";
            text.WriteLine($"    {failure.Resource} on {failure.Node}: {failure.Operation} ended with {failure.Exit}{reason}{(when.Length > 0 ? $" at {when}" : "")}");
        }
    }

    private static void Bans(StringWriter text, ClusterStatus status)
    {
        if (status.Bans.Count == 0)
            return;
        text.WriteLine();
        text.WriteLine("  Kept away by an operator:");
        foreach (var ban in status.Bans)
            text.WriteLine($"    {ban.Resource} from {ban.Node} ({ban.ConstraintId})");
    }
}
