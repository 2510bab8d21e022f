using System.Collections.Immutable;
using System.Diagnostics;
using Benchmarks.Competitors;
using EndToEnd.Tests;
using HaIac.Labs;

namespace Benchmarks;

/// <summary><c>haiac up</c> of 50 cloned services on three real nodes, against other ways to bring the same content in.</summary>
[TestFixture]
[Category("Benchmarks")]
[NonParallelizable]
public sealed class FiftyServicesOnLab
{
    private const int Services = 50;
    private const int Sample = 10;

    [Test]
    public async Task Up_AgainstRawPatchCrmshAndPcs()
    {
        if (LabHost.Missing() is { IsEmpty: false } missing)
        {
            Assert.Ignore($"This host lacks what the lab needs: {string.Join(", ", missing)}.");
        }

        await using var lab = await Lab.StartAsync(new LabOptions { Progress = TestContext.Progress.WriteLine });
        var bench = new BenchmarkLab(lab);
        var empty = await bench.CibAsync();
        using var project = await Project.ForScenarioAsync("cloned", lab.SshAddress);
        await project.MustAsync("config", "set", "count", $"{Services}");

        var ours = await bench.UpAsync(project, Services);
        var full = await bench.CibAsync();
        var services = ClonedService.ReadAll(full);
        Assert.That(services, Has.Length.EqualTo(Services));

        var query = await bench.MedianAsync("cibadmin --query > /dev/null");
        var preview = await TimeAsync(project, "preview", "--expect-no-changes");
        var again = await TimeAsync(project, "up", "--yes", "--expect-no-changes");
        Assert.That(ClonedService.ReadAll(await bench.CibAsync()).Select(s => s.ToString()), Is.EqualTo(services.Select(s => s.ToString())));

        var others = new List<Measurement>();
        foreach (var (competitor, part) in new (Competitor, ImmutableArray<ClonedService>)[]
        {
            (new RawPatch(empty, full), services), (new CrmLoad(services), services), (new PcsLoop(services[..Sample]), services[..Sample]),
        })
        {
            await lab.EmptyAsync();
            var measured = await bench.RunAsync(competitor, part.Length);
            Assert.That(
                ClonedService.ReadAll(await bench.CibAsync()).Select(s => s.ToString()),
                Is.EqualTo(part.Select(s => s.ToString())),
                $"{competitor.Name} must have written the same content.");
            await TestContext.Progress.WriteLineAsync($"{measured}");
            others.Add(measured);
        }

        await ReportAsync(ours, others[0], others[1], others[2], query, preview, again);
    }

    private static async Task<TimeSpan> TimeAsync(Project project, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        await project.MustAsync(arguments);
        return watch.Elapsed;
    }

    private static Task ReportAsync(
        Measurement ours, Measurement raw, Measurement crm, Measurement pcs, TimeSpan query, TimeSpan preview, TimeSpan again)
    {
        var table = new BenchmarkTable($"haiac up of {Services} cloned services with {Services - 1} orders, three real nodes over ssh");
        table.Add("up until written ÷ (2 × raw patch + 2 s)", ours.Written / Budget(raw.Written), atMost: 8, target: "≤ 1");
        table.Add("up until settled ÷ (2 × (raw patch until settled) + 2 s)", ours.Settled / Budget(raw.Settled), atMost: 2, target: "≤ 1");
        table.Add("up until settled ÷ raw patch until settled", ours.Settled / raw.Settled);
        table.Add("crm configure load update ÷ up, until written", crm.Written / ours.Written, target: "≥ 5 at 200 services");
        table.Add("crm configure load update ÷ up, until settled", crm.Settled / ours.Settled, atLeast: 0.3);
        table.Add($"pcs, one of the first {Sample} services ÷ one service of up, until written", pcs.Written / Sample / (ours.Written / Services), atLeast: 4, target: "≥ 100 at 200 services");
        table.Add($"pcs, one of the first {Sample} services ÷ one service of up, until settled", pcs.Settled / Sample / (ours.Settled / Services), atLeast: 1, target: "≥ 1");
        table.Add("preview without changes ÷ 2 s", preview / TimeSpan.FromSeconds(2), target: "≤ 1 at 200 services");
        table.Add("preview without changes ÷ cibadmin --query", preview / query);
        table.Add("up without changes (previews first, as up does) ÷ up until written", again / ours.Written, atMost: 4, target: "≤ 1");
        table.Add("changes of the configuration by up ÷ by one raw patch", (double)ours.Updates / raw.Updates, atMost: 10, target: "1");
        foreach (var way in new[] { ours, raw, crm, pcs })
        {
            table.Note($"{way.Name}: written after {way.Written.TotalSeconds:0.00} s, settled after {way.Settled.TotalSeconds:0.0} s, {way.Updates} changes of the configuration{(way == pcs ? $"; the first {Sample} services only" : "")}");
        }

        table.Note($"preview without changes {preview.TotalSeconds:0.00} s, up without changes {again.TotalSeconds:0.00} s, cibadmin --query on a node {query.TotalMilliseconds:0} ms");
        return table.FinishAsync("fifty-services-on-lab.md");
    }

    private static TimeSpan Budget(TimeSpan raw) => (2 * raw) + TimeSpan.FromSeconds(2);
}
