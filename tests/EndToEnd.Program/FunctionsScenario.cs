using HaIac;
using Pulumi;

namespace EndToEnd.Program;

/// <summary>Calls the functions of the provider on a service that the cluster runs already.</summary>
/// <remarks>Configuration: <c>service</c>, its name.</remarks>
internal static class FunctionsScenario
{
    public static async Task<IDictionary<string, object?>> CallAsync(Config config)
    {
        var service = config.Require("service");
        var nodes = await ClusterFunctions.NodesAsync();
        var before = await ServiceFunctions.StatusAsync(new() { Service = service });
        var stop = await ServiceFunctions.StopAsync(new() { Service = service });
        var start = await ServiceFunctions.StartAsync(new() { Service = service });
        var report = await ClusterFunctions.ReportAsync();
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["online"] = string.Join(',', nodes.Online.Order()),
            ["before"] = $"{before.State} {before.Managed} {before.RunningOn.Length}",
            ["stopped"] = $"{stop.Preview} {stop.Changed} {stop.State}",
            ["started"] = $"{start.Preview} {start.Changed} {start.State}",
            ["quorum"] = report.Quorum,
        };
    }
}
