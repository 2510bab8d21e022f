namespace HaIac.Agents.Tests.Handlers;

/// <summary>The debug handler, section O of the requirements: actions, switches, verdicts and wrong use.</summary>
[TestFixture("dash")]
[TestFixture("bash --posix")]
public sealed class HandlerTests(string shell) : HandlerFixture(shell)
{
    [Test]
    [Property("Requirement", "O1")]
    public async Task Handler_Always_GivesTheAgentTheEnvironmentOfTheCluster()
    {
        Handler.Configure(new Dictionary<string, string> { ["amqp_port"] = "5672" });
        Handler.Variables["http_proxy"] = "http://127.0.0.1:1";
        Handler.Variables["OCF_RESKEY_stale"] = "from the caller";

        var result = await Handler.RunAsync("--level", "20", "--timeout", "45");

        var environment = Handler.EnvironmentAt("monitor");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(environment["PATH"], Is.EqualTo("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"));
            Assert.That(environment["OCF_ROOT"], Is.EqualTo(Handler.Root));
            Assert.That(environment["OCF_RA_VERSION_MAJOR"], Is.EqualTo("1"));
            Assert.That(environment["OCF_RA_VERSION_MINOR"], Is.EqualTo("1"));
            Assert.That(environment["OCF_RESOURCE_INSTANCE"], Is.EqualTo("p_heat-engine"));
            Assert.That(environment["OCF_RESOURCE_PROVIDER"], Is.EqualTo("haiac-test"));
            Assert.That(environment["OCF_RESOURCE_TYPE"], Is.EqualTo("recorder"));
            Assert.That(environment["OCF_RESKEY_amqp_port"], Is.EqualTo("5672"));
            Assert.That(environment["OCF_RESKEY_crm_feature_set"], Is.EqualTo("3.16.2"));
            Assert.That(environment["OCF_RESKEY_CRM_meta_timeout"], Is.EqualTo("45000"));
            Assert.That(environment["OCF_CHECK_LEVEL"], Is.EqualTo("20"));
            Assert.That(environment.Keys, Has.None.EqualTo("http_proxy").And.None.EqualTo("OCF_RESKEY_stale"));
        }
    }

    [Test]
    [Property("Requirement", "O1")]
    public async Task Handler_OfACloneInstance_TellsTheAgentAboutItsClone()
    {
        Handler.Configure(HandlerUnderTest.None, clone: new Dictionary<string, string> { ["promotable"] = "true", ["promoted-max"] = "2", ["interleave"] = "true" });

        await Handler.RunAsync("--instance", "p_heat-engine:1");

        var environment = Handler.EnvironmentAt("monitor");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(environment["OCF_RESOURCE_INSTANCE"], Is.EqualTo("p_heat-engine:1"));
            Assert.That(environment["OCF_RESKEY_CRM_meta_clone_max"], Is.EqualTo("3"), "one for each node");
            Assert.That(environment["OCF_RESKEY_CRM_meta_promotable"], Is.EqualTo("true"));
            Assert.That(environment["OCF_RESKEY_CRM_meta_promoted_max"], Is.EqualTo("2"));
            Assert.That(environment["OCF_RESKEY_CRM_meta_master_max"], Is.EqualTo("2"));
        }
    }

    [TestCase("start")]
    [TestCase("stop")]
    [TestCase("monitor")]
    [TestCase("validate-all")]
    [TestCase("promote")]
    [TestCase("demote")]
    [TestCase("notify")]
    [TestCase("migrate_to")]
    [TestCase("migrate_from")]
    [TestCase("reload")]
    [TestCase("reload-agent")]
    [TestCase("usage")]
    [Property("Requirement", "O2")]
    public async Task Handler_WithAnAction_AsksTheAgentForIt(string action)
    {
        var result = await Handler.RunAsync("--force", action);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(Handler.Actions, Is.EqualTo(new[] { action }));
        }
    }

    [Test]
    [Property("Requirement", "O2")]
    public async Task Handler_WithMetaData_PrintsThemAloneOnStandardOutput()
    {
        var result = await Handler.RunAsync("meta-data");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Output, Does.StartWith("<resource-agent").And.EndWith("</resource-agent>\n"));
            Assert.That(result.Error, Does.Contain("meta-data of p_heat-engine: 0"));
        }
    }

    [TestCase]
    [TestCase("status")]
    [Property("Requirement", "O2")]
    public async Task Handler_WithoutAnActionOrWithStatus_Monitors(params string[] arguments)
    {
        await Handler.RunAsync(arguments);

        Assert.That(Handler.Actions, Is.EqualTo(new[] { "monitor" }));
    }

    [Test]
    [Property("Requirement", "O2")]
    public async Task Restart_Always_StopsStartsAndMonitors()
    {
        var result = await Handler.RunAsync("-f", "restart");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(Handler.Actions, Is.EqualTo(new[] { "stop", "start", "monitor" }));
        }
    }

    [Test]
    [Property("Requirement", "O2")]
    public async Task Restart_WithAStopThatFails_GoesNoFurther()
    {
        Handler.Answer("stop", 1);

        var result = await Handler.RunAsync("-f", "restart");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(Handler.Actions, Is.EqualTo(new[] { "stop" }));
        }
    }

    [TestCase(0, "monitor")]
    [TestCase(8, "monitor")]
    [TestCase(7, "monitor,stop,start,monitor")]
    [TestCase(1, "monitor,stop,start,monitor")]
    [Property("Requirement", "O2")]
    public async Task Recover_OfAService_RestartsItOnlyIfItFails(int code, string actions)
    {
        Handler.Answer("monitor", code);

        var result = await Handler.RunAsync("-f", "recover");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(code));
            Assert.That(Handler.Actions, Is.EqualTo(actions.Split(',')));
        }
    }

    [Test]
    [Property("Requirement", "O3")]
    public async Task Trace_Always_ShowsTheLinesOfTheScript()
    {
        var result = await Handler.RunAsync("--trace");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Error, Does.Contain("+ echo monitor"));
        }
    }

    [TestCase("--help")]
    [TestCase("-h")]
    [TestCase("help")]
    [Property("Requirement", "O3")]
    public async Task Help_Always_ListsActionsAndSwitches(string argument)
    {
        var result = await Handler.RunAsync(argument);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(result.Output, Does.Contain("migrate_from").And.Contain("--trace").And.Contain("--parameters").And.Contain("--force"));
            Assert.That(Handler.Actions, Is.Empty);
        }
    }

    [Test]
    [Property("Requirement", "O3")]
    public async Task Parameters_Always_AreThoseInForceNow()
    {
        Handler.Configure(new Dictionary<string, string> { ["amqp_port"] = "5672" });
        var before = await Handler.RunAsync("--parameters");
        Handler.Configure(new Dictionary<string, string> { ["amqp_port"] = "5671" });

        var after = await Handler.RunAsync("-p");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Output, Does.Contain("OCF_RESKEY_amqp_port='5672'\n"));
            Assert.That(after.Output, Does.Contain("OCF_RESKEY_amqp_port='5671'\n"));
            Assert.That(after.Output, Does.Not.Contain("OCF_CHECK_LEVEL"), "that belongs to an operation");
            Assert.That(Handler.Actions, Is.Empty);
        }
    }

    [TestCase(0, "success")]
    [TestCase(1, "generic")]
    [TestCase(2, "wrong arguments")]
    [TestCase(3, "does not implement")]
    [TestCase(4, "insufficient permissions")]
    [TestCase(5, "not installed")]
    [TestCase(6, "not configured")]
    [TestCase(7, "not running")]
    [TestCase(8, "running in the promoted role")]
    [TestCase(9, "failed in the promoted role")]
    [TestCase(190, "running, but degraded")]
    [TestCase(191, "promoted role, but degraded")]
    [TestCase(42, "not a code of the agent interface")]
    [Property("Requirement", "O4")]
    [Property("Correction", "O4")]
    public async Task Verdict_OfACode_IsReadableAndTheCodeIsReturned(int code, string verdict)
    {
        Handler.Answer("monitor", code);

        var result = await Handler.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(code));
            Assert.That(result.Error, Does.Contain($"monitor of p_heat-engine: {code}, ").And.Contain(verdict));
        }
    }

    [TestCase(64, "--unknown")]
    [TestCase(64, "fly")]
    [TestCase(64, "start", "stop")]
    [TestCase(64, "--level", "deep")]
    [TestCase(64, "--timeout")]
    public async Task Handler_UsedWrongly_SaysSoAndDoesNothing(int code, params string[] arguments)
    {
        var result = await Handler.RunAsync(arguments);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(code));
            Assert.That(result.Error, Does.Contain("see --help"));
            Assert.That(Handler.Actions, Is.Empty);
        }
    }

    [Test]
    public async Task Handler_WithoutTheAgent_NamesTheFile()
    {
        File.Delete(Path.Combine(Handler.AgentFolder, "recorder"));

        var result = await Handler.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(66));
            Assert.That(result.Error, Does.Contain("resource.d/haiac-test/recorder is missing"));
        }
    }

    [Test]
    public async Task Handler_WithoutTheResource_SaysWhatTheClusterSaid()
    {
        using var other = new HandlerUnderTest(Shell, primitive: "p_other");
        File.Copy(Handler.Cib, other.Cib, overwrite: true);

        var result = await other.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(69));
            Assert.That(result.Error, Does.Contain("cannot read resource p_other"));
        }
    }
}
