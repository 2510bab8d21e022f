using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;
using HaIac.Transport.Tests.Committing;

namespace HaIac.Transport.Tests.Connecting;

/// <summary>The real OpenSSH client against real servers: what a transport promises holds over ssh.</summary>
[TestFixture]
[Category("Tools")]
internal sealed class SshTransportTests : SshFixture
{
    [Test]
    public async Task ReadAsync_KnownHostAndKey_GivesTheCib()
    {
        await using var cluster = Open(Address());

        var document = await cluster.ReadAsync();

        Assert.That(document.Nodes.Select(n => n.Value), Is.EqualTo(new[] { "ctl1", "ctl2", "ctl3" }));
    }

    [Test]
    public async Task CommitAsync_OverSsh_LandsAndIsObserved()
    {
        await using var cluster = Open(Address());
        await using var committer = new CibCommitter(cluster);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => committer.CommitAsync([Wishes.Create($"r{i}")])));

        var status = await cluster.StatusAsync();
        Assert.That(status.Resources.Select(r => r.Id).Order(), Is.EqualTo(new[] { "r0", "r1", "r2", "r3", "r4" }));
    }

    [Test]
    public async Task SimulateAsync_OverSsh_ReturnsActionsAndResultingCib()
    {
        await using var cluster = Open(Address());
        var planned = CibDocument.Parse((await cluster.ReadAsync()).ToXml().Replace("<resources/>", $"<resources>{Patches.Vip}</resources>", StringComparison.Ordinal));

        var simulation = await cluster.SimulateAsync(planned);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(simulation.Actions.Select(a => a.Resource), Is.EqualTo(new[] { "vip" }));
            Assert.That(simulation.After.RunningOn("vip"), Has.Count.EqualTo(1));
            Assert.That(simulation.ResultingCib.FindElement(CibId.Parse("vip")), Is.Not.Null);
            Assert.That(await cluster.PlanAsync(planned), Is.EqualTo(simulation.Actions));
        }
    }

    [Test]
    public async Task PatchAsync_SchemaRefuses_GivesTheNodesReasons()
    {
        await using var cluster = Open(Address());
        var before = await cluster.ReadAsync();
        const string Bad = "<primitive id=\"bad\" colour=\"it's red; $(id)\" class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\"/>";
        var after = CibDocument.Parse(before.ToXml().Replace("<resources/>", $"<resources>{Bad}</resources>", StringComparison.Ordinal));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.PatchAsync(Patches.AddResources(before, Bad) with { After = after }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.Refused));
            Assert.That(fault.Node, Is.EqualTo("127.0.0.1"));
            Assert.That(fault.Message, Does.Contain("Invalid attribute colour"));
        }
    }

    [Test]
    public async Task PatchAsync_PartitionWithoutQuorum_IsRefusedBeforeItIsSent()
    {
        File.WriteAllText(Cib, (await File.ReadAllTextAsync(Cib)).Replace("have-quorum=\"1\"", "have-quorum=\"0\"", StringComparison.Ordinal));
        await using var cluster = Open(Address());
        var before = await cluster.ReadAsync();

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.PatchAsync(Patches.AddResources(before, Patches.Vip)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.NoQuorum));
            Assert.That(await File.ReadAllTextAsync(Cib), Does.Not.Contain("vip"));
        }
    }

    [Test]
    public async Task MetadataAsync_OverSsh_ReadsParametersOrSaysThereIsNone()
    {
        if (!File.Exists("/usr/lib/ocf/resource.d/pacemaker/Stateful"))
        {
            Assert.Ignore("the agent ocf:pacemaker:Stateful is not installed on this host");
        }

        await using var cluster = Open(Address());

        var known = await cluster.MetadataAsync(AgentName.Parse("ocf:pacemaker:Stateful"));
        var unknown = await cluster.MetadataAsync(AgentName.Parse("ocf:pacemaker:Nothing"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(known!.CanBePromoted, Is.True);
            Assert.That(known.Parameters.Select(p => p.Name), Does.Contain("state"));
            Assert.That(unknown, Is.Null);
            Assert.That(await cluster.AgentsLikeAsync(AgentName.Parse("ocf:pacemaker:Nothing")), Does.Contain(AgentName.Parse("ocf:pacemaker:Stateful")));
            Assert.That(await cluster.AgentsLikeAsync(AgentName.Parse("ocf:nobody:Nothing")), Is.Empty);
        }
    }
}
