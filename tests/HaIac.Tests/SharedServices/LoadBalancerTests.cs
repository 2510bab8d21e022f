using HaIac.SharedServices;

namespace HaIac.Tests.SharedServices;

[TestFixture]
public sealed class LoadBalancerTests
{
    [Test]
    [Property("Requirement", "A3")]
    [Property("Requirement", "R4")]
    public async Task LoadBalancer_Clustered_KeepsItsAddressWithARunningInstance()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var vip = new VirtualIp("public-vip", new() { Ip = "192.0.2.10", CidrNetmask = 24 });
            _ = new LoadBalancer("haproxy", new() { HaMode = HaMode.Recommended, Addresses = { vip } });
        });

        var inputs = mocks.Inputs("haiac:services:Service", "haproxy");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("haMode"), Is.EqualTo("ActiveActive"));
            Assert.That(inputs.At("colocations[0].cibId"), Is.EqualTo("public-vip-with-haproxy"));
            Assert.That(inputs.At("colocations[0].dependent"), Is.EqualTo("public-vip"));
            Assert.That(inputs.At("colocations[0].primary"), Is.EqualTo("haproxy-clone"));
            Assert.That(inputs.At("colocations[0].score"), Is.EqualTo("INFINITY"));
            Assert.That(inputs.At("orders[0].first"), Is.EqualTo("public-vip"));
            Assert.That(inputs.At("orders[0].then"), Is.EqualTo("haproxy-clone"));
            Assert.That(inputs.At("orders[0].kind"), Is.EqualTo("Optional"));
        }
    }

    [Test]
    [Property("Requirement", "A3")]
    public async Task LoadBalancer_Disabled_LeavesTheAddressAlone()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var vip = new VirtualIp("public-vip", new() { Ip = "192.0.2.10" });
            _ = new LoadBalancer("haproxy", new() { Addresses = { vip } });
        });

        Assert.That(mocks.Inputs("haiac:services:Service", "haproxy").At("colocations"), Is.Null);
    }
}
