using System.Diagnostics;
using HaIac.Labs.Registry;

namespace HaIac.Labs.Tests;

/// <summary>A lab goes without a trace: when disposed, when its start fails, and when its process is killed.</summary>
[Category("Lab")]
public class TakeDownTests
{
    private static readonly LabOptions OneNode = new() { NodeNames = ["ctl1"] };

    [SetUp]
    public void RequireHost() => SharedLab.RequireHost();

    [Test]
    public async Task DisposeAsync_RunningLab_LeavesNothing()
    {
        Lab lab = await Lab.StartAsync(new LabOptions { NodeNames = ["ctl1", "ctl2"] });
        HostTrace trace = new(lab.Id);
        string[] running = await trace.FindAsync();

        await lab.DisposeAsync();

        string[] after = await trace.FindAsync();
        using (Assert.EnterMultipleScope())
        {
            foreach (string kind in (string[])["process", "mount", "interface", "network namespace", "control group", "folder"])
            {
                Assert.That(running, Has.Some.StartsWith(kind), "the trace sees what there is");
            }

            Assert.That(after, Is.Empty);
        }
    }

    [Test]
    public async Task DisposeAsync_NodesOffAndCutOff_LeavesNothing()
    {
        Lab lab = await Lab.StartAsync(new LabOptions { NodeNames = ["ctl1", "ctl2"] });
        HostTrace trace = new(lab.Id);
        await lab.Nodes[0].PowerOffAsync();
        await lab.Nodes[1].CutOffAsync();

        await lab.DisposeAsync();

        Assert.That(await trace.FindAsync(), Is.Empty);
    }

    [Test]
    public async Task StartAsync_QuorumComesTooLate_SaysSoAndLeavesNothing()
    {
        string? id = null;
        LabOptions hurried = OneNode with
        {
            QuorumLimit = TimeSpan.Zero,
            Progress = line => id ??= line.Split("lab ") is [_, var rest] && rest.Contains(" on ") ? rest.Split(' ')[0] : null,
        };

        Assert.That(
            async () => await Lab.StartAsync(hurried),
            Throws.TypeOf<LabException>().With.Message.Contains("ctl1 form a cluster with quorum"));

        Assert.That(id, Is.Not.Null);
        Assert.That(await new HostTrace(id!).FindAsync(), Is.Empty);
    }

    [TestCase("ctl1", "ctl1")]
    [TestCase("a name")]
    [TestCase("../up")]
    public void StartAsync_UnusableNames_AreNamed(params string[] names)
    {
        Assert.That(
            async () => await Lab.StartAsync(new LabOptions { NodeNames = names }),
            Throws.TypeOf<LabException>().With.Message.Contains(names[0]));
    }

    [Test]
    public async Task StartAsync_AnotherLabsProcessWasKilled_RemovesWhatItLeft()
    {
        using Process owner = Process.Start(new ProcessStartInfo("dotnet", [typeof(Lab).Assembly.Location, "up", "--nodes", "1", "--foreground"])
        {
            RedirectStandardOutput = true,
        })!;
        string id = "";
        await Lab.WaitUntilAsync(
            "the other process has a lab",
            async ct =>
            {
                id = (await LabRegistry.ListAsync(ct)).FirstOrDefault(record => record.OwnerProcess == owner.Id)?.Id ?? "";
                return id != "" || owner.HasExited;
            },
            TimeSpan.FromMinutes(15));
        // Its address is printed when the cluster is up.
        string? line;
        do
        {
            line = await owner.StandardOutput.ReadLineAsync();
        }
        while (line is not null && !line.Contains("haiac:cluster"));
        HostTrace trace = new(id);

        owner.Kill();
        await owner.WaitForExitAsync();
        string[] left = await trace.FindAsync();
        await using Lab next = await Lab.StartAsync(OneNode);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(line, Is.Not.Null, "the other process brought its lab up");
            Assert.That(left, Has.Some.StartsWith("process").And.Some.StartsWith("mount"), "the kill left something");
            Assert.That(await trace.FindAsync(), Is.Empty);
        }
    }

    [Test]
    public async Task ListAsync_RunningLab_IsLeftAlone()
    {
        await using Lab lab = await Lab.StartAsync(OneNode);

        await LabRegistry.CleanAsync(CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await LabRegistry.ListAsync(CancellationToken.None)).Select(record => record.Id), Does.Contain(lab.Id));
            Assert.That((await lab.ViewAsync()).HasQuorum, Is.True);
        }
    }
}
