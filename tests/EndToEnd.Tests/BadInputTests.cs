namespace EndToEnd.Tests;

/// <summary>Mistakes of users and failures of hosts: each gets what, where, why and mend; state and cluster stay consistent; the next run carries on.</summary>
[TestFixture]
[Category("Tools")]
public sealed class BadInputTests
{
    private Project? _project;

    [TearDown]
    public void RemoveProject() => _project?.Dispose();

    [TestCase("bad-id", "1st:address")]
    [TestCase("bad-interval", "20x")]
    [TestCase("refused-by-schema", "schema refuses a")]
    [TestCase("dangling", "nowhere")]
    [TestCase("throws", "The inventory file has no line for ctl2.")]
    public async Task Up_OfWrongProgram_SaysWhatAndTheNextRunCarriesOn(string scenario, string named)
    {
        _project = await Project.ForScenarioAsync(scenario);

        var up = await _project.RunAsync("up", "--yes", "--skip-preview");

        AssertHelpful(up, named);
        await AssertNextUpWorksAsync();
    }

    [Test]
    public async Task Preview_OfManyMistakes_NamesThemTogether()
    {
        _project = await Project.ForScenarioAsync("many-mistakes");

        var preview = await _project.RunAsync("preview");

        AssertHelpful(preview, "1st:address", "no agent at all", "20x");
    }

    [Test]
    public async Task Up_WithUnreachableHost_NamesItAndKeepsState()
    {
        // Port 1 of loopback: nothing listens there.
        _project = await Project.ForScenarioAsync("dummy", "ssh://root@127.0.0.1:1?connectTimeout=3");

        var up = await _project.RunAsync("up", "--yes", "--skip-preview");

        AssertHelpful(up, "127.0.0.1");
        await _project.MustAsync("config", "set", "haiac:cluster", "virtual:.haiac/dev?nodes=ctl1,ctl2,ctl3");
        await AssertNextUpWorksAsync();
    }

    [TestCase("telnet://ctl1")]
    [TestCase("ssh://")]
    [TestCase("virtual:")]
    public async Task Up_WithMalformedAddress_SaysWhatIsAccepted(string address)
    {
        _project = await Project.ForScenarioAsync("dummy", address);

        var up = await _project.RunAsync("up", "--yes", "--skip-preview");

        AssertHelpful(up, address, "ssh://");
    }

    [Test]
    public async Task Up_WithFullDisk_KeepsTheOldStateAndTheNextRunCarriesOn()
    {
        _project = await Project.ForScenarioAsync("dummies");
        await using var disk = await SmallDisk.MountAsync(Path.Combine(_project.Folder, "state"));
        if (disk is null)
        {
            Assert.Ignore("This host does not let the test mount a small file system (needs root).");
        }

        await _project.MustAsync("stack", "init", "dev");
        await _project.MustAsync("up", "--yes", "--skip-preview");
        var before = await File.ReadAllTextAsync(_project.StateFile);
        disk.Fill();
        await _project.MustAsync("config", "set", "count", "40");

        var up = await _project.RunAsync("up", "--yes", "--skip-preview");

        AssertHelpful(up, "state");
        Assert.That(await File.ReadAllTextAsync(_project.StateFile), Is.EqualTo(before));
        disk.Empty();
        await _project.MustAsync("up", "--yes", "--skip-preview");
        await _project.MustAsync("up", "--yes", "--expect-no-changes");
        Assert.That(CibFile.Objects(_project.Cib), Has.Length.EqualTo(40));
    }

    private static void AssertHelpful(CommandResult result, params string[] named)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Not.Zero, result.ToString());
            Assert.That(result.All, Does.Contain("error"));
            Assert.That(result.All, Does.Contain("mend"), result.ToString());
            Assert.That(result.All, Does.Not.Match(@"(?m)^\s+at \S+\("), "A stack trace is no message.");
            foreach (var name in named)
            {
                Assert.That(result.All, Does.Contain(name), result.ToString());
            }
        }
    }

    private async Task AssertNextUpWorksAsync()
    {
        await _project!.MustAsync("config", "set", "scenario", "dummies");
        await _project.MustAsync("up", "--yes");
        Assert.That(CibFile.Objects(_project.Cib), Is.EquivalentTo(new[] { "d1", "d2", "d3" }));
        await _project.MustAsync("destroy", "--yes");
        Assert.That(CibFile.Objects(_project.Cib), Is.Empty);
    }
}
