using HaIac.OpenStack;
using HaIac.SharedServices;
using Pulumi;

namespace HaIac.Tests.Catalog;

/// <summary>Each definition says what losing an instance means; profiles of a control plane decide by it.</summary>
[TestFixture]
[Property("Requirement", "R5")]
public sealed class ProfileTests
{
    private const string Token = "haiac:services:Service";

    [Test]
    public async Task StatefulOnly_OverDefinitions_ClustersStateAndSingleInstances()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            ComponentResourceOptions options = new() { ResourceTransformations = { HaProfile.StatefulOnly } };
            _ = new Galera("galera", new() { Members = { "ctl1", "ctl2", "ctl3" } }, options);
            _ = new RabbitMq("rabbitmq", null, options);
            _ = new LoadBalancer("haproxy", null, options);
            _ = new CinderVolume("cinder-volume", null, options);
            _ = new Memcached("memcached", null, options);
            _ = new NeutronAgents("neutron", null, options);
            _ = new Heat("heat", null, options);
        });
        var modes = new[] { "galera", "rabbitmq", "haproxy", "cinder-volume", "memcached", "neutron-dhcp", "heat-api", "heat-engine" }
            .Select(name => mocks.Inputs(Token, name).At("haMode"));

        Assert.That(modes, Is.EqualTo(["Promotable", "Promotable", "ActiveActive", "ActivePassive", "Disabled", "Disabled", "Disabled", "Disabled"]));
    }

    [Test]
    public async Task Bundles_OverADefinition_KeepsTheValuesOfItsAgent()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Galera(
            "galera",
            new() { Members = { "ctl1", "ctl2", "ctl3" } },
            new() { ResourceTransformations = { HaProfile.Bundles(name => $"images/{name}") } }));
        var sent = mocks.Inputs(Token, "galera");

        Assert.That(sent.At("bundle.container.image"), Is.EqualTo("images/galera"));
        Assert.That(sent.At("bundle.primitive.parameters.wsrep_cluster_address"), Is.EqualTo("gcomm://ctl1,ctl2,ctl3"));
    }
}
