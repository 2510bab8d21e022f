using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Services;

/// <summary>The scripts as text.</summary>
[TestFixture]
public sealed class ScriptTests
{
    private static readonly string[] Scripts = ["openstack-service", "handler"];

    [TestCaseSource(nameof(Scripts))]
    public async Task ShellCheck_OfScript_FindsNothing(string script)
    {
        Host.Need("shellcheck");
        var path = Path.Combine(Host.Scripts, script);

        foreach (var shell in new[] { "sh", "dash", "bash" })
        {
            var result = await Programs.RunAsync("shellcheck", [$"--shell={shell}", "--severity=style", path]);

            Assert.That(result.ExitCode, Is.Zero, result.ToString());
        }
    }

    [Test]
    public void Script_OfAgent_UsesNoToolThatIsRetiredOrOptional()
    {
        var text = File.ReadAllText(Path.Combine(Host.Scripts, "openstack-service"));

        // Requirement 11 of the generic agent: ss instead of netstat; nothing that a minimal node lacks.
        Assert.That(text, Does.Not.Match(@"\b(netstat|lsof|python|perl|nc|wget)\b"));
    }
}
