using System.Diagnostics;
using EndToEnd.Tests;

namespace Benchmarks;

/// <summary>How the cost of <c>haiac up</c> grows with the program.</summary>
[TestFixture]
[Category("Benchmarks")]
[NonParallelizable]
public sealed class GrowthOnVirtualCluster
{
    [Test]
    public async Task Up_OfFiftyServicesAgainstTen()
    {
        if (!await HasToolsAsync())
        {
            Assert.Ignore("This host lacks crm_simulate (Debian package pacemaker-cli-utils; tests/setup.sh installs it).");
        }

        var small = await MeasureAsync(10);
        var large = await MeasureAsync(50);

        var table = new BenchmarkTable("Growth of haiac up with the number of cloned services, virtual cluster");
        table.Add("up of 50 ÷ up of 10", large.Up / small.Up, atMost: 10, target: "≤ 5");
        table.Add("preview without changes of 50 ÷ of 10", large.Preview / small.Preview, atMost: 5, target: "≤ 2");
        table.Note($"up: {small.Up.TotalSeconds:0.00} s for 10, {large.Up.TotalSeconds:0.00} s for 50");
        table.Note($"preview without changes: {small.Preview.TotalSeconds:0.00} s for 10, {large.Preview.TotalSeconds:0.00} s for 50");
        await table.FinishAsync("growth-on-virtual-cluster.md");
    }

    private static async Task<(TimeSpan Up, TimeSpan Preview)> MeasureAsync(int count)
    {
        using var project = await Project.ForScenarioAsync("cloned");
        await project.MustAsync("config", "set", "count", $"{count}");
        var watch = Stopwatch.StartNew();
        await project.MustAsync("up", "--yes", "--skip-preview");
        var up = watch.Elapsed;
        watch.Restart();
        await project.MustAsync("preview", "--expect-no-changes");
        return (up, watch.Elapsed);
    }

    private static async Task<bool> HasToolsAsync() =>
        (await CommandLine.RunAsync("sh", ["-c", "command -v crm_simulate"], "/")).ExitCode == 0;
}
