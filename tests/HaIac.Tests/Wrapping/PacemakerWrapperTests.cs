using HaIac.OpenStack;
using Pulumi;
using Pulumi.Testing;

namespace HaIac.Tests.Wrapping;

[TestFixture]
public sealed class PacemakerWrapperTests
{
    private const string Token = "haiac:services:Service";

    private static PacemakerWrapperArgs Passive => new() { HaMode = HaMode.ActivePassive };

    private static PacemakerWrapperArgs Active => new() { HaMode = HaMode.ActiveActive };

    [Test]
    [Property("Requirement", "A2")]
    public async Task For_ServicesOfAThirdPartysComponent_PutsThemIntoTheClusterInOrder()
    {
        var wrapper = PacemakerWrapper.For("billing-*", Active);

        var mocks = await ProgramRunner.RunAsync(() => _ = new Billing("billing", new() { ResourceTransformations = { wrapper } }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mocks.Inputs(Token, "billing-api").At("clone.cibId"), Is.EqualTo("invoiced-clone"));
            Assert.That(mocks.Inputs(Token, "billing-worker").At("clone.cibId"), Is.EqualTo("billing-worker-clone"));
            Assert.That(mocks.Inputs(Token, "billing-worker").At("orders[0].first"), Is.EqualTo("invoiced-clone"));
            Assert.That(mocks.Inputs(Token, "billing-worker").At("orders[0].then"), Is.EqualTo("billing-worker-clone"));
            Assert.That(wrapper.Matched, Is.EqualTo(new[] { "billing-api", "billing-worker" }));
            Assert.That(wrapper.Unmatched, Is.Null);
        }
    }

    [Test]
    [Property("Requirement", "A2")]
    public async Task For_TheRealNameOfTheDaemon_MatchesToo()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Billing("billing", new() { ResourceTransformations = { PacemakerWrapper.For("invoice?", Passive) } }));

        Assert.That(mocks.Inputs(Token, "billing-api").At("primitive.cibId"), Is.EqualTo("invoiced"));
        Assert.That(mocks.Inputs(Token, "billing-worker").At("haMode"), Is.EqualTo("Disabled"));
    }

    [Test]
    [Property("Requirement", "A2")]
    public async Task For_AWholeStack_ReachesEveryComponent()
    {
        var mocks = new RecordingMocks();

        await Deployment.TestAsync<WrappedStack>(mocks, new TestOptions { IsPreview = false });

        Assert.That(mocks.Inputs(Token, "billing-api").At("haMode"), Is.EqualTo("ActivePassive"));
        Assert.That(mocks.Inputs(Token, "other").At("haMode"), Is.EqualTo("Disabled"));
    }

    [Test]
    public async Task For_OneService_ReachesItAlone()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            _ = new Service("one", new(), new() { ResourceTransformations = { PacemakerWrapper.Everything(Passive) } });
            _ = new Service("two");
        });

        Assert.That(mocks.Inputs(Token, "one").At("haMode"), Is.EqualTo("ActivePassive"));
        Assert.That(mocks.Inputs(Token, "two").At("haMode"), Is.EqualTo("Disabled"));
    }

    [Test]
    public async Task For_AFunction_IsAskedAboutNamesTypeAndKind()
    {
        var wrapper = PacemakerWrapper.For(c => c is { ResourceType: Token, ServiceName: "invoiced", ResourceName: "billing-api", Kind: ServiceKind.Unknown }, Passive);

        var mocks = await ProgramRunner.RunAsync(() => _ = new Billing("billing", new() { ResourceTransformations = { wrapper } }));

        Assert.That(mocks.Inputs(Token, "billing-api").At("haMode"), Is.EqualTo("ActivePassive"));
        Assert.That(wrapper.ToString(), Does.Contain("ServiceName: \"invoiced\""));
    }

    [Test]
    public async Task For_AComponentOfHaIac_IsHandedDownByIt()
    {
        var wrapper = PacemakerWrapper.For("heat*", new() { HaMode = HaMode.Recommended, ResourceHash = { ["clone-max"] = 2 } });

        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var shared = new HeatArgs();
            _ = new Heat("heat", shared, new() { ResourceTransformations = { wrapper } });
            _ = new Heat("other", shared);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mocks.Inputs(Token, "heat-engine").At("clone.meta.clone-max"), Is.EqualTo("2"));
            Assert.That(mocks.Inputs(Token, "other-engine").At("haMode"), Is.EqualTo("Disabled"), "The arguments that two components share are changed for one of them only.");
            Assert.That(wrapper.Reported, Is.Empty);
        }
    }

    [Test]
    public async Task Wrapper_WithAStartAfter_OrdersWhatItWraps()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var database = new Service("galera", new() { HaMode = HaMode.ActiveActive });
            var wrapper = PacemakerWrapper.For("billing-worker", new() { HaMode = HaMode.ActivePassive, StartAfter = { database }, Ordering = OrderingPolicy.Strict });
            _ = new Billing("billing", new() { ResourceTransformations = { wrapper } });
        });

        var orders = mocks.Inputs(Token, "billing-worker");

        Assert.That(orders.At("orders[0].cibId"), Is.EqualTo("billing-worker-after-galera"));
        Assert.That(orders.At("orders[0].kind"), Is.EqualTo("Mandatory"));
    }

    [Test]
    public async Task Wrapper_ThatIsTakenOut_LeavesTheProgramsOwnInputs()
    {
        var with = await ProgramRunner.RunAsync(() => _ = new Billing("billing", new() { ResourceTransformations = { PacemakerWrapper.For("billing-*", Active) } }));
        var without = await ProgramRunner.RunAsync(() => _ = new Billing("billing"));

        Assert.That(with.Inputs(Token, "billing-worker").Keys, Does.Contain("clone"));
        Assert.That(without.Inputs(Token, "billing-worker").Keys, Is.EquivalentTo(new[] { "serviceName", "haMode" }));
    }

    [TestCase(false, "Disabled", "ActivePassive")]
    [TestCase(true, "ActiveActive", "ActiveActive")]
    public async Task Wrapper_OverAModeOfTheProgram_WinsOnlyByOverride(bool wins, string disabled, string passive)
    {
        var wrapper = PacemakerWrapper.Everything(new() { HaMode = HaMode.ActiveActive, Override = wins });

        var mocks = await ProgramRunner.RunAsync(() =>
        {
            _ = new Service("off", new() { HaMode = HaMode.Disabled }, new() { ResourceTransformations = { wrapper } });
            _ = new Service("on", new() { HaMode = HaMode.ActivePassive }, new() { ResourceTransformations = { wrapper } });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mocks.Inputs(Token, "off").At("haMode"), Is.EqualTo(disabled));
            Assert.That(mocks.Inputs(Token, "on").At("haMode"), Is.EqualTo(passive));
            Assert.That(wrapper.Reported.Select(f => f.Code), Is.EqualTo(wins ? [] : new[] { "HAI1204", "HAI1204" }));
        }
    }

    [Test]
    public async Task Wrapper_OverAModeOfAComponent_SaysSoOnce()
    {
        var wrapper = PacemakerWrapper.For("heat*", Passive);

        await ProgramRunner.RunAsync(() => _ = new Heat("heat", new() { HaMode = HaMode.ActiveActive }, new() { ResourceTransformations = { wrapper } }));

        Assert.That(wrapper.Reported.Select(f => f.Code), Is.EqualTo(new[] { "HAI1204" }));
    }

    [Test]
    public async Task Wrappers_OfOneService_TheInnermostDecidesAndTheOtherIsReported()
    {
        var outer = PacemakerWrapper.Everything(Active);
        var inner = PacemakerWrapper.For("billing-api", Passive);

        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var component = new ComponentResource("my:index:Part", "part", new ComponentResourceOptions { ResourceTransformations = { outer } });
            _ = new Billing("billing", new() { Parent = component, ResourceTransformations = { inner } });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mocks.Inputs(Token, "billing-api").At("haMode"), Is.EqualTo("ActivePassive"));
            Assert.That(mocks.Inputs(Token, "billing-worker").At("haMode"), Is.EqualTo("ActiveActive"));
            Assert.That(inner.Reported, Is.Empty);
            Assert.That(outer.Reported.Select(f => f.ToString()), Has.One.Contains("HAI1202").And.One.Contains("PacemakerWrapper.For(\"billing-api\") was there first"));
        }
    }

    [Test]
    public async Task Wrappers_TheLaterWithOverride_TakesThePlace()
    {
        var outer = PacemakerWrapper.Everything(new() { HaMode = HaMode.ActiveActive, Override = true });

        var mocks = await ProgramRunner.RunAsync(() => _ = new Service(
            "memcached", new(), new() { ResourceTransformations = { PacemakerWrapper.For("memcached", Passive), outer } }));

        Assert.That(mocks.Inputs(Token, "memcached").At("haMode"), Is.EqualTo("ActiveActive"));
        Assert.That(outer.Reported.Select(f => f.Code), Is.EqualTo(new[] { "HAI1203" }));
    }

    [Test]
    public async Task Wrapper_GivenTwice_IsReported()
    {
        var wrapper = PacemakerWrapper.For("memcached", Passive);

        await ProgramRunner.RunAsync(() => _ = new Service("memcached", new(), new() { ResourceTransformations = { wrapper, wrapper } }));

        Assert.That(wrapper.Reported.Select(f => f.ToString()), Has.One.Contains("HAI1202").And.One.Contains("came to it twice"));
    }

    [Test]
    public async Task Wrapper_ThatMatchesNothing_SaysHowManyItWasAskedAbout()
    {
        var wrapper = PacemakerWrapper.For("biling-*", Passive);
        await ProgramRunner.RunAsync(() => _ = new Billing("billing", new() { ResourceTransformations = { wrapper } }));
        var output = new StringWriter();

        UnmatchedWrappers.Report([wrapper, PacemakerWrapper.Everything(Passive)], output);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(output.ToString(), Does.Contain("HAI1201: Wrapper that matched nothing").And.Contain("PacemakerWrapper.For(\"biling-*\")"));
            Assert.That(output.ToString(), Does.Contain("None of the 2 services it was asked about matches."));
            Assert.That(output.ToString(), Does.Contain("It was not asked about any service."));
        }
    }

    private sealed class WrappedStack : Stack
    {
        public WrappedStack()
            : base(new StackOptions { ResourceTransformations = { PacemakerWrapper.For("billing-*", new() { HaMode = HaMode.ActivePassive }) } })
        {
            _ = new Billing("billing");
            _ = new Service("other");
        }
    }
}
