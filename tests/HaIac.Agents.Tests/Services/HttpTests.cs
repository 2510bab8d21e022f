using HaIac.Agents.Tests.Daemons;

namespace HaIac.Agents.Tests.Services;

[TestFixture("dash")]
public sealed class HttpTests(string shell) : AgentFixture(shell)
{
    [TestCase(200, "", 0)]
    [TestCase(300, "", 0)]
    [TestCase(401, "", 1)]
    [TestCase(500, "", 1)]
    [TestCase(503, "", 1)]
    [TestCase(300, "300 401", 0)]
    [TestCase(401, "300,401", 0)]
    [TestCase(200, "300 401", 1)]
    public async Task Monitor_AtDepth20_AcceptsTheStatusThatIsSelected(int status, string accepted, int code)
    {
        var proxy = new Haproxy(Agent, status);
        await Agent.StartAsync();
        Agent.Parameters["check_url"] = proxy.Url;
        Agent.Parameters["check_status"] = accepted;

        var deep = await Agent.RunAsync("monitor", level: 20);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deep.ExitCode, Is.EqualTo(code), deep.ToString());
            Assert.That(deep.Reason, code == 0 ? Is.Empty : Does.Contain($"HTTP status {status}"));
            Assert.That((await Agent.RunAsync("monitor", level: 10)).ExitCode, Is.Zero, "depth 10 does not ask");
        }
    }

    [Test]
    public async Task Monitor_OfADaemonThatNeverAnswers_EndsBeforeTheOperationDoes()
    {
        var proxy = new Haproxy(Agent, 0);
        await Agent.StartAsync();
        Agent.Parameters["check_url"] = proxy.Url;
        Agent.Parameters["check_timeout"] = "50";

        var result = await Agent.RunAsync("monitor", level: 20, timeout: 4);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1), result.ToString());
            Assert.That(result.Reason, Does.Match("no answer within [123] s"));
        }
    }

    [Test]
    public async Task Monitor_OfADaemonThatRefuses_IsAnErrorAndNeverNotRunning()
    {
        _ = new Haproxy(Agent, 200);
        await Agent.StartAsync();
        Agent.Parameters["url"] = "http://user:pass-of-url@127.0.0.1:1/v1?token=t0ken";

        var result = await Agent.RunAsync("monitor", level: 20);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1), result.ToString());
            Assert.That(result.Reason, Does.Contain("GET http://127.0.0.1:1/v1: no answer"));
            Assert.That(result.Error, Does.Not.Contain("pass-of-url").And.Not.Contain("t0ken"));
        }
    }

    [Test]
    public async Task Monitor_WithoutCurl_WarnsAndDoesNotPunishTheService()
    {
        var proxy = new Haproxy(Agent, 500);
        await Agent.StartAsync();
        Agent.Parameters["check_url"] = proxy.Url;
        // The library's own way to pretend that tools are missing.
        Agent.Variables["OCF_TESTER_FAIL_HAVE_BINARY"] = "1";

        var result = await Agent.RunAsync("monitor", level: 20);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Error, Does.Contain("without curl"));
        }
    }

    [Test]
    public async Task Start_WithoutCurlAndWithAUrl_SaysWhatIsMissing()
    {
        var proxy = new Haproxy(Agent, 200);
        Agent.Parameters["check_url"] = proxy.Url;
        Agent.Variables["OCF_TESTER_FAIL_HAVE_BINARY"] = "1";

        var result = await Agent.RunAsync("start");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(5), result.ToString());
            Assert.That(result.Reason, Does.Contain("curl"));
        }
    }

    [TestCase("true", false, 1)]
    [TestCase("false", false, 0)]
    [TestCase("true", true, 0)]
    public async Task Monitor_OverTls_VerifiesUnlessToldOtherwise(string verify, bool knowsAuthority, int code)
    {
        var proxy = new Haproxy(Agent, 200, tls: true);
        await Agent.StartAsync();
        Agent.Parameters["check_url"] = proxy.Url;
        Agent.Parameters["tls_verify"] = verify;
        if (knowsAuthority)
        {
            Agent.Parameters["ca_file"] = proxy.CaFile;
        }

        var result = await Agent.RunAsync("monitor", level: 20);

        Assert.That(result.ExitCode, Is.EqualTo(code), result.ToString());
    }

    [Test]
    public async Task Start_WithAUrlThatAnswersWrongly_Fails()
    {
        var proxy = new Haproxy(Agent, 500);
        Agent.Parameters["check_url"] = proxy.Url;

        var result = await Agent.RunAsync("start", timeout: 3);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(result.Reason, Does.Contain("HTTP status 500"));
        }
    }
}
