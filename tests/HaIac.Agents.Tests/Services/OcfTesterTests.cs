using HaIac.Agents.Tests.Daemons;
using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Services;

/// <summary>The test of resource-agents itself, on real daemons.</summary>
[TestFixture]
public sealed class OcfTesterTests
{
    private AgentUnderTest _agent = null!;

    [SetUp]
    public void Prepare()
    {
        Host.Need("ocf-tester", "xmllint", "memcached", "haproxy", "curl", "ss");
        _agent = new AgentUnderTest("dash");
    }

    [TearDown]
    public async Task CleanUp()
    {
        if (_agent is not null)
        {
            await _agent.DisposeAsync();
        }
    }

    [Test]
    public async Task OcfTester_WithMemcached_PassesAllTests()
    {
        var port = Ports.Free();
        _agent.UseMemcached(port);
        _agent.Parameters["check_port"] = $"{port}";

        await PassAsync();
    }

    [Test]
    public async Task OcfTester_WithWorkersAndBroker_PassesAllTests()
    {
        using var broker = new Broker();
        broker.Open();
        _agent.UseWorkerDaemon($"--broker={broker.Port}");
        _agent.Parameters["amqp_port"] = $"{broker.Port}";
        _agent.Parameters["require_amqp"] = "true";

        await PassAsync();
    }

    [Test]
    public async Task OcfTester_WithHaproxyAndUrl_PassesAllTests()
    {
        var proxy = new Haproxy(_agent, 200);
        _agent.Parameters["check_url"] = proxy.Url;

        await PassAsync();
    }

    private async Task PassAsync()
    {
        var options = _agent.Parameters.SelectMany(p => new[] { "-o", $"{p.Key}={p.Value}" });

        var result = await Programs.RunAsync(
            Host.Find("ocf-tester")!, ["-n", "tested", .. options, _agent.Script],
            new Dictionary<string, string> { ["HA_RSCTMP"] = _agent.RunFolder });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Output, Does.Contain("passed all tests"));
            Assert.That(result.Output, Does.Not.Contain("* rc="));
        }
    }
}
