using HaIac.SharedServices;

namespace HaIac.Tests.SharedServices;

[TestFixture]
[Property("Requirement", "R1")]
public sealed class HostHealthTests
{
    [Test]
    public async Task HostHealth_ByDefault_ChecksProcessorsAndDisksAndMovesAway()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new HostHealth("health"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mocks.Inputs("haiac:cib:Clone", "health-cpu-clone").At("primitive.agent"), Is.EqualTo("ocf:pacemaker:HealthCPU"));
            Assert.That(mocks.Inputs("haiac:cib:Clone", "health-cpu-clone").At("primitive.meta.allow-unhealthy-nodes"), Is.EqualTo("true"));
            Assert.That(mocks.Inputs("haiac:cib:Clone", "health-diskspace-clone").At("primitive.parameters.disks"), Is.EqualTo("/"));
            Assert.That(mocks.Inputs("haiac:cib:ClusterProperties", "health-strategy").At("properties.node-health-strategy"), Is.EqualTo("migrate-on-red"));
        }
    }

    [Test]
    public async Task HostHealth_WithoutStrategy_LeavesTheClusterOptionAlone()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new HostHealth("health", new() { Strategy = null, Checks = { HealthCheck.Smart } }));

        Assert.That(mocks.Registered.Keys.Where(key => key.StartsWith("haiac:cib:ClusterProperties", StringComparison.Ordinal)), Is.Empty);
        Assert.That(mocks.Registered, Contains.Key("haiac:cib:Clone health-smart-clone"));
    }
}
