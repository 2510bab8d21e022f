using System.Diagnostics;
using System.Xml.Linq;
using EndToEnd.Tests;
using HaIac.Labs;

namespace Benchmarks;

/// <summary>The takeover of 30 services on three real nodes from systemd to Pacemaker, against that of one.</summary>
[TestFixture]
[Category("Benchmarks")]
[NonParallelizable]
public sealed class TakeoverOnLab
{
    private const int Services = 30;

    [Test]
    [Property("Requirement", "C4")]
    public async Task Up_TakingOverThirtyServices_IsOneTransactionAndCostsAtMostFourTimesOne()
    {
        if (LabHost.Missing() is { IsEmpty: false } missing)
        {
            Assert.Ignore($"This host lacks what the lab needs: {string.Join(", ", missing)}.");
        }

        await using var lab = await Lab.StartAsync(new LabOptions { Progress = TestContext.Progress.WriteLine });
        foreach (var node in lab.Nodes)
        {
            await node.ReadAsync(
                $"for i in $(seq -w 1 {Services}); do printf '[Service]\\nExecStart=/bin/sleep infinity\\n[Install]\\nWantedBy=multi-user.target\\n' "
                + "> /etc/systemd/system/payload$i.service; done; systemctl daemon-reload");
        }

        // The first run of all pays for what every first run pays: connections, metadata, compiled code on disk.
        await TakeOverAsync(lab, 1, thenRemove: true);
        var one = await TakeOverAsync(lab, 1, thenRemove: true);
        var thirty = await TakeOverAsync(lab, Services, thenRemove: false);

        var table = new BenchmarkTable($"takeover of {Services} services from systemd to Pacemaker on three real nodes over ssh");
        table.Add($"{Services} services ÷ one service", thirty.There / one.There, atMost: 4, target: "≤ 4");
        table.Add("changes of the configuration", thirty.Epochs, atMost: 1, target: "1");
        table.Note($"one {one.There.TotalSeconds:0.00} s, {Services} {thirty.There.TotalSeconds:0.00} s");
        await table.FinishAsync("takeover-on-lab.md");
    }

    private static async Task<(TimeSpan There, int Epochs)> TakeOverAsync(Lab lab, int services, bool thenRemove)
    {
        using var project = await Project.ForScenarioAsync("takeover", lab.SshAddress);
        var names = Enumerable.Range(1, services).Select(number => $"payload{number:00}").ToList();
        await project.MustAsync("config", "set", "daemons", string.Join(',', names));
        await project.MustAsync("up", "--yes", "--skip-preview");
        var before = await EpochAsync(lab);

        await project.MustAsync("config", "set", "mode", "ActiveActive");
        var there = await TimeAsync(() => project.MustAsync("up", "--yes", "--skip-preview"));
        var epochs = await EpochAsync(lab) - before;
        Assert.That((await lab.ViewAsync()).RunningOn.Values.ToList(), Has.Count.EqualTo(services).And.All.Length.EqualTo(3));

        // The lab ends with its last services: stopping 90 instances costs a busy cluster minutes, since it does them one by one.
        if (thenRemove)
        {
            await project.MustAsync("destroy", "--yes", "--skip-preview");
        }

        return (there, epochs);
    }

    private static async Task<int> EpochAsync(Lab lab) => (int)XDocument.Parse(await lab.Nodes[0].ReadAsync("cibadmin --query")).Root!.Attribute("epoch")!;

    private static async Task<TimeSpan> TimeAsync(Func<Task> action)
    {
        var watch = Stopwatch.StartNew();
        await action();
        return watch.Elapsed;
    }
}
