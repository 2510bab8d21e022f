using System.Diagnostics;

namespace EndToEnd.Tests;

/// <summary>The plugin is killed in the middle of a run.</summary>
[TestFixture]
[Category("Tools")]
public sealed class PluginDeathTests
{
    [Test]
    public async Task Up_WhenThePluginDies_SaysSoAndTheNextRunCarriesOn()
    {
        using var project = await Project.ForScenarioAsync("dummies");
        await project.MustAsync("config", "set", "count", "30");
        var up = project.Start("up", "--yes", "--skip-preview");
        var finished = CommandLine.FinishAsync(up);
        (await FindPluginAsync(up.Id)).Kill();

        var result = await finished;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Not.Zero);
            Assert.That(result.All, Does.Contain("mend").And.Contain("haiac"), result.ToString());
            Assert.That(result.All, Does.Not.Match(@"(?m)^\s+at \S+\("), result.ToString());
        }

        await project.MustAsync("up", "--yes");
        Assert.That(CibFile.Objects(project.Cib), Has.Length.EqualTo(30));
        await project.MustAsync("destroy", "--yes");
        Assert.That(CibFile.Objects(project.Cib), Is.Empty);
    }

    private static async Task<Process> FindPluginAsync(int engine)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(30))
        {
            foreach (var folder in Directory.EnumerateDirectories("/proc").Where(f => int.TryParse(Path.GetFileName(f), out _)))
            {
                if (IsPlugin(folder, engine))
                {
                    return Process.GetProcessById(int.Parse(Path.GetFileName(folder)));
                }
            }

            await Task.Delay(20);
        }

        throw new TimeoutException("The engine started no plugin.");
    }

    private static bool IsPlugin(string folder, int engine)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var parent = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]);
            return parent == engine && File.ReadAllText(Path.Combine(folder, "cmdline")).Contains("pulumi-resource-haiac", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // The process ended while it was looked at.
            return false;
        }
    }
}
