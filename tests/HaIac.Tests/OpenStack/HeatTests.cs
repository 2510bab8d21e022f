using HaIac.OpenStack;
using HaIac.SharedServices;

namespace HaIac.Tests.OpenStack;

[TestFixture]
public sealed class HeatTests
{
    [Test]
    public async Task Heat_BehindLoadBalancer_StartsItsApisAfterIt()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var proxy = new LoadBalancer("haproxy", new() { HaMode = HaMode.ActiveActive });
            _ = new Heat("heat", new() { HaMode = HaMode.Recommended, Behind = proxy });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mocks.Inputs("haiac:services:Service", "heat-api").At("orders[0].cibId"), Is.EqualTo("heat-api-after-haproxy"));
            Assert.That(mocks.Inputs("haiac:services:Service", "heat-api-cfn").At("orders[0].first"), Is.EqualTo("haproxy-clone"));
            Assert.That(mocks.Inputs("haiac:services:Service", "heat-engine").At("orders"), Is.Null);
            Assert.That(mocks.Inputs("haiac:services:Service", "heat-engine").At("clone.primitive.agent"), Is.EqualTo("systemd:heat-engine"));
        }
    }

    [Test]
    public async Task Heat_OnRedHat_UsesItsUnitNames()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Heat("heat", new() { HaMode = HaMode.ActiveActive, Distribution = Distribution.RedHat }));

        Assert.That(mocks.Inputs("haiac:services:Service", "heat-engine").At("clone.primitive.agent"), Is.EqualTo("systemd:openstack-heat-engine"));
    }

    [Test]
    [Property("Requirement", "A1")]
    public async Task Heat_ByDefault_YieldsNoClusterResource()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Heat("heat"));

        foreach (var daemon in new[] { "heat-api", "heat-api-cfn", "heat-engine" })
        {
            Assert.That(mocks.Inputs("haiac:services:Service", daemon).At("haMode"), Is.EqualTo("Disabled"));
            Assert.That(mocks.Inputs("haiac:services:Service", daemon).At("clone"), Is.Null);
        }
    }

    [TestCase("192.0.2.10", "http://192.0.2.10:8004/v1")]
    [TestCase("2001:db8::10", "http://[2001:db8::10]:8004/v1")]
    public async Task Endpoint_BehindAnAddress_IsThere(string ip, string endpoint)
    {
        string? seen = null;

        await ProgramRunner.RunAsync(() =>
        {
            var vip = new VirtualIp("vip", new() { Ip = ip });
            var heat = new Heat("heat", new() { Behind = new LoadBalancer("haproxy", new() { Addresses = { vip } }) });
            heat.Endpoint.Apply(e => seen = e);
        });

        Assert.That(seen, Is.EqualTo(endpoint));
    }
}
