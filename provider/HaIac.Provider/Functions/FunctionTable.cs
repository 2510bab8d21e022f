using System.Collections.Frozen;

namespace HaIac.Provider.Functions;

/// <summary>The functions of the package.</summary>
internal static class FunctionTable
{
    /// <summary>Whether the program is in a preview, for engines that do not say so themselves.</summary>
    public const string DryRun = "dryRun";

    /// <summary>All of them by token.</summary>
    public static FrozenDictionary<string, PackageFunction> All { get; } = new[]
    {
        OfService("getStatus", false, "How a service is: its state as a whole and on each node.", ServiceFunctions.StatusAsync),
        OfService("start", true, "Starts a service and waits until it runs.", ServiceFunctions.Operation(static (o, p, n, _, ct) => o.StartAsync(p, n, ct))),
        OfService("stop", true, "Stops a service and waits until it is stopped; with a node a clone on that node only.", ServiceFunctions.Operation(static (o, p, n, _, ct) => o.StopAsync(p, n, ct))),
        OfService("restart", true, "Reloads a service where that is enough, else restarts it.", ServiceFunctions.Operation(static (o, p, n, inputs, ct) => o.RestartAsync(p, n, inputs.Flag("rolling") ?? true, ct))) with { Flags = ["rolling", DryRun] },
        OfService("enable", true, "Lets the cluster manage a service.", ServiceFunctions.Operation(static (o, p, _, _, ct) => o.EnableAsync(p, ct))),
        OfService("disable", true, "Lets the cluster leave a service alone as it is.", ServiceFunctions.Operation(static (o, p, _, _, ct) => o.DisableAsync(p, ct))),
        OfService("cleanup", true, "Makes the cluster forget the failures of a service.", ServiceFunctions.Operation(static (o, p, n, _, ct) => o.CleanupAsync(p, n, ct))),
        new("haiac:cluster:getReport", false, "The report of the cluster: nodes, resources on each of them, options, failures, what was set by hand.", ClusterFunctions.ReportAsync),
        new("haiac:cluster:getNodes", false, "The nodes of the cluster and their states.", ClusterFunctions.NodesAsync),
    }.ToFrozenDictionary(function => function.Token, StringComparer.Ordinal);

    private static PackageFunction OfService(
        string name, bool changes, string description,
        Func<Applying.ClusterSession, Composing.Inputs, bool, Action<string>, CancellationToken, Task<System.Collections.Immutable.ImmutableDictionary<string, Pulumi.Experimental.PropertyValue>>> run) =>
        new($"haiac:services:{name}", changes, description, run)
        {
            Texts = ["service", "serviceName", "prefix", "node"],
            Flags = changes ? [DryRun] : [],
            NeedsFirst = true,
        };
}
