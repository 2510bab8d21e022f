namespace HaIac.Agents.Tests.Services;

public sealed class ValidateTests(string shell) : AgentFixture(shell)
{
    [SetUp]
    public void UseMemcached() => Agent.UseMemcached(11211);

    [TestCase("binary", "/nonexistent/heat-engine", 5, "missing here or not executable")]
    [TestCase("binary", "", 6, "binary is not set")]
    [TestCase("user", "nobody-we-know", 5, "user nobody-we-know does not exist here")]
    [TestCase("group", "none-we-know", 5, "group none-we-know does not exist here")]
    [TestCase("config", "/etc/hostname /nonexistent.conf", 5, "/nonexistent.conf")]
    [TestCase("config", "/etc/shadow", 5, "not readable for user nobody")]
    [TestCase("check_port", "0", 6, "ports from 1 to 65535")]
    [TestCase("check_port", "65536", 6, "ports from 1 to 65535")]
    [TestCase("amqp_port", "amqp", 6, "amqp_port holds 'amqp'")]
    [TestCase("db_port", "3306,99999999999999999999", 6, "db_port holds")]
    [TestCase("check_url", "ftp://127.0.0.1/", 6, "http://host")]
    [TestCase("check_url", "http:///path", 6, "http://host")]
    [TestCase("check_url", "http://host/a b", 6, "check_url holds blanks")]
    [TestCase("check_status", "200-", 6, "check_status holds '200-'")]
    [TestCase("check_timeout", "soon", 6, "check_timeout is 'soon'")]
    [TestCase("grace_period", "-1", 6, "grace_period is '-1'")]
    [TestCase("check_workers", "many", 6, "check_workers is 'many'")]
    [TestCase("stop_signal", "15", 6, "the name of a signal")]
    [TestCase("reload_signal", "RELOAD", 6, "the name of a signal")]
    [TestCase("pid", "heat.pid", 6, "absolute path")]
    [TestCase("additional_parameters", "'open", 6, "a quote that is not closed")]
    public async Task ValidateAll_OfAWrongValue_SaysWhichAndReturnsTheCodeForItsReach(string parameter, string value, int code, string reason)
    {
        Agent.Parameters[parameter] = value;

        var result = await Agent.RunAsync("validate-all");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(code), result.ToString());
            Assert.That(result.Reason, Does.Contain(reason));
        }
    }

    [TestCase("working_dir", "/nonexistent", 2)]
    [TestCase("working_dir", "/root", 2)]
    [TestCase("log_file", "/root/daemon.log", 2)]
    [TestCase("ca_file", "/nonexistent.pem", 2)]
    [TestCase("environment_file", "/nonexistent.env", 5)]
    [TestCase("environment", "NOT-A-NAME=1", 6)]
    [TestCase("environment", "no_value", 6)]
    public async Task ValidateAll_AtLevel10_AlsoChecksTheNode(string parameter, string value, int code)
    {
        Agent.Parameters[parameter] = value;

        var shallow = await Agent.RunAsync("validate-all");
        var deep = await Agent.RunAsync("validate-all", level: 10);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shallow.ExitCode, Is.Zero, shallow.ToString());
            Assert.That(deep.ExitCode, Is.EqualTo(code), deep.ToString());
            Assert.That(deep.Reason, Is.Not.Empty);
        }
    }

    [Test]
    public async Task ValidateAll_OfManyFaults_SaysAllAtOnceAndTheGravestCounts()
    {
        Agent.Parameters["user"] = "nobody-we-know";
        Agent.Parameters["check_port"] = "0";
        Agent.Parameters["check_status"] = "fine";

        var result = await Agent.RunAsync("validate-all");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(6));
            Assert.That(result.Reason, Does.Contain("nobody-we-know").And.Contain("check_port").And.Contain("check_status"));
        }
    }

    [Test]
    public async Task Start_OfAWrongValue_FailsAsValidateAllDoes()
    {
        Agent.Parameters["binary"] = "/nonexistent/heat-engine";

        Assert.That((await Agent.RunAsync("start")).ExitCode, Is.EqualTo(5));
    }

    [TestCase("monitor", 7)]
    [TestCase("status", 7)]
    [TestCase("stop", 0)]
    public async Task Action_ThatOnlyLooksOrStops_NeverValidates(string action, int code)
    {
        Agent.Parameters["binary"] = "/nonexistent/heat-engine";
        Agent.Parameters["user"] = "nobody-we-know";
        Agent.Parameters["config"] = "/nonexistent.conf";
        Agent.Parameters["check_port"] = "0";

        Assert.That((await Agent.RunAsync(action)).ExitCode, Is.EqualTo(code));
    }
}
