using Pulumi;

namespace HaIac;

/// <summary>Looks at the cluster of the stack from a program. Changes nothing, so it runs in previews too.</summary>
public static class ClusterFunctions
{
    /// <summary>The report of the cluster, as <c>haiac cluster status</c> shows it.</summary>
    /// <param name="options">How the engine treats the call.</param>
    /// <returns>The report.</returns>
    public static Task<ClusterReportResult> ReportAsync(InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<ClusterReportResult>("haiac:cluster:getReport", InvokeArgs.Empty, options);

    /// <summary>The nodes of the cluster, as the cluster knows them.</summary>
    /// <param name="options">How the engine treats the call.</param>
    /// <returns>Names and states.</returns>
    public static Task<ClusterNodesResult> NodesAsync(InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<ClusterNodesResult>("haiac:cluster:getNodes", InvokeArgs.Empty, options);
}
