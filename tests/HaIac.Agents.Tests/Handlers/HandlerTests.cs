using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Handlers;

/// <summary>The debug handler, section O of the requirements.</summary>
[TestFixture("dash")]
[TestFixture("bash --posix")]
public sealed class HandlerTests(string shell)
{
    private static readonly Dictionary<string, string> Unmanaged = new() { ["is-managed"] = "false" };

    private HandlerUnderTest _handler = null!;

    [SetUp]
    public void Prepare()
    {
        Host.Need("crm_resource", "crm_mon", "cibadmin", "dash", "bash");
        _handler = new HandlerUnderTest(shell);
    }

    [TearDown]
    public void CleanUp() => _handler?.Dispose();

    [Test]
    [Property("Requirement", "O1")]
    public async Task Handler_Always_GivesTheAgentTheEnvironmentOfTheCluster()
    {
        _handler.Configure(new Dictionary<string, string> { ["amqp_port"] = "5672" });
        _handler.Variables["http_proxy"] = "http://127.0.0.1:1";
        _handler.Variables["OCF_RESKEY_stale"] = "from the caller";

        var result = await _handler.RunAsync("--level", "20", "--timeout", "45");

        var environment = _handler.EnvironmentAt("monitor");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(environment["PATH"], Is.EqualTo("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"));
            Assert.That(environment["OCF_ROOT"], Is.EqualTo(_handler.Root));
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
        _handler.Configure(HandlerUnderTest.None, clone: new Dictionary<string, string> { ["promotable"] = "true", ["promoted-max"] = "2", ["interleave"] = "true" });

        await _handler.RunAsync("--instance", "p_heat-engine:1");

        var environment = _handler.EnvironmentAt("monitor");
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
        var result = await _handler.RunAsync("--force", action);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(_handler.Actions, Is.EqualTo(new[] { action }));
        }
    }

    [Test]
    [Property("Requirement", "O2")]
    public async Task Handler_WithMetaData_PrintsThemAloneOnStandardOutput()
    {
        var result = await _handler.RunAsync("meta-data");

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
        await _handler.RunAsync(arguments);

        Assert.That(_handler.Actions, Is.EqualTo(new[] { "monitor" }));
    }

    [Test]
    [Property("Requirement", "O2")]
    public async Task Restart_Always_StopsStartsAndMonitors()
    {
        var result = await _handler.RunAsync("-f", "restart");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(_handler.Actions, Is.EqualTo(new[] { "stop", "start", "monitor" }));
        }
    }

    [Test]
    [Property("Requirement", "O2")]
    public async Task Restart_WithAStopThatFails_GoesNoFurther()
    {
        _handler.Answer("stop", 1);

        var result = await _handler.RunAsync("-f", "restart");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(_handler.Actions, Is.EqualTo(new[] { "stop" }));
        }
    }

    [TestCase(0, "monitor")]
    [TestCase(8, "monitor")]
    [TestCase(7, "monitor,stop,start,monitor")]
    [TestCase(1, "monitor,stop,start,monitor")]
    [Property("Requirement", "O2")]
    public async Task Recover_OfAService_RestartsItOnlyIfItFails(int code, string actions)
    {
        _handler.Answer("monitor", code);

        var result = await _handler.RunAsync("-f", "recover");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(code));
            Assert.That(_handler.Actions, Is.EqualTo(actions.Split(',')));
        }
    }

    [Test]
    [Property("Requirement", "O3")]
    public async Task Trace_Always_ShowsTheLinesOfTheScript()
    {
        var result = await _handler.RunAsync("--trace");

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
        var result = await _handler.RunAsync(argument);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(result.Output, Does.Contain("migrate_from").And.Contain("--trace").And.Contain("--parameters").And.Contain("--force"));
            Assert.That(_handler.Actions, Is.Empty);
        }
    }

    [Test]
    [Property("Requirement", "O3")]
    public async Task Parameters_Always_AreThoseInForceNow()
    {
        _handler.Configure(new Dictionary<string, string> { ["amqp_port"] = "5672" });
        var before = await _handler.RunAsync("--parameters");
        _handler.Configure(new Dictionary<string, string> { ["amqp_port"] = "5671" });

        var after = await _handler.RunAsync("-p");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Output, Does.Contain("OCF_RESKEY_amqp_port='5672'\n"));
            Assert.That(after.Output, Does.Contain("OCF_RESKEY_amqp_port='5671'\n"));
            Assert.That(after.Output, Does.Not.Contain("OCF_CHECK_LEVEL"), "that belongs to an operation");
            Assert.That(_handler.Actions, Is.Empty);
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
        _handler.Answer("monitor", code);

        var result = await _handler.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(code));
            Assert.That(result.Error, Does.Contain($"monitor of p_heat-engine: {code}, ").And.Contain(verdict));
        }
    }

    [TestCase("it's \"quoted\" and 'quoted'")]
    [TestCase("  blanks   and\ttabs  ")]
    [TestCase("$(touch /nonexistent) `id` ${HOME} $HOME")]
    [TestCase("back\\slash \\n %s %% & ; | > < * ? [a] ~ # !")]
    [TestCase("two\nlines")]
    [TestCase("line ends\n\n")]
    [TestCase("--switch")]
    [TestCase("value=\"<nvpair name=\"other\"/>")]
    [TestCase("ünïcödé")]
    [TestCase("")]
    [Property("Requirement", "O5")]
    [Property("Correction", "O5")]
    public async Task Parameter_OfAnyText_ReachesTheAgentUnchanged(string value)
    {
        _handler.Configure(new Dictionary<string, string> { ["first"] = value, ["second"] = "2" });

        var result = await _handler.RunAsync();
        var shown = await _handler.RunAsync("--parameters");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(_handler.EnvironmentAt("monitor")["OCF_RESKEY_first"], Is.EqualTo(value));
            Assert.That(_handler.EnvironmentAt("monitor")["OCF_RESKEY_second"], Is.EqualTo("2"));
            Assert.That(await ReadBackAsync(shown.Output, "OCF_RESKEY_first"), Is.EqualTo(value), "what is shown can be given to a shell");
        }
    }

    [Test]
    [Property("Requirement", "O5")]
    public async Task Placeholders_WithQuotesAndBlanks_AreTakenAsTheyAre()
    {
        using var handler = new HandlerUnderTest(shell, service: "it's $(id) `x` \\ \"y\"", primitive: "p_x");

        var result = await handler.RunAsync("--help");
        var monitor = await handler.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Output, Does.Contain("of service it's $(id) `x` \\ \"y\" with the parameters"));
            Assert.That(monitor.ExitCode, Is.Zero, monitor.ToString());
        }
    }

    [Test]
    [Property("Requirement", "O5")]
    [Property("Correction", "O5")]
    public async Task Secrets_Always_AreReadAtRunTimeAndMaskedUnlessAskedFor()
    {
        _handler.Configure(new Dictionary<string, string>
        {
            ["os_password"] = "Secret-1", ["auth_token"] = "Secret-2", ["environment"] = "OS_PASSWORD=Secret-3", ["check_url"] = "http://u:Secret-4@h/", ["port"] = "1",
        });

        var masked = await _handler.RunAsync("-p");
        var shown = await _handler.RunAsync("-p", "--secrets");
        var monitor = await _handler.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await File.ReadAllTextAsync(_handler.Script), Does.Not.Contain("Secret-"));
            Assert.That(masked.Output, Does.Contain("OCF_RESKEY_os_password=******").And.Contain("OCF_RESKEY_port='1'").And.Not.Contain("Secret-"));
            Assert.That(shown.Output, Does.Contain("OCF_RESKEY_os_password='Secret-1'"));
            Assert.That(monitor.Output + monitor.Error, Does.Not.Contain("Secret-"));
            Assert.That(_handler.EnvironmentAt("monitor")["OCF_RESKEY_os_password"], Is.EqualTo("Secret-1"));
        }
    }

    [TestCase("start")]
    [TestCase("stop")]
    [TestCase("restart")]
    [TestCase("recover")]
    [TestCase("reload")]
    [TestCase("promote")]
    [TestCase("demote")]
    [TestCase("migrate_to")]
    [Property("Requirement", "O5")]
    [Property("Correction", "O5")]
    public async Task Change_OfAManagedResource_IsRefusedWhereNobodyCanBeAsked(string action)
    {
        var result = await _handler.RunAsync(action);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(77));
            Assert.That(result.Error, Does.Contain("warning: the cluster manages p_heat-engine").And.Contain("--force").And.Contain("is-managed"));
            Assert.That(_handler.Actions, Is.Empty);
        }
    }

    [TestCase("y\n", 0, "stop")]
    [TestCase("\n", 77, "")]
    [Property("Requirement", "O5")]
    public async Task Change_OfAManagedResource_AsksOnATerminal(string reply, int code, string actions)
    {
        Host.Need("script");
        var command = $"{shell} {_handler.Script} stop";

        var result = await Programs.RunAsync(
            "script", ["--quiet", "--return", "--command", command, "/dev/null"], new Dictionary<string, string> { ["CIB_file"] = _handler.Cib }, reply);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(code), result.ToString());
            Assert.That(result.Output, Does.Contain("stop all the same? [y/N]"));
            Assert.That(string.Join(',', _handler.Actions), Is.EqualTo(actions));
        }
    }

    [Test]
    [Property("Requirement", "O5")]
    public async Task Change_OfAnUnmanagedResource_NeedsNoQuestion()
    {
        _handler.Configure(HandlerUnderTest.None, meta: Unmanaged);

        var result = await _handler.RunAsync("stop");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Error, Does.Not.Contain("warning"));
        }
    }

    [TestCase(64, "--unknown")]
    [TestCase(64, "fly")]
    [TestCase(64, "start", "stop")]
    [TestCase(64, "--level", "deep")]
    [TestCase(64, "--timeout")]
    public async Task Handler_UsedWrongly_SaysSoAndDoesNothing(int code, params string[] arguments)
    {
        var result = await _handler.RunAsync(arguments);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(code));
            Assert.That(result.Error, Does.Contain("see --help"));
            Assert.That(_handler.Actions, Is.Empty);
        }
    }

    [Test]
    public async Task Handler_WithoutTheAgent_NamesTheFile()
    {
        File.Delete(Path.Combine(_handler.AgentFolder, "recorder"));

        var result = await _handler.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(66));
            Assert.That(result.Error, Does.Contain("resource.d/haiac-test/recorder is missing"));
        }
    }

    [Test]
    public async Task Handler_WithoutTheResource_SaysWhatTheClusterSaid()
    {
        using var other = new HandlerUnderTest(shell, primitive: "p_other");
        File.Copy(_handler.Cib, other.Cib, overwrite: true);

        var result = await other.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(69));
            Assert.That(result.Error, Does.Contain("cannot read resource p_other"));
        }
    }

    // What a shell makes of the lines that the handler showed.
    private static async Task<string> ReadBackAsync(string lines, string variable) =>
        (await Programs.RunAsync("dash", ["-c", $"{lines}\nprintf %s. \"${variable}\""])).Output[..^1];
}
