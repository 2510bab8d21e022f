using HaIac.Cib.Values;
using HaIac.Transport.Addressing;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Tests.Nodes;

/// <summary>The node that this host is; others by their names.</summary>
[TestFixture]
internal sealed class LocalNodesTests
{
    [Test]
    public async Task RunAsync_OwnNode_RunsHere()
    {
        HostTools.Require("uname", "timeout");
        await using var cluster = CibTransports.Open(ClusterAddress.Parse("local:", "/"));
        var own = (await new LocalCommandRunner().RunAsync(Sh("timeout 10 crm_node -n 2>/dev/null || uname -n"))).Output.Trim();

        var result = await cluster.Nodes.RunAsync(NodeName.Parse(own), Sh("echo $$"));

        Assert.That(result, Has.Property(nameof(CommandResult.ExitCode)).Zero.And.Property(nameof(CommandResult.Node)).EqualTo(own));
    }

    [Test]
    public async Task RunAsync_AnotherNode_IsReachedByItsName()
    {
        HostTools.Require("ssh", "uname", "timeout");
        await using var cluster = CibTransports.Open(ClusterAddress.Parse("local:", "/"));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.Nodes.RunAsync(NodeName.Parse("ctl9.invalid"), Sh("true")));

        Assert.That(fault.Message, Does.Contain("HAI4002").And.Contain("ctl9.invalid").And.Contain("local:"));
    }

    [Test]
    [Property("Requirement", "L1")]
    public async Task RunAsync_LongerThanItsLimit_IsATimeoutOfThatNode()
    {
        HostTools.Require("uname", "timeout", "sleep");
        await using var cluster = CibTransports.Open(ClusterAddress.Parse("local:", "/"));
        var own = (await new LocalCommandRunner().RunAsync(Sh("timeout 10 crm_node -n 2>/dev/null || uname -n"))).Output.Trim();

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.Nodes.RunAsync(NodeName.Parse(own), Sh("sleep 300") with { Timeout = TimeSpan.FromMilliseconds(100) }));

        Assert.That(fault.Kind, Is.EqualTo(TransportFailure.TimedOut));
        Assert.That(fault.Node, Is.EqualTo(own));
    }

    private static Command Sh(string line) => new() { Program = "sh", Arguments = ["-c", line], Timeout = TimeSpan.FromMinutes(3) };
}
