using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Handlers;

/// <summary>The debug handler with values of any text, with secrets, and before it changes what the cluster manages (rule O5).</summary>
[TestFixture("dash")]
[TestFixture("bash --posix")]
public sealed class HandlerSafetyTests(string shell) : HandlerFixture(shell)
{
    private static readonly Dictionary<string, string> Unmanaged = new() { ["is-managed"] = "false" };

    [Test]
    [Property("Requirement", "O5")]
    [Property("Correction", "O5")]
    public async Task Parameters_OfAnyText_ReachTheAgentUnchanged()
    {
        string[] texts =
        [
            "it's \"quoted\" and 'quoted'", "  blanks   and\ttabs  ", "$(touch /nonexistent) `id` ${HOME} $HOME", "back\\slash \\n %s %% & ; | > < * ? [a] ~ # !",
            "two\nlines", "line ends\n\n", "--switch", "value=\"<nvpair name=\"other\"/>", "ünïcödé", "", "2",
        ];
        Handler.Configure(texts.Select((text, i) => (Name: $"text_{i}", text)).ToDictionary(each => each.Name, each => each.text));

        var result = await Handler.RunAsync();
        var shown = await Handler.RunAsync("--parameters");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            for (var i = 0; i < texts.Length; i++)
            {
                Assert.That(Handler.EnvironmentAt("monitor")[$"OCF_RESKEY_text_{i}"], Is.EqualTo(texts[i]));
                Assert.That(await ReadBackAsync(shown.Output, $"OCF_RESKEY_text_{i}"), Is.EqualTo(texts[i]), "what is shown can be given to a shell");
            }
        }
    }

    [Test]
    [Property("Requirement", "O5")]
    public async Task Placeholders_WithQuotesAndBlanks_AreTakenAsTheyAre()
    {
        using var handler = new HandlerUnderTest(Shell, service: "it's $(id) `x` \\ \"y\"", primitive: "p_x");

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
        Handler.Configure(new Dictionary<string, string>
        {
            ["os_password"] = "Secret-1", ["auth_token"] = "Secret-2", ["environment"] = "OS_PASSWORD=Secret-3", ["check_url"] = "http://u:Secret-4@h/", ["port"] = "1",
        });

        var masked = await Handler.RunAsync("-p");
        var shown = await Handler.RunAsync("-p", "--secrets");
        var monitor = await Handler.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await File.ReadAllTextAsync(Handler.Script), Does.Not.Contain("Secret-"));
            Assert.That(masked.Output, Does.Contain("OCF_RESKEY_os_password=******").And.Contain("OCF_RESKEY_port='1'").And.Not.Contain("Secret-"));
            Assert.That(shown.Output, Does.Contain("OCF_RESKEY_os_password='Secret-1'"));
            Assert.That(monitor.Output + monitor.Error, Does.Not.Contain("Secret-"));
            Assert.That(Handler.EnvironmentAt("monitor")["OCF_RESKEY_os_password"], Is.EqualTo("Secret-1"));
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
        var result = await Handler.RunAsync(action);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(77));
            Assert.That(result.Error, Does.Contain("warning: the cluster manages p_heat-engine").And.Contain("--force").And.Contain("is-managed"));
            Assert.That(Handler.Actions, Is.Empty);
        }
    }

    [TestCase("y\n", 0, "stop")]
    [TestCase("\n", 77, "")]
    [Property("Requirement", "O5")]
    public async Task Change_OfAManagedResource_AsksOnATerminal(string reply, int code, string actions)
    {
        Host.Need("script");
        var command = $"{Shell} {Handler.Script} stop";

        var result = await Programs.RunAsync(
            "script", ["--quiet", "--return", "--command", command, "/dev/null"], new Dictionary<string, string> { ["CIB_file"] = Handler.Cib }, reply);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(code), result.ToString());
            Assert.That(result.Output, Does.Contain("stop all the same? [y/N]"));
            Assert.That(string.Join(',', Handler.Actions), Is.EqualTo(actions));
        }
    }

    [Test]
    [Property("Requirement", "O5")]
    public async Task Change_OfAnUnmanagedResource_NeedsNoQuestion()
    {
        Handler.Configure(HandlerUnderTest.None, meta: Unmanaged);

        var result = await Handler.RunAsync("stop");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Error, Does.Not.Contain("warning"));
        }
    }

    // What a shell makes of the lines that the handler showed.
    private static async Task<string> ReadBackAsync(string lines, string variable) =>
        (await Programs.RunAsync("dash", ["-c", $"{lines}\nprintf %s. \"${variable}\""])).Output[..^1];
}
