using Pulumi;

namespace HaIac.Tests.Services;

/// <summary>What a service's settings are on the wire.</summary>
[TestFixture]
public sealed class ServiceArgsTests
{
    private const string Token = "haiac:services:Service";

    [Test]
    [Property("Requirement", "A1")]
    public async Task Service_WithoutAnySetting_SendsItsNameAndNothingToDo()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("memcached", new() { ResourceHash = { ["clone-max"] = 2 }, StartAfter = { } }));

        Assert.That(mocks.Inputs(Token, "memcached").Keys, Is.EquivalentTo(new[] { "serviceName", "haMode" }));
    }

    [Test]
    public async Task Service_UnderTheInitSystem_SendsWhatEachNodeShallDo()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("memcached", new()
        {
            Running = true,
            Enabled = false,
            Nodes = { "ctl1", "ctl2" },
            RestartOn = { ["memcached.conf"] = "c0ffee" },
            OnChange = ChangeReaction.Restart,
        }));

        var inputs = mocks.Inputs(Token, "memcached");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("running"), Is.True);
            Assert.That(inputs.At("enabled"), Is.False);
            Assert.That(inputs.At("nodes[1]"), Is.EqualTo("ctl2"));
            Assert.That(inputs.At("restartOn"), Is.EqualTo(new Dictionary<string, object> { ["memcached.conf"] = "c0ffee" }));
            Assert.That(inputs.At("onChange"), Is.EqualTo("restart"));
        }
    }

    [Test]
    public async Task Service_InTheCluster_DoesNotSendWhatTheInitSystemShallDo()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("memcached", new() { HaMode = HaMode.ActiveActive, Running = true, Enabled = true }));

        Assert.That(mocks.Inputs(Token, "memcached").Keys, Does.Not.Contain("running").And.Not.Contain("enabled"));
    }

    [Test]
    [Property("Requirement", "B14")]
    [Property("Requirement", "B16")]
    [Property("Requirement", "L1")]
    public async Task Service_WithAllItsSettings_SendsThemInTheWordsOfTheWire()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("galera", new()
        {
            HaMode = HaMode.ActiveActive,
            Handler = new() { Install = false, Directory = "/opt/bin" },
            Takeover = new() { Enabled = false, OnStart = false, OnStop = true, OnRefresh = true, Mask = true, OnFailure = FailureLevel.Warning, Units = { "mysql" }, ExcludedManagers = { "sysvinit" }, NativeStandards = { "lsb" } },
            OptIn = new() { Enabled = true, Score = "200" },
            Waits = new() { Instances = InstanceWait.All, Promoted = false, Interval = TimeSpan.FromSeconds(5), Limit = TimeSpan.FromMinutes(30), CommandTimeout = TimeSpan.FromSeconds(90), OnTimeout = FailureLevel.Warning },
            Cleanup = new() { OnStart = CleanupWhen.Always, OnStop = CleanupWhen.Never, OnStatus = CleanupWhen.Failed },
            Restart = new() { OnlyIfRunning = false, PreferReload = false, InMaintenance = true, GoesOnAfterFailure = true, LockLimit = TimeSpan.FromMinutes(20) },
            Status = new() { Simple = StatusScope.Local, Cloned = StatusScope.Global, Promotable = StatusScope.Global, LocationCounts = true, FailuresCount = false },
        }));

        var inputs = mocks.Inputs(Token, "galera");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("handler"), Is.EqualTo(new Dictionary<string, object> { ["install"] = false, ["directory"] = "/opt/bin" }));
            Assert.That(inputs.At("takeover.enabled"), Is.False);
            Assert.That(inputs.At("takeover.onStart"), Is.False);
            Assert.That(inputs.At("takeover.onStop"), Is.True);
            Assert.That(inputs.At("takeover.onRefresh"), Is.True);
            Assert.That(inputs.At("takeover.mask"), Is.True);
            Assert.That(inputs.At("takeover.onFailure"), Is.EqualTo("warning"));
            Assert.That(inputs.At("takeover.units[0]"), Is.EqualTo("mysql"));
            Assert.That(inputs.At("takeover.excludedManagers[0]"), Is.EqualTo("sysvinit"));
            Assert.That(inputs.At("takeover.nativeStandards[0]"), Is.EqualTo("lsb"));
            Assert.That(inputs.At("optIn"), Is.EqualTo(new Dictionary<string, object> { ["enabled"] = true, ["score"] = "200" }));
            Assert.That(inputs.At("waits"), Is.EqualTo(new Dictionary<string, object>
            {
                ["instances"] = "all", ["promoted"] = false, ["interval"] = "5s", ["limit"] = "1800s", ["commandTimeout"] = "90s", ["onTimeout"] = "warning",
            }));
            Assert.That(inputs.At("cleanup"), Is.EqualTo(new Dictionary<string, object> { ["onStart"] = "always", ["onStop"] = "never", ["onStatus"] = "failed" }));
            Assert.That(inputs.At("restart"), Is.EqualTo(new Dictionary<string, object>
            {
                ["onlyIfRunning"] = false, ["preferReload"] = false, ["inMaintenance"] = true, ["goesOnAfterFailure"] = true, ["lockLimit"] = "1200s",
            }));
            Assert.That(inputs.At("status"), Is.EqualTo(new Dictionary<string, object>
            {
                ["simple"] = "local", ["clone"] = "global", ["promotable"] = "global", ["location"] = true, ["failures"] = false,
            }));
        }
    }

    [Test]
    [Property("Requirement", "B2")]
    public async Task Service_WithNameAndTitle_IsCalledByItsName()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("orchestration", new() { ServiceName = "heat-engine", HaMode = HaMode.ActivePassive }));

        var inputs = mocks.Inputs(Token, "orchestration");

        Assert.That(inputs.At("serviceName"), Is.EqualTo("heat-engine"));
        Assert.That(inputs.At("primitive.cibId"), Is.EqualTo("heat-engine"));
    }

    [Test]
    [Property("Requirement", "B3")]
    public async Task Service_WithPrefix_HasItBeforeTheIdsAndNotBeforeTheUnit()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var engine = new Service("heat-engine", new() { Prefix = "p_", HaMode = HaMode.ActiveActive });
            _ = new Service("heat-api", new() { HaMode = HaMode.ActiveActive, StartAfter = { engine } });
        });

        var inputs = mocks.Inputs(Token, "heat-engine");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("prefix"), Is.EqualTo("p_"));
            Assert.That(inputs.At("clone.cibId"), Is.EqualTo("p_heat-engine-clone"));
            Assert.That(inputs.At("clone.primitive.cibId"), Is.EqualTo("p_heat-engine"));
            Assert.That(inputs.At("clone.primitive.agent"), Is.EqualTo("systemd:heat-engine"));
            Assert.That(mocks.Inputs(Token, "heat-api").At("orders[0].first"), Is.EqualTo("p_heat-engine-clone"));
        }
    }

    [TestCase(Distribution.Debian, "mysql")]
    [TestCase(Distribution.RedHat, "mariadb")]
    public async Task Service_WithUnitsByDistribution_TakesThatOfTheNodes(Distribution distribution, string unit)
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("database", new()
        {
            HaMode = HaMode.ActivePassive,
            Distribution = distribution,
            UnitNames = { [Distribution.Debian] = "mysql", [Distribution.RedHat] = "mariadb" },
        }));

        var inputs = mocks.Inputs(Token, "database");

        Assert.That(inputs.At("unit"), Is.EqualTo(unit));
        Assert.That(inputs.At("primitive.agent"), Is.EqualTo($"systemd:{unit}"));
    }

    [Test]
    [Property("Requirement", "B15")]
    public async Task Service_WithoutPrimitiveOfItsOwn_SendsNoClusterObject()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var database = new Service("galera", new() { HaMode = HaMode.ActiveActive });
            _ = new Service("keystone", new() { HaMode = HaMode.ActiveActive, CreatePrimitive = false, StartAfter = { database } });
        });

        var inputs = mocks.Inputs(Token, "keystone");

        Assert.That(inputs.At("managesPrimitive"), Is.False);
        Assert.That(inputs.At("haMode"), Is.EqualTo("ActiveActive"));
        Assert.That(inputs.Keys, Does.Not.Contain("clone").And.Not.Contain("orders"));
    }

    [Test]
    [Property("Requirement", "N5")]
    public async Task Service_ThatIsSwitchedOff_IsNobodysPredecessor()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var database = new Service("galera", new() { HaMode = HaMode.ActiveActive, NoOp = true });
            _ = new Service("keystone", new() { HaMode = HaMode.ActiveActive, StartAfter = { database } });
        });

        Assert.That(mocks.Inputs(Token, "galera").At("noop"), Is.True);
        Assert.That(mocks.Inputs(Token, "keystone").At("orders"), Is.Null);
    }

    [Test]
    public async Task Service_WithArgumentsOfAnother_HasItsOwnNameAndIds()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var shared = new ServiceArgs { HaMode = HaMode.ActivePassive };
            _ = new Service("one", shared);
            _ = new Service("two", shared);
        });

        Assert.That(mocks.Inputs(Token, "one").At("primitive.cibId"), Is.EqualTo("one"));
        Assert.That(mocks.Inputs(Token, "two").At("primitive.cibId"), Is.EqualTo("two"));
    }

    [Test]
    public async Task Service_ChangedInPlaceByATransformation_IsComposedAsChanged()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("memcached", new(), new()
        {
            ResourceTransformations =
            {
                args =>
                {
                    ((ServiceArgs)args.Args).HaMode = HaMode.ActivePassive;
                    return new ResourceTransformationResult(args.Args, args.Options);
                },
            },
        }));

        Assert.That(mocks.Inputs(Token, "memcached").At("primitive.agent"), Is.EqualTo("systemd:memcached"));
    }

    [Test]
    public void Service_WithArgumentsExchangedByATransformation_SaysWhatToDo()
    {
        var run = () => ProgramRunner.RunAsync(() => _ = new Service("memcached", new(), new()
        {
            ResourceTransformations = { args => new ResourceTransformationResult(new ServiceArgs(), args.Options) },
        }));

        Assert.That(run, Throws.Exception.With.Message.Contain("HAI1105"));
    }

    [Test]
    [Property("Requirement", "A3")]
    public async Task Service_OfAnyKind_GetsItsModeWhenTheUserAsks()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            foreach (var name in new[] { "mariadb", "rabbitmq-server", "haproxy", "billing" })
            {
                _ = new Service(name, new() { HaMode = HaMode.ActiveActive });
            }
        });

        foreach (var name in new[] { "mariadb", "rabbitmq-server", "haproxy", "billing" })
        {
            Assert.That(mocks.Inputs(Token, name).At("clone.cibId"), Is.EqualTo($"{name}-clone"));
        }
    }

    [TestCase(ServiceKind.Stateless, "ActiveActive")]
    [TestCase(ServiceKind.SingleInstance, "ActivePassive")]
    public async Task Service_Recommended_IsWhatItsKindAllows(ServiceKind kind, string mode)
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("daemon", new() { HaMode = HaMode.Recommended, Kind = kind }));

        Assert.That(mocks.Inputs(Token, "daemon").At("haMode"), Is.EqualTo(mode));
    }
}
