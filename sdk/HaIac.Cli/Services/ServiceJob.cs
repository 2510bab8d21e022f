using System.Text.Json.Nodes;
using HaIac.Cib.Values;
using HaIac.Cli.Printing;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Services;

namespace HaIac.Cli.Services;

/// <summary>Runs one verb on services, one after the other, and tells the outcome.</summary>
/// <param name="host">The world.</param>
/// <param name="json">Prints JSON: steps then go to standard error.</param>
internal sealed class ServiceJob(CliHost host, bool json)
{
    /// <summary>Tells what is going on.</summary>
    /// <param name="text">One line.</param>
    public void Progress(string text) => (json ? host.Error : host.Out).WriteLine($"  {text}");

    /// <summary>Tells how services are.</summary>
    /// <returns>Exit code: the worst of all.</returns>
    public async Task<int> StatusAsync(IServiceOperator operation, IReadOnlyList<DeclaredService> services, NodeName? node, StatusScope? scope, CancellationToken ct)
    {
        var documents = new JsonArray();
        var exit = ServiceExit.Good;
        foreach (var service in services.Where(Tell))
        {
            var report = await operation.StatusAsync(service.Profile, node, scope, ct);
            exit = Math.Max(exit, ServiceExit.Of(report.State));
            if (json)
                documents.Add(ServiceJson.Status(report));
            else
                host.Out.Write(ServiceText.Status(report));
        }

        Print(documents);
        return exit;
    }

    /// <summary>Runs an operation. The first one that fails ends it.</summary>
    /// <returns>Exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<DeclaredService> services, Func<ServiceProfile, Task<OperationReport>> run)
    {
        var documents = new JsonArray();
        foreach (var service in services.Where(Tell))
        {
            var report = await run(service.Profile);
            if (json)
                documents.Add(ServiceJson.Outcome(report));
            else
                host.Out.Write(ServiceText.Outcome(report));
        }

        Print(documents);
        return ServiceExit.Good;
    }

    // What the init system runs on each node is no business of the cluster.
    private bool Tell(DeclaredService service)
    {
        if (!service.ByCluster)
            Progress($"{service.Profile.Name} is not run by the cluster (haMode Disabled); skipped. On a node: systemctl status {service.Profile.Unit ?? service.Profile.ServiceName}");
        return service.ByCluster;
    }

    private void Print(JsonArray documents)
    {
        if (json)
            host.Out.WriteLine((documents.Count == 1 ? documents[0]! : documents).ToJsonString(JsonStyle.Indented));
    }
}
