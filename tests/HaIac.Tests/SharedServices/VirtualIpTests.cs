using HaIac.SharedServices;
using Pulumi;

namespace HaIac.Tests.SharedServices;

[TestFixture]
public sealed class VirtualIpTests
{
    [Test]
    public async Task VirtualIp_Always_IsAPrimitiveOfIPaddr2()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
            _ = new VirtualIp("public-vip", new() { Ip = "192.0.2.10", CidrNetmask = 24, MonitorInterval = TimeSpan.FromSeconds(5) }));

        var inputs = mocks.Inputs("haiac:cib:Primitive", "public-vip");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("agent"), Is.EqualTo("ocf:heartbeat:IPaddr2"));
            Assert.That(inputs.At("parameters.ip"), Is.EqualTo("192.0.2.10"));
            Assert.That(inputs.At("parameters.cidr_netmask"), Is.EqualTo("24"));
            Assert.That(inputs.At("parameters.nic"), Is.Null);
            Assert.That(inputs.At("operations[0].interval"), Is.EqualTo("5s"));
        }
    }

    [Test]
    public void VirtualIp_WithoutAddress_SaysWhatIsMissing() =>
        Assert.That(
            () => ProgramRunner.RunAsync(() => _ = new VirtualIp("public-vip", new())),
            Throws.InstanceOf<RunException>().With.Message.Contain("HAI1104").And.Message.Contain("public-vip"));
}
