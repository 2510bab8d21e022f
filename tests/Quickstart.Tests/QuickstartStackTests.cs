using HaIac;
using HaIac.SharedServices;
using Moq;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Quickstart.Tests;

/// <summary>Tests of a user's own stack: no cluster, no engine, milliseconds.</summary>
[TestFixture]
public sealed class QuickstartStackTests
{
    private Mock<IMocks> _mocks = null!;
    private IReadOnlyList<Resource> _resources = null!;

    [SetUp]
    public async Task RunTheStack()
    {
        _mocks = ClusterMocks.Create();
        _resources = await Deployment.TestAsync<QuickstartStack>(_mocks.Object, new TestOptions { IsPreview = false });
    }

    [TestCase("haproxy")]
    [TestCase("heat-api")]
    [TestCase("heat-api-cfn")]
    [TestCase("heat-engine")]
    public async Task Daemon_Always_RunsOnEveryController(string name)
    {
        var daemon = _resources.OfType<Service>().Single(s => s.GetResourceName() == name);

        Assert.That(await OutputUtilities.GetValueAsync(daemon.HaMode), Is.EqualTo(HaMode.ActiveActive));
    }

    [Test]
    public async Task Endpoint_Always_IsAtTheVirtualAddress()
    {
        var stack = _resources.OfType<QuickstartStack>().Single();
        var vip = _resources.OfType<VirtualIp>().Single();

        var endpoint = await OutputUtilities.GetValueAsync(stack.Endpoint);
        var address = await OutputUtilities.GetValueAsync(vip.Ip);

        Assert.That(endpoint, Is.EqualTo($"http://{address}:8004/v1"));
    }

    [Test]
    public void Address_Always_IsRegisteredOnce() =>
        _mocks.Verify(
            m => m.NewResourceAsync(It.Is<MockResourceArgs>(a => a.Type == "haiac:cib:Primitive" && a.Name == "public-vip")),
            Times.Once);
}
