using HaIac.SharedServices;

namespace HaIac.Tests.SharedServices;

[TestFixture]
[Property("Requirement", "R1")]
public sealed class VirtualRouterTests
{
    [Test]
    public async Task VirtualRouter_WithConntrackd_KeepsItsAddressWhereThatIsPromoted()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var vip = new VirtualIp("gateway-vip", new() { Ip = "192.0.2.12" });
            var tables = new Conntrackd("conntrackd", new() { HaMode = HaMode.Recommended });
            _ = new VirtualRouter("vrouter", new() { HaMode = HaMode.Recommended, Addresses = { vip }, Conntrackd = tables });
        });
        var sent = mocks.Inputs("haiac:cib:ColocationConstraint", "gateway-vip-with-conntrackd");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.At("dependent"), Is.EqualTo("gateway-vip"));
            Assert.That(sent.At("primary"), Is.EqualTo("conntrackd-clone"));
            Assert.That(sent.At("primaryRole"), Is.EqualTo("Promoted"));
            Assert.That(mocks.Inputs("haiac:services:Service", "vrouter").At("colocations[0].cibId"), Is.EqualTo("gateway-vip-with-vrouter"));
        }
    }

    [Test]
    public async Task VirtualRouter_WithConntrackdOfTheInitSystem_HasNoConstraintOnIt()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var vip = new VirtualIp("gateway-vip", new() { Ip = "192.0.2.12" });
            _ = new VirtualRouter("vrouter", new() { HaMode = HaMode.Recommended, Addresses = { vip }, Conntrackd = new Conntrackd("conntrackd") });
        });

        Assert.That(mocks.Registered.Keys.Where(key => key.StartsWith("haiac:cib:ColocationConstraint", StringComparison.Ordinal)), Is.Empty);
    }
}
