using Pulumi;

namespace HaIac.Tests.Services.Parameters;

/// <summary>What a user's parameters become, and what is said of those that do not fit.</summary>
[TestFixture]
public sealed class ResourceHashTests
{
    private const string Token = "haiac:services:Service";

    [Test]
    [Property("Requirement", "A6")]
    public async Task ResourceHash_InAnySpelling_IsTheSameParameter()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("memcached", new()
        {
            HaMode = HaMode.ActiveActive,
            ResourceHash = { ["monitorInterval"] = "10s", ["clone_max"] = 2, ["Migration-Threshold"] = 7 },
        }));

        var inputs = mocks.Inputs(Token, "memcached");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("clone.primitive.operations[0].interval"), Is.EqualTo("10s"));
            Assert.That(inputs.At("clone.meta.clone-max"), Is.EqualTo("2"));
            Assert.That(inputs.At("clone.primitive.meta.migration-threshold"), Is.EqualTo("7"));
        }
    }

    [Test]
    [Property("Requirement", "B7")]
    [Property("Requirement", "B9")]
    [Property("Requirement", "B10")]
    public async Task ResourceHash_BehindPrefixes_GoesWhereThePrefixSays()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("galera", new()
        {
            HaMode = HaMode.ActiveActive,
            PacemakerClass = PacemakerClass.Agent("ocf:heartbeat:galera"),
            ResourceHash = { ["param.notify"] = "x", ["wsrep_cluster_address"] = "gcomm://a", ["meta.resource-stickiness"] = 100, ["wrapper.notify"] = true },
        }));

        var inputs = mocks.Inputs(Token, "galera");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("clone.primitive.parameters.notify"), Is.EqualTo("x"));
            Assert.That(inputs.At("clone.primitive.parameters.wsrep_cluster_address"), Is.EqualTo("gcomm://a"));
            Assert.That(inputs.At("clone.primitive.meta.resource-stickiness"), Is.EqualTo("100"));
            Assert.That(inputs.At("clone.meta.notify"), Is.EqualTo("true"));
            Assert.That(inputs.At("clone.primitive.meta.notify"), Is.Null);
        }
    }

    [Test]
    [Property("Requirement", "B7")]
    [Property("Requirement", "B9")]
    [Property("Requirement", "B10")]
    public async Task Service_WithTheOriginalsInputs_SendsTheSame()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("galera", new()
        {
            HaMode = HaMode.ActiveActive,
            PacemakerClass = PacemakerClass.Primitive(primitiveType: "galera", primitiveProvider: "heartbeat"),
            Parameters = { ["config"] = "/etc/my.cnf" },
            Metadata = { ["resource-stickiness"] = 1 },
            WrapperMetadata = { ["notify"] = true },
        }));

        var inputs = mocks.Inputs(Token, "galera");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("clone.primitive.agent"), Is.EqualTo("ocf:heartbeat:galera"));
            Assert.That(inputs.At("clone.primitive.parameters.config"), Is.EqualTo("/etc/my.cnf"));
            Assert.That(inputs.At("clone.primitive.meta.resource-stickiness"), Is.EqualTo("1"));
            Assert.That(inputs.At("clone.meta.notify"), Is.EqualTo("true"));
        }
    }

    [Test]
    [Property("Requirement", "B4")]
    [Property("Requirement", "B5")]
    public async Task Primitive_WithoutClassAndProvider_HasTheOriginals()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            _ = new Service("heat-engine", new() { HaMode = HaMode.ActivePassive, PacemakerClass = PacemakerClass.Primitive("heat-engine") });
            _ = new Service("ntp", new() { HaMode = HaMode.ActivePassive, PacemakerClass = PacemakerClass.Primitive("ntp", primitiveClass: "lsb") });
        });

        Assert.That(mocks.Inputs(Token, "heat-engine").At("primitive.agent"), Is.EqualTo("ocf:pacemaker:heat-engine"));
        Assert.That(mocks.Inputs(Token, "ntp").At("primitive.agent"), Is.EqualTo("lsb:ntp"));
    }

    [TestCase("ocf:pacemaker:")]
    [TestCase("ocf:galera")]
    [TestCase("systemd:")]
    [TestCase("galera")]
    [Property("Correction", "B6")]
    public void Agent_WithoutAllItsParts_IsRefusedAtPreview(string agent) =>
        Assert.That(
            () => ProgramRunner.RunAsync(() => _ = new Service("x", new() { HaMode = HaMode.ActivePassive, PacemakerClass = PacemakerClass.Agent(agent) })),
            Throws.InstanceOf<RunException>().With.Message.Contain("HAI1114").And.Message.Contain($"\"{agent}\""));

    [TestCase("wrapper.clone-max")]
    [TestCase("clone-max")]
    [TestCase("notify")]
    [Property("Correction", "B10")]
    public void WrapperMetadata_WithoutWrapper_IsRefused(string key) =>
        Assert.That(
            () => ProgramRunner.RunAsync(() => _ = new Service("galera", new()
            {
                HaMode = HaMode.ActivePassive, PacemakerClass = PacemakerClass.Agent("ocf:heartbeat:galera"), ResourceHash = { [key] = "1" },
            })),
            Throws.InstanceOf<RunException>().With.Message.Contain("HAI1106").And.Message.Contain($"\"{key}\""));

    [Test]
    public void ResourceHash_WithUnknownName_NamesTheClassTheNearestAndAllThatItTakes() =>
        Assert.That(
            () => ProgramRunner.RunAsync(() => _ = new Service("memcached", new() { HaMode = HaMode.ActiveActive, ResourceHash = { ["clone-maxx"] = 2 } })),
            Throws.InstanceOf<RunException>().With.Message.Contain("HAI1101: Unknown parameter")
                .And.Message.Contain("\"clone-maxx\" is no parameter of class systemd.")
                .And.Message.Contain("Did you mean \"clone-max\"? It takes: allow-migrate,"));

    [Test]
    public void ResourceHash_WithOneNameInTwoSpellings_IsRefused() =>
        Assert.That(
            () => ProgramRunner.RunAsync(() => _ = new Service("memcached", new() { HaMode = HaMode.ActiveActive, ResourceHash = { ["clone-max"] = 2, ["cloneMax"] = 3 } })),
            Throws.InstanceOf<RunException>().With.Message.Contain("HAI1110"));

    [Test]
    public void Parameters_OfAClassWithoutAgentParameters_AreRefused() =>
        Assert.That(
            () => ProgramRunner.RunAsync(() => _ = new Service("memcached", new() { HaMode = HaMode.ActiveActive, Parameters = { ["port"] = 11211 } })),
            Throws.InstanceOf<RunException>().With.Message.Contain("HAI1101").And.Message.Contain("param.port"));

    [Test]
    public async Task DefaultParameters_OfAComponent_AreBelowTheUsersAndFitTheMode()
    {
        ServiceArgs Galera(HaMode mode) => new()
        {
            HaMode = mode,
            DefaultClass = PacemakerClass.Agent("ocf:heartbeat:galera"),
            DefaultParameters = { ["start-timeout"] = "330s", ["stop-timeout"] = "120s", ["clone-max"] = 3, ["param.config"] = "/etc/my.cnf" },
            ResourceHash = { ["stopTimeout"] = "90s" },
        };
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            _ = new Service("cloned", Galera(HaMode.ActiveActive));
            _ = new Service("single", Galera(HaMode.ActivePassive));
            var unit = Galera(HaMode.ActiveActive);
            unit.PacemakerClass = PacemakerClass.Systemd("mariadb");
            _ = new Service("unit", unit);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mocks.Inputs(Token, "cloned").At("clone.meta.clone-max"), Is.EqualTo("3"));
            Assert.That(mocks.Inputs(Token, "cloned").At("clone.primitive.parameters.config"), Is.EqualTo("/etc/my.cnf"));
            Assert.That(mocks.Inputs(Token, "cloned").At("clone.primitive.operations[1].timeout"), Is.EqualTo("330s"));
            Assert.That(mocks.Inputs(Token, "cloned").At("clone.primitive.operations[2].timeout"), Is.EqualTo("90s"));
            Assert.That(mocks.Inputs(Token, "single").At("primitive.parameters"), Is.EqualTo(new Dictionary<string, object> { ["config"] = "/etc/my.cnf" }));
            Assert.That(mocks.Inputs(Token, "unit").At("clone.primitive.parameters"), Is.Null);
        }
    }

    [Test]
    public async Task Template_OfSeveralServices_IsBelowTheirOwnValues()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var template = new PrimitiveTemplate
            {
                Agent = "ocf:heartbeat:Filesystem",
                ResourceHash = { ["fstype"] = "xfs", ["monitor-interval"] = "20s" },
                Operations = { ["monitor"] = new() { CheckLevel = 10 } },
            };
            foreach (var name in new[] { "data", "logs" })
            {
                _ = new Service(name, new() { HaMode = HaMode.ActivePassive, PacemakerClass = PacemakerClass.Template(template), ResourceHash = { ["directory"] = $"/{name}" } });
            }

            _ = new Service("odd", new() { HaMode = HaMode.ActivePassive, PacemakerClass = PacemakerClass.Template(template), ResourceHash = { ["fstype"] = "ext4" } });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mocks.Inputs(Token, "logs").At("primitive.parameters"), Is.EqualTo(new Dictionary<string, object> { ["directory"] = "/logs", ["fstype"] = "xfs" }));
            Assert.That(mocks.Inputs(Token, "data").At("primitive.operations[0].interval"), Is.EqualTo("20s"));
            Assert.That(mocks.Inputs(Token, "data").At("primitive.operations[0].extra.OCF_CHECK_LEVEL"), Is.EqualTo("10"));
            Assert.That(mocks.Inputs(Token, "odd").At("primitive.parameters.fstype"), Is.EqualTo("ext4"));
        }
    }
}
