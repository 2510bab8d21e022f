using HaIac.Cib;
using Pulumi;

namespace HaIac.Tests.Services.Classes;

/// <summary>Users' own classes: typed parameters, and what is said when they do not fit.</summary>
[TestFixture]
public sealed class OwnClassTests
{
    private const string Token = "haiac:services:Service";

    private enum Protocol
    {
        A,
        FullySynchronous,
    }

    [Test]
    [Property("Requirement", "A4")]
    [Property("Requirement", "A6")]
    public async Task Of_WithParameters_FillsThemByNameAndType()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("db", new()
        {
            HaMode = HaMode.Promotable,
            PacemakerClass = PacemakerClass.Of<DrbdBacked>(),
            ResourceHash =
            {
                ["volume"] = "r0", ["sync_rate"] = 40, ["verify"] = "yes", ["promoteTimeout"] = "2min", ["protocol"] = "fully-synchronous", ["weight"] = "INFINITY",
                ["secret"] = Output.CreateSecret("hush"), ["clone-max"] = 2,
            },
        }));

        var inputs = mocks.Inputs(Token, "db");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("clone.primitive.agent"), Is.EqualTo("ocf:linbit:drbd"));
            Assert.That(inputs.At("clone.primitive.parameters.drbd_resource"), Is.EqualTo("r0"));
            Assert.That(inputs.At("clone.primitive.parameters.what"), Is.EqualTo("40 True 00:02:00 FullySynchronous INFINITY"));
            Assert.That(inputs.At("clone.primitive.parameters.secret"), Is.EqualTo("hush"));
            Assert.That(inputs.At("clone.meta.clone-max"), Is.EqualTo("2"));
        }
    }

    [Test]
    [Property("Requirement", "A6")]
    public async Task Of_WithoutOptionalParameters_KeepsTheClasssDefaults()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("db", new()
        {
            HaMode = HaMode.Promotable, PacemakerClass = PacemakerClass.Of<DrbdBacked>(), ResourceHash = { ["volume"] = "r0" },
        }));

        Assert.That(mocks.Inputs(Token, "db").At("clone.primitive.parameters.what"), Is.EqualTo("10 False 00:01:30 A 100"));
    }

    [Test]
    public async Task Class_SharedByServices_IsFilledForEachAnew()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var drbd = new DrbdBacked { Volume = "shared" };
            _ = new Service("one", new() { HaMode = HaMode.Promotable, PacemakerClass = drbd, ResourceHash = { ["volume"] = "r1" } });
            _ = new Service("two", new() { HaMode = HaMode.Promotable, PacemakerClass = drbd });
        });

        Assert.That(mocks.Inputs(Token, "one").At("clone.primitive.parameters.drbd_resource"), Is.EqualTo("r1"));
        Assert.That(mocks.Inputs(Token, "two").At("clone.primitive.parameters.drbd_resource"), Is.EqualTo("shared"));
    }

    [Test]
    public async Task Of_WithEverythingWrong_SaysAllOfItAtOnce()
    {
        var run = () => ProgramRunner.RunAsync(() => _ = new Service("db", new()
        {
            HaMode = HaMode.ActivePassive,
            PacemakerClass = PacemakerClass.Of<DrbdBacked>(),
            ResourceHash =
            {
                ["volum"] = "r0", ["sync-rate"] = "fast", ["verify"] = "maybe", ["promote-timeout"] = "soon", ["protocol"] = "D", ["weight"] = Output.Create("1"),
            },
        }));

        var failure = await Assert.ThrowsAsync<RunException>(() => run());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure!.Message, Does.Contain("HAI1107").And.Contain("HaMode.ActivePassive, and class DrbdBacked"));
            Assert.That(failure.Message, Does.Contain("HAI1111").And.Contain("\"volume\" is not set"));
            Assert.That(failure.Message, Does.Contain("HAI1101").And.Contain("Did you mean \"volume\"?"));
            Assert.That(failure.Message, Does.Contain("\"sync-rate\" is \"fast\"").And.Contain("a whole number"));
            Assert.That(failure.Message, Does.Contain("\"verify\" is \"maybe\"").And.Contain("true or false"));
            Assert.That(failure.Message, Does.Contain("\"promote-timeout\" is \"soon\"").And.Contain("a duration such as"));
            Assert.That(failure.Message, Does.Contain("\"protocol\" is \"D\"").And.Contain("one of a, fully-synchronous"));
            Assert.That(failure.Message, Does.Contain("HAI1113").And.Contain("\"weight\" is known after up"));
        }
    }

    [Test]
    public void Of_WithoutARequiredParameter_DoesNotCallUnknownWhatTheClassWouldHaveTaken() =>
        Assert.That(
            () => ProgramRunner.RunAsync(() => _ = new Service("db", new()
            {
                HaMode = HaMode.Promotable,
                PacemakerClass = PacemakerClass.Of<DrbdBacked>(),
                ResourceHash = { ["monitor-interval"] = "10s" },
                Operations = { ["start"] = new() { Timeout = TimeSpan.FromSeconds(5) } },
            })),
            Throws.InstanceOf<RunException>().With.Message.Contain("HAI1111").And.Message.Not.Contain("HAI1101").And.Message.Not.Contain("HAI1109"));

    [Test]
    public void Agent_ThatCannotPromote_IsRefused([Values("systemd:mariadb", "lsb:mysql")] string agent) =>
        Assert.That(
            () => ProgramRunner.RunAsync(() => _ = new Service("db", new() { HaMode = HaMode.Promotable, PacemakerClass = PacemakerClass.Agent(agent) })),
            Throws.InstanceOf<RunException>().With.Message.Contain("HAI1103").And.Message.Contain(agent));

    [TestCase(typeof(Nothing), "HAI1108", "it composes no resource")]
    [TestCase(typeof(Single), "HAI1108", "it composes no clone")]
    [TestCase(typeof(Nameless), "HAI1108", "it does not say OuterId")]
    [TestCase(typeof(Odd), "HAI1112", "its type is Uri")]
    [TestCase(typeof(Fixed), "HAI1112", "it has no init or set accessor")]
    [TestCase(typeof(Deaf), "HAI1109", "composes its own")]
    public void Class_ThatIsWrongItself_IsToldWhatAndWhere(Type type, string code, string what) =>
        Assert.That(
            () => ProgramRunner.RunAsync(() => _ = new Service("db", new()
            {
                HaMode = HaMode.ActiveActive,
                PacemakerClass = (PacemakerClass)Activator.CreateInstance(type)!,
                ResourceHash = type == typeof(Odd) ? new ResourceHash { ["address"] = "x" } : [],
                Operations = type == typeof(Deaf) ? new OperationSet { ["monitor"] = new() } : [],
            })),
            Throws.InstanceOf<RunException>().With.Message.Contain(code).And.Message.Contain(what).And.Message.Contain(type.Name));

    [Test]
    [Property("Requirement", "B11")]
    public async Task Class_ThatComposesAGroup_SendsIt()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("nfs", new() { HaMode = HaMode.ActivePassive, PacemakerClass = new Grouped() }));

        Assert.That(mocks.Inputs(Token, "nfs").At("group.primitives[1].cibId"), Is.EqualTo("nfs-server"));
        Assert.That(mocks.Inputs(Token, "nfs").At("primitive"), Is.Null);
    }

    private sealed class Grouped : PacemakerClass
    {
        public override Composition Compose(ServiceContext service) => new()
        {
            Group = new GroupArgs
            {
                CibId = service.Name,
                Primitives = { new PrimitiveArgs { CibId = "nfs-mount", Agent = "ocf:heartbeat:Filesystem" }, new PrimitiveArgs { CibId = "nfs-server", Agent = "systemd:nfs-server" } },
            },
            OuterId = service.Name,
        };
    }

    private sealed class DrbdBacked : PacemakerClass
    {
        [Parameter(Required = true)]
        public string? Volume { get; init; }

        [Parameter]
        public int SyncRate { get; init; } = 10;

        [Parameter]
        public bool Verify { get; init; }

        [Parameter]
        public TimeSpan PromoteTimeout { get; init; } = TimeSpan.FromSeconds(90);

        [Parameter]
        public Protocol Protocol { get; init; }

        [Parameter(Name = "weight")]
        public Score Preference { get; init; } = 100;

        [Parameter]
        public Input<string>? Secret { get; init; }

        public override bool Supports(HaMode mode) => mode == HaMode.Promotable;

        public override Composition Compose(ServiceContext service)
        {
            var parameters = new Dictionary<string, Input<string>> { ["drbd_resource"] = Volume!, ["what"] = $"{SyncRate} {Verify} {PromoteTimeout} {Protocol} {Preference}" };
            if (Secret is not null)
            {
                parameters["secret"] = Secret;
            }

            return service.Daemon("ocf:linbit:drbd", parameters);
        }
    }

    private sealed class Nothing : PacemakerClass
    {
        public override Composition Compose(ServiceContext service) => Composition.Empty;
    }

    private sealed class Single : PacemakerClass
    {
        public override Composition Compose(ServiceContext service) => new() { Primitive = new PrimitiveArgs { Agent = "systemd:x" }, OuterId = service.Name };
    }

    private sealed class Nameless : PacemakerClass
    {
        public override Composition Compose(ServiceContext service) => service.Daemon("systemd:x") with { OuterId = null };
    }

    private sealed class Odd : PacemakerClass
    {
        [Parameter]
        public Uri? Address { get; init; }

        public override Composition Compose(ServiceContext service) => service.Daemon("systemd:x");
    }

    private sealed class Fixed : PacemakerClass
    {
        [Parameter]
        public string Volume { get; } = "r0";

        public override Composition Compose(ServiceContext service) => service.Daemon($"systemd:{Volume}");
    }

    private sealed class Deaf : PacemakerClass
    {
        public override Composition Compose(ServiceContext service) => new()
        {
            Cloned = new CloneArgs { CibId = "x-clone", Primitive = new PrimitiveArgs { CibId = "x", Agent = "systemd:x" } }, OuterId = "x-clone",
        };
    }
}
