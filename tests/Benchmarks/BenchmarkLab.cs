using System.Diagnostics;
using System.Xml.Linq;
using Benchmarks.Competitors;
using EndToEnd.Tests;
using HaIac.Labs;

namespace Benchmarks;

/// <summary>A lab and the stopwatch at it.</summary>
internal sealed class BenchmarkLab(Lab lab)
{
    private static readonly TimeSpan SettleLimit = TimeSpan.FromMinutes(5);

    /// <summary>The node on which the competitors run.</summary>
    private LabNode Node => lab.Nodes[0];

    public Task<string> CibAsync() => Node.ReadAsync("cibadmin --query");

    /// <summary>From now on the cluster takes configuration, but neither probes nor starts anything.</summary>
    public async Task StartNothingAsync()
    {
        foreach (var option in new[] { "maintenance-mode=true", "enable-startup-probes=false" })
        {
            await Node.ReadAsync($"crm_attribute --type crm_config --name {option.Split('=')[0]} --update {option.Split('=')[1]}");
        }
    }

    /// <summary>Empties a cluster that has started nothing.</summary>
    public async Task EmptyQuicklyAsync()
    {
        await Node.ReadAsync("cibadmin --replace --scope constraints --xml-text '<constraints/>'");
        await Node.ReadAsync("cibadmin --replace --scope resources --xml-text '<resources/>'");
        await Node.ReadAsync("crm_resource --wait --timeout 60s");
    }

    /// <summary>Runs a competitor on an empty cluster.</summary>
    public async Task<Measurement> RunAsync(Competitor competitor, int services)
    {
        await competitor.PrepareAsync(Node);
        var before = Epoch(await CibAsync());
        var watch = Stopwatch.StartNew();
        await Node.ReadAsync(competitor.Script);
        var written = watch.Elapsed;
        await SettledAsync(services);
        return new Measurement(competitor.Name, written, watch.Elapsed, Epoch(await CibAsync()) - before);
    }

    /// <summary>Runs <c>haiac up</c> on an empty cluster, and watches from a node when its content has arrived.</summary>
    public async Task<Measurement> UpAsync(Project project, int services)
    {
        var before = Epoch(await CibAsync());
        var watch = Stopwatch.StartNew();
        var up = project.MustAsync("up", "--yes", "--skip-preview");
        // The file is written right after each change, and looking at it costs the CIB manager nothing.
        var arrival = Node.RunAsync(
            $"until [ \"$(grep -c '<rsc_order ' /var/lib/pacemaker/cib/cib.xml)\" = {services - 1} ] "
            + $"&& [ \"$(grep -c '<clone ' /var/lib/pacemaker/cib/cib.xml)\" = {services} ]; do sleep 0.05; done");
        if (await Task.WhenAny(arrival, up) == up)
        {
            await up;
        }

        await arrival;
        var written = watch.Elapsed;
        await up;
        var settled = watch.Elapsed;
        // What up promises is held against the cluster's own word.
        await SettledAsync(services);
        return new Measurement("haiac up", written, settled, Epoch(await CibAsync()) - before);
    }

    /// <summary>Time of one command on the node; the middle one of five.</summary>
    public async Task<TimeSpan> MedianAsync(string shell)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            await Node.ReadAsync(shell);
            times.Add(watch.Elapsed);
        }

        return times.Order().ElementAt(2);
    }

    private Task SettledAsync(int services) => Lab.WaitUntilAsync(
        $"all {services} clones run on every node",
        async token => (await lab.ViewAsync(token)).RunningOn is var running
            && running.Count == services && running.Values.All(nodes => nodes.Length == lab.Nodes.Length),
        SettleLimit);

    private static int Epoch(string cib) => (int)XDocument.Parse(cib).Root!.Attribute("epoch")!;
}
