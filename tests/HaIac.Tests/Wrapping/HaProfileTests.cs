using Pulumi;

namespace HaIac.Tests.Wrapping;

[TestFixture]
public sealed class HaProfileTests
{
    private const string Token = "haiac:services:Service";

    [Test]
    [Property("Requirement", "R5")]
    public async Task StatefulOnly_OverAControlPlane_LeavesStatelessDaemonsToTheInitSystem()
    {
        var modes = await ModesUnder(HaProfile.StatefulOnly);

        Assert.That(modes, Is.EqualTo(new[] { "Disabled", "Promotable", "ActivePassive", "ActiveActive", "Disabled" }));
    }

    [Test]
    [Property("Requirement", "R5")]
    public async Task Everything_OverAControlPlane_IsWhatIsRecommendedForEach()
    {
        var profile = HaProfile.Everything;

        var modes = await ModesUnder(profile);

        Assert.That(modes, Is.EqualTo(new[] { "ActiveActive", "Promotable", "ActivePassive", "ActiveActive", "Disabled" }));
        Assert.That(profile.Reported.Select(f => f.Code), Is.EqualTo(new[] { "HAI1205" }), "A daemon of unknown kind is left alone.");
    }

    [Test]
    [Property("Requirement", "R5")]
    public async Task Bundles_OverADaemonWithAContainerForm_GivesItTheImage()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service(
            "redis",
            new() { Kind = ServiceKind.Stateful, BundleForm = image => PacemakerClass.Bundle(image, new() { Replicas = 3 }) },
            new() { ResourceTransformations = { HaProfile.Bundles(name => $"images/{name}") } }));

        Assert.That(mocks.Inputs(Token, "redis").At("bundle.container.image"), Is.EqualTo("images/redis"));
    }

    private static async Task<object?[]> ModesUnder(PacemakerWrapper profile)
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            CustomResourceOptions options = new() { ResourceTransformations = { profile } };
            _ = new Service("api", new() { Kind = ServiceKind.Stateless }, options);
            _ = new Service("galera", new() { Kind = ServiceKind.Stateful, RecommendedMode = HaMode.Promotable, DefaultClass = PacemakerClass.Agent("ocf:heartbeat:galera") }, options);
            _ = new Service("volume", new() { Kind = ServiceKind.SingleInstance }, options);
            _ = new Service("asked", new() { Kind = ServiceKind.Stateless, HaMode = HaMode.ActiveActive }, options);
            _ = new Service("unknown", new(), options);
        });
        return [.. new[] { "api", "galera", "volume", "asked", "unknown" }.Select(n => mocks.Inputs(Token, n).At("haMode"))];
    }
}
