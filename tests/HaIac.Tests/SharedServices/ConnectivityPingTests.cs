using HaIac.SharedServices;
using Pulumi;

namespace HaIac.Tests.SharedServices;

[TestFixture]
[Property("Requirement", "R1")]
public sealed class ConnectivityPingTests
{
    [Test]
    public async Task ConnectivityPing_Always_IsACloneThatPings()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new ConnectivityPing("gateways", new() { Hosts = { "192.0.2.1", "192.0.2.2" } }));
        var sent = mocks.Inputs("haiac:cib:Clone", "gateways-clone");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.At("primitive.agent"), Is.EqualTo("ocf:pacemaker:ping"));
            Assert.That(sent.At("primitive.parameters.host_list"), Is.EqualTo("192.0.2.1 192.0.2.2"));
            Assert.That(sent.At("primitive.parameters.multiplier"), Is.EqualTo("1000"));
            Assert.That(sent.At("primitive.parameters.dampen"), Is.EqualTo("30s"));
            Assert.That(sent.At("primitive.operations[0].interval"), Is.EqualTo("20s"));
            Assert.That(sent.At("primitive.operations[0].timeout"), Is.EqualTo("30s"));
        }
    }

    [Test]
    [Property("Requirement", "R3")]
    public async Task VirtualIp_ReachableByAPing_IsKeptFromNodesThatAreNotConnected()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var ping = new ConnectivityPing("gateways", new() { Hosts = { "192.0.2.1" } });
            _ = new VirtualIp("vip", new() { Ip = "192.0.2.10", ReachableBy = ping });
        });
        var sent = mocks.Inputs("haiac:cib:LocationConstraint", "vip-where-connected");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.At("resource"), Is.EqualTo("vip"));
            Assert.That(sent.At("score"), Is.EqualTo("-INFINITY"));
            Assert.That(sent.At("rule.operator"), Is.EqualTo("or"));
            Assert.That(sent.At("rule.conditions[0].comparison"), Is.EqualTo("not_defined"));
            Assert.That(sent.At("rule.conditions[1].value"), Is.EqualTo("0"));
        }
    }

    [Test]
    public void ConnectivityPing_WithoutHosts_SaysWhatIsMissing() =>
        Assert.That(
            () => ProgramRunner.RunAsync(() => _ = new ConnectivityPing("gateways", new())),
            Throws.InstanceOf<RunException>().With.Message.Contain("HAI1104").And.Message.Contain("Hosts"));
}
