using System.Diagnostics;
using Benchmarks.Competitors;
using EndToEnd.Tests;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Labs;
using HaIac.Transport;
using HaIac.Transport.Addressing;
using HaIac.Transport.Committing;

namespace Benchmarks;

/// <summary>200 cloned services and 199 orders on three real nodes: one transaction of the committer, and a whole <c>haiac up</c>, against other ways.</summary>
/// <remarks>
/// The cluster is in maintenance mode and probes nothing, so what is timed is the writing alone: 600 instances that start would take far longer than
/// any of it. <see cref="FiftyServicesOnLab"/> measures with them.
/// </remarks>
[TestFixture]
[Category("Benchmarks")]
[NonParallelizable]
public sealed class TwoHundredServicesOnLab
{
    private const int Services = 200;
    private const int Rounds = 5;
    private const int Sample = 10;

    [Test]
    public async Task WritingAlone_AgainstRawPatchCrmshAndPcs()
    {
        if (LabHost.Missing() is { IsEmpty: false } missing)
        {
            Assert.Ignore($"This host lacks what the lab needs: {string.Join(", ", missing)}.");
        }

        await using var lab = await Lab.StartAsync(new LabOptions { Progress = TestContext.Progress.WriteLine });
        var bench = new BenchmarkLab(lab);
        await bench.StartNothingAsync();
        var empty = await bench.CibAsync();
        using var project = await Project.ForScenarioAsync("cloned", lab.SshAddress);
        await project.MustAsync("config", "set", "count", $"{Services}");

        var up = await TimeAsync(() => project.MustAsync("up", "--yes", "--skip-preview"));
        var full = await bench.CibAsync();
        var services = ClonedService.ReadAll(full);
        Assert.That(services, Has.Length.EqualTo(Services));
        var query = await bench.MedianAsync("cibadmin --query > /dev/null");
        var preview = await MedianAsync(() => project.MustAsync("preview", "--expect-no-changes"));
        var again = await TimeAsync(() => project.MustAsync("up", "--yes", "--expect-no-changes"));

        var raw = new RawPatch(empty, full);
        var (patches, commits, reads) = await AlternateAsync(lab, bench, raw, full);

        var crm = new CrmLoad(services);
        await bench.EmptyQuicklyAsync();
        await crm.PrepareAsync(lab.Nodes[0]);
        var crmTime = await TimeAsync(() => lab.Nodes[0].ReadAsync(crm.Script));
        await SameAsync(bench, full, crm.Name);

        var pcsFirst = await PcsAsync(lab, bench, new CrmLoad([]), services[..Sample]);
        var pcsLast = await PcsAsync(lab, bench, new CrmLoad(services[..^Sample]), services[^Sample..]);

        var patch = Median(patches);
        var table = new BenchmarkTable($"{Services} cloned services with {Services - 1} orders, written only; three real nodes over ssh");
        table.Add("one transaction of the committer ÷ one raw patch", Median(commits) / patch, atMost: 4, target: "≤ 1.3");
        table.Add("… the first one of its process", commits[0] / patch);
        table.Add("up ÷ (2 × raw patch + 2 s)", up / ((2 * patch) + TimeSpan.FromSeconds(2)), atMost: 20, target: "≤ 1");
        table.Add("crm configure load update ÷ up", crmTime / up, target: "≥ 5");
        table.Add("crm configure load update ÷ one transaction", crmTime / Median(commits), atLeast: 1.5);
        table.Add($"pcs, one of the first {Sample} services ÷ one service of up", pcsFirst / (up / Services));
        table.Add($"pcs, one of the last {Sample} services ÷ one service of up", pcsLast / (up / Services), atLeast: 5, target: "≥ 100");
        table.Add("preview without changes ÷ 2 s", preview / TimeSpan.FromSeconds(2), atMost: 20, target: "≤ 1");
        table.Add("preview without changes ÷ cibadmin --query", preview / query);
        table.Note($"raw patch {Seconds(patches)}; transaction {Seconds(commits)}, of which reading the base {Seconds(reads)}");
        table.Note($"up {up.TotalSeconds:0.00} s, preview without changes {preview.TotalSeconds:0.00} s, up without changes {again.TotalSeconds:0.00} s, cibadmin --query on a node {query.TotalMilliseconds:0} ms");
        table.Note($"crm configure load update {crmTime.TotalSeconds:0.0} s");
        table.Note($"pcs, per service, clone and order: {pcsFirst.TotalSeconds:0.00} s among the first {Sample}, {pcsLast.TotalSeconds:0.00} s among the last {Sample} of {Services}; the others were not run");
        await table.FinishAsync("two-hundred-services-on-lab.md");
    }

    /// <summary>Raw patch and transaction in turns, each on an emptied cluster; the transaction over one connection, in one process, as in a deployment.</summary>
    private static async Task<(List<TimeSpan> Patches, List<TimeSpan> Commits, List<TimeSpan> Reads)> AlternateAsync(Lab lab, BenchmarkLab bench, RawPatch raw, string full)
    {
        var (patches, commits, reads) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
        var content = CibDocument.Parse(full);
        PutObject[] edits = [.. content.Resources.Concat(content.Constraints).Select(item => new PutObject(item, null))];
        await using var transport = CibTransports.Open(ClusterAddress.Parse(lab.SshAddress, "/"));
        await using var committer = new CibCommitter(transport);
        await raw.PrepareAsync(lab.Nodes[0]);
        for (var round = 0; round < Rounds; round++)
        {
            await bench.EmptyQuicklyAsync();
            patches.Add(await TimeAsync(() => lab.Nodes[0].ReadAsync(raw.Script)));
            await SameAsync(bench, full, raw.Name);
            await bench.EmptyQuicklyAsync();
            reads.Add(await TimeAsync(() => transport.ReadAsync()));
            commits.Add(await TimeAsync(() => committer.CommitAsync(edits)));
            await SameAsync(bench, full, "the committer");
        }

        return (patches, commits, reads);
    }

    /// <summary>Time of pcs for one service, beside those that are there already.</summary>
    private static async Task<TimeSpan> PcsAsync(Lab lab, BenchmarkLab bench, CrmLoad there, IReadOnlyCollection<ClonedService> added)
    {
        await bench.EmptyQuicklyAsync();
        await there.PrepareAsync(lab.Nodes[0]);
        await lab.Nodes[0].ReadAsync(there.Script);
        var loop = new PcsLoop(added);
        await loop.PrepareAsync(lab.Nodes[0]);
        return await TimeAsync(() => lab.Nodes[0].ReadAsync(loop.Script)) / added.Count;
    }

    private static async Task SameAsync(BenchmarkLab bench, string full, string who) => Assert.That(
        ClonedService.ReadAll(await bench.CibAsync()).Select(s => s.ToString()),
        Is.EqualTo(ClonedService.ReadAll(full).Select(s => s.ToString())),
        $"{who} must have written the same content.");

    private static async Task<TimeSpan> TimeAsync(Func<Task> action)
    {
        var watch = Stopwatch.StartNew();
        await action();
        return watch.Elapsed;
    }

    private static async Task<TimeSpan> MedianAsync(Func<Task> action)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < 3; i++)
        {
            times.Add(await TimeAsync(action));
        }

        return Median(times);
    }

    private static TimeSpan Median(IReadOnlyCollection<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private static string Seconds(IEnumerable<TimeSpan> times) => string.Join(", ", times.Select(t => $"{t.TotalSeconds:0.00}")) + " s";
}
