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
        // Resources that are gone from the configuration are stopped, and their failures and history forgotten.
        await Waiting.UntilAsync(
            "no resource is left",
            async token =>
            {
                await node.RunAsync("crm_resource --refresh", token);
                return (await ClusterView.ReadAsync(node, token)).RunningOn.IsEmpty;
            },
            Limit,
            ct);
    }
}
