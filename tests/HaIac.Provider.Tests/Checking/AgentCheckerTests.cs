using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Provider.Checking;
using HaIac.Transport.Agents;
using HaIac.Transport.Failing;

namespace HaIac.Provider.Tests.Checking;

public sealed class AgentCheckerTests
{
    private static readonly AgentMetadata s_address = new()
    {
        Agent = AgentName.Parse("ocf:heartbeat:IPaddr2"),
        Parameters =
        [
            new() { Name = "ip", Required = true, Default = "", ShortDescription = "IPv4 or IPv6 address" },
            new() { Name = "cidr_netmask", Type = "integer" },
            new() { Name = "lvs_support", Type = "boolean" },
            new() { Name = "arp_interval", Type = "boolean", Default = "200" },
            new() { Name = "dampen", Type = "integer", Default = "5s" },
        ],
        Actions = [new() { Name = "start" }, new() { Name = "stop" }],
    };

    [TestCase("""{"ip":"192.0.2.1"}""")]
    [TestCase("""{"ip":"(unknown)","cidr_netmask":"(unknown)"}""")]
    [TestCase("(unknown)")]
    [TestCase("""{"ip":"192.0.2.1","lvs_support":"yes","trace_ra":1}""")]
    [TestCase("""{"ip":"192.0.2.1","arp_interval":"100","dampen":"30s"}""")] // Agents whose metadata contradict themselves are real.
    public async Task CheckAsync_Fits_FindsNothing(string parameters)
    {
        Assert.That(await Findings(parameters), Is.Empty);
    }

    [TestCase("{}", "HAI2103", "parameters.ip")]
    [TestCase("""{"ip":"192.0.2.1","cidr_netmsk":24}""", "HAI2102", "parameters.cidr_netmsk")]
    [TestCase("""{"ip":"192.0.2.1","cidr_netmask":"wide"}""", "HAI2105", "parameters.cidr_netmask")]
    [TestCase("""{"ip":"192.0.2.1","lvs_support":"perhaps"}""", "HAI2105", "parameters.lvs_support")]
    public async Task CheckAsync_DoesNotFit_NamesTheParameter(string parameters, string code, string property)
    {
        Assert.That((await Findings(parameters)).Select(finding => (finding.Code.Code, finding.Property)), Is.EqualTo([(code, property)]));
    }

    [Test]
    public async Task CheckAsync_BadSecret_IsNotQuoted()
    {
        Assert.That((await Findings("""{"ip":"192.0.2.1","cidr_netmask":"(secret) hush"}""")).Single().ToString(), Does.Not.Contain("hush"));
    }

    [Test]
    public async Task CheckAsync_AgentCannotBeAsked_SaysNothing()
    {
        var catalog = new AgentCatalog(_ => throw new TransportException(TransportFailure.Unreachable, "a", "b", "c", "d"));

        Assert.That(await AgentChecker.CheckAsync(Declared("{}"), catalog, "ssh://ctl1", "test", CancellationToken.None), Is.Empty);
    }

    // The original took any class for granted and failed only when the cluster met it.
    [TestCase("upstart:heat")]
    [TestCase("nagios:check_tcp")]
    [Property("Correction", "B4")]
    public async Task CheckAsync_ClassThatTheClusterDoesNotKnow_IsAnErrorOfThePreview(string agent)
    {
        // What crm_resource says of any agent of such a class: no such object.
        var catalog = new AgentCatalog(_ => Task.FromResult<AgentMetadata?>(null));

        var finding = (await AgentChecker.CheckAsync([Declared("{}")[0] with { Agent = AgentName.Parse(agent) }], catalog, "ssh://ctl1", "test", CancellationToken.None)).Single();

        Assert.That((finding.Code.Code, finding.What), Is.EqualTo(("HAI2101", $"Agent {agent} is not known to the cluster.")));
    }

    [Test]
    public async Task FindAsync_ManyCallers_AskOnce()
    {
        var asked = 0;
        var catalog = new AgentCatalog(_ =>
        {
            Interlocked.Increment(ref asked);
            return Task.FromResult<AgentMetadata?>(s_address);
        });

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => catalog.FindAsync(s_address.Agent, CancellationToken.None)));

        Assert.That(asked, Is.EqualTo(1));
    }

    [Test]
    public void In_NestedPrimitives_FindsEachWithItsPath()
    {
        var found = DeclaredAgents.In(Props.Of("""{"clone":{"promotable":true,"group":{"primitives":[{"agent":"systemd:a"},{"agent":"systemd:b"}]}}}"""));

        Assert.That(found.Select(agent => (agent.Path, agent.Promotable)), Is.EqualTo([("clone.group.primitives[0]", true), ("clone.group.primitives[1]", true)]));
    }

    [Test]
    public void In_Bundle_LeavesOutTheAgentInsideTheImage()
    {
        var found = DeclaredAgents.In(Props.Of("""{"container":{"image":"db:1"},"primitive":{"agent":"ocf:heartbeat:galera"}}"""));

        Assert.That(found, Is.Empty);
    }

    private static async Task<IReadOnlyList<Finding>> Findings(string parameters) =>
        await AgentChecker.CheckAsync(Declared(parameters), new(_ => Task.FromResult<AgentMetadata?>(s_address)), "local:", "test", CancellationToken.None);

    private static List<DeclaredAgent> Declared(string parameters) =>
        [.. DeclaredAgents.In(Props.Of($$"""{"agent":"ocf:heartbeat:IPaddr2","parameters":{{(parameters.StartsWith('{') ? parameters : $"\"{parameters}\"")}} }"""))];
}
