using HaIac.Cib.Documents;
using HaIac.Cib.Nodes;
using HaIac.Cib.Options;
using HaIac.Cib.Planning;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;

namespace HaIac.Operating.Clusters;

/// <summary>Options of the cluster and attributes of nodes: quorum policy, maintenance, standby (requirement Q1). Where a value is taken back, it is removed.</summary>
internal static class OptionPlan
{
    /// <summary>The option of the cluster that stops all management.</summary>
    public const string MaintenanceMode = "maintenance-mode";

    /// <summary>Sets an option of the cluster.</summary>
    /// <param name="cib">The CIB now.</param>
    /// <param name="name">Its name in the CIB.</param>
    /// <param name="value">Its value; null takes it out, so that Pacemaker's default counts.</param>
    public static ClusterChange Property(CibDocument cib, string name, string? value)
    {
        var now = cib.Properties.Properties.Find(name);
        if (Same(now, value))
        {
            return ClusterChange.Nothing(now is null ? $"{name} is not set." : $"{name} is {SecretNames.Show(name, now)} already.");
        }

        var id = cib.Properties.Id;
        var live = now is null ? null : new ClusterProperties { Id = id, Properties = AttributeMap.Of((name, now)) };
        var before = now is null ? "not set" : SecretNames.Show(name, now);
        return new()
        {
            Steps = [value is null ? $"{name}: {before} => not set" : $"{name}: {before} => {SecretNames.Show(name, value)}"],
            Edits = [value is null ? new RemoveObject(live!) : new PutObject(new ClusterProperties { Id = id, Properties = AttributeMap.Of((name, value)) }, live)],
        };
    }

    /// <summary>Sets an attribute of a node, or takes it out.</summary>
    /// <param name="cib">The CIB now.</param>
    /// <param name="node">The node, by its name in the cluster.</param>
    /// <param name="name">standby or maintenance.</param>
    /// <param name="on">Whether it shall hold.</param>
    public static ClusterChange Node(CibDocument cib, NodeName node, string name, bool on)
    {
        var found = Find(cib, node);
        var now = found.Attributes.Find(name);
        var holds = CibBoolean.TryParse(now, out var value, out _) && value;
        if (holds == on)
        {
            return ClusterChange.Nothing($"{found.Name} is {(on ? "" : "not ")}in {name}{(on ? " already" : "")}.");
        }

        var live = now is null ? null : new NodeAttributes { Id = found.Id, Attributes = AttributeMap.Of((name, now)) };
        return new()
        {
            Steps = [$"{found.Name}: {name}={now ?? "not set"} => {(on ? "on" : "not set")}"],
            Edits = [on ? new PutObject(new NodeAttributes { Id = found.Id, Attributes = AttributeMap.Of((name, "on")) }, live) : new RemoveObject(live!)],
        };
    }

    /// <summary>The record of a node.</summary>
    /// <exception cref="FindingException">HAI1252: the cluster has no such node.</exception>
    public static ClusterNode Find(CibDocument cib, NodeName node) => cib.FindNode(node) ?? throw new FindingException(new(
        FindingCode.NoSuchNode,
        $"The cluster has no node \"{node}\"; it has {string.Join(", ", cib.Nodes.Order())}.",
        "section nodes of the CIB",
        "A node is named as the cluster knows it, which need not be the name of the host.",
        Cib.Findings.NearestName.Find(node.Value, cib.Nodes.Select(name => name.Value)) is { } near ? $"Did you mean {near}?" : "Use one of these names; haiac cluster status lists them."));

    private static bool Same(string? now, string? value) =>
        now == value || (CibBoolean.TryParse(now, out var one, out _) && CibBoolean.TryParse(value, out var other, out _) && one == other);
}
