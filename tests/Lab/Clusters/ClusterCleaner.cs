namespace HaIac.Labs.Clusters;

/// <summary>Empties a cluster of resources.</summary>
internal static class ClusterCleaner
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task EmptyAsync(Lab lab, CancellationToken ct)
    {
        LabNode node = lab.Nodes.FirstOrDefault(n => n.IsRunning) ?? throw new LabException("No node of the lab runs.");
        await node.ReadAsync("cibadmin --replace --scope constraints --xml-text '<constraints/>'", ct);
        await node.ReadAsync("cibadmin --replace --scope resources --xml-text '<resources/>'", ct);
        // What is gone from the configuration is stopped. Its history is the only thing that makes the cluster do so:
        // to forget it any earlier would leave the service running and nobody knowing.
        await Waiting.UntilAsync(
            "every resource has stopped",
            async token => (await ClusterView.ReadAsync(node, token)).RunningOn.Values.All(nodes => nodes.IsEmpty)
                && (await node.RunAsync("crm_resource --wait --timeout 60s", token)).Succeeded,
            Limit,
            ct);
        await node.ReadAsync("crm_resource --refresh", ct);
        await Waiting.UntilAsync(
            "no resource is left", async token => (await ClusterView.ReadAsync(node, token)).RunningOn.IsEmpty, Limit, ct);
    }
}
