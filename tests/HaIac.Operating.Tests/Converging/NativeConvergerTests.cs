using HaIac.Cib.Values;
using HaIac.Operating.Converging;
using HaIac.Operating.Findings;
using HaIac.Operating.Services;

namespace HaIac.Operating.Tests.Converging;

/// <summary>The init system of each node does what is declared.</summary>
public sealed class NativeConvergerTests
{
    private static readonly ValueList<NodeName> s_nodes = [NodeName.Parse("ctl1"), NodeName.Parse("ctl2")];

    [Test]
    public async Task Apply_EnabledAndRunning_BringsBothNodesThere()
    {
        var nodes = Nodes(enabled: false, active: false);

        var done = await ApplyAsync(nodes, new() { Running = true, Enabled = true });

        Assert.That(done, Is.EquivalentTo(["ctl1: heat enabled", "ctl1: heat started", "ctl2: heat enabled", "ctl2: heat started"]));
        Assert.That(await ApplyAsync(nodes, new() { Running = true, Enabled = true }), Is.Empty, "a second run changes nothing");
    }

    [Test]
    public async Task Apply_OnlyRunningDeclared_LeavesAutostartAlone()
    {
        var nodes = Nodes(enabled: true, active: true);

        await ApplyAsync(nodes, new() { Running = false });

        Assert.That(nodes.Changes, Is.EquivalentTo(["ctl1 stop heat", "ctl2 stop heat"]));
    }

    [TestCase(true, null, "reload")]
    [TestCase(false, null, "restart")]
    [TestCase(true, ChangeAction.Restart, "restart")]
    [TestCase(true, ChangeAction.None, null)]
    [Property("Requirement", "C2")]
    public async Task Apply_WhatItReadsChanged_ReloadsElseRestarts(bool canReload, object? onChange, string? expected)
    {
        var nodes = Nodes(enabled: true, active: true, canReload);

        await ApplyAsync(nodes, new() { Running = true }, changed: true, new() { OnChange = (ChangeAction?)onChange });

        Assert.That(nodes.Changes, Is.EquivalentTo(expected is null ? Array.Empty<string>() : [$"ctl1 {expected} heat", $"ctl2 {expected} heat"]));
    }

    [Test]
    public async Task Apply_UnitMissingOnOneNode_NamesUnitNodeAndNearName()
    {
        var nodes = new PaperNodes { Listed = ["openstack-heat", "heat-api"] };
        nodes.Add("ctl1", "heat-ap");

        var failure = await Assert.ThrowsAsync<FindingException>(() => new NativeConverger(nodes).ApplyAsync(
            new("heat-ap") { Native = new() { Running = true } }, s_nodes, false, default));

        Assert.That(failure!.Finding.Code, Is.EqualTo(FindingCode.UnitMissing));
        Assert.That(failure.Message, Does.Contain("HAI3302").And.Contain("heat-ap.service on ctl2").And.Contain("there on ctl1").And.Contain("heat-api.service"));
        Assert.That(nodes.Changes, Is.Empty, "half a service is worse than an error");
    }

    [Test]
    public async Task Apply_NodesThatDoNotFollow_AreAllNamed()
    {
        var nodes = Nodes(enabled: true, active: false);
        nodes.Fails = line => line.EndsWith("start heat", StringComparison.Ordinal);

        var failure = await Assert.ThrowsAsync<FindingException>(() => ApplyAsync(nodes, new() { Running = true }));

        Assert.That(failure!.Message, Does.Contain("HAI3303").And.Contain("ctl1 start heat").And.Contain("ctl2 start heat"));
        Assert.That(failure.Finding.Code, Is.EqualTo(FindingCode.UnitFailed));
    }

    [Test]
    public async Task Read_StoppedOnOneNode_IsDrift()
    {
        var nodes = Nodes(enabled: true, active: true);
        nodes.Add("ctl2", "heat", active: false);

        var read = await new NativeConverger(nodes).ReadAsync(new("heat") { Native = new() { Running = true, Enabled = true } }, s_nodes, default);

        Assert.That(read, Is.EqualTo(((bool?)false, (bool?)true)));
    }

    private static Task<ValueList<string>> ApplyAsync(PaperNodes nodes, NativeSettings native, bool changed = false, ChangeSettings? changes = null) =>
        new NativeConverger(nodes).ApplyAsync(new("heat") { Native = native, Changes = changes ?? new() }, s_nodes, changed, default);

    private static PaperNodes Nodes(bool enabled, bool active, bool canReload = false)
    {
        var nodes = new PaperNodes();
        foreach (var node in s_nodes)
        {
            nodes.Add(node.Value, "heat", enabled, active, canReload: canReload);
        }

        return nodes;
    }
}
