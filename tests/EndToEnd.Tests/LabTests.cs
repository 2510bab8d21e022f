using HaIac.Labs;

namespace EndToEnd.Tests;

/// <summary>The product on three real nodes, over ssh.</summary>
[TestFixture]
[Category("Lab")]
[NonParallelizable]
public sealed class LabTests
{
    private static readonly string[] Daemons = ["haproxy", "heat-api", "heat-api-cfn", "heat-engine"];

    private Lab _lab = null!;
    private Project? _project;

    [SetUp]
    public async Task Prepare() => _lab = await OneLab.GetEmptyAsync();

    [TearDown]
    public void RemoveProject() => _project?.Dispose();

    // One life from the first up to the last destroy: starting Heat on three nodes takes most of a minute, and each part needs it running.
    [Test]
    [Property("Requirement", "S2")]
    public async Task Controllers_WholeLife_RunWhereDeclaredChangeInPlaceSurviveAPowerFailureAndLeaveTheCibAsFound()
    {
        var before = CibFile.Configuration(await CibAsync());
        _project = await ControllersAsync();

        await _project.MustAsync("up", "--yes");
        await EverythingRunsAsync();
        await _project.MustAsync("up", "--yes", "--expect-no-changes");

        await AnotherMonitorIntervalRestartsNothingAsync(_project);
        await APowerFailureMovesTheAddressAsync();

        await _project.MustAsync("destroy", "--yes");
        Assert.That(CibFile.Configuration(await CibAsync()), Is.EqualTo(before));
    }

    [Test]
    [Property("Requirement", "J3")]
    [Property("Requirement", "S3")]
    public async Task Up_WhilePcsCreatesResources_LosesNeithersWork()
    {
        _project = await Project.ForScenarioAsync("dummies", _lab.SshAddress);
        await _project.MustAsync("config", "set", "count", "20");
        var up = _project.RunAsync("up", "--yes", "--skip-preview");

        var created = new List<string>();
        for (var i = 1; i <= 8; i++)
        {
            var result = await _lab.Nodes[2].RunAsync($"pcs resource create pcs{i} ocf:pacemaker:Dummy --no-default-ops");
            if (result.ExitCode == 0)
            {
                created.Add($"pcs{i}");
            }
        }

        Assert.That((await up).ExitCode, Is.Zero, (await up).ToString());
        var objects = CibFile.Objects(await CibAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(created, Is.Not.Empty);
            Assert.That(objects, Is.SupersetOf(created));
            Assert.That(objects, Is.SupersetOf(Enumerable.Range(1, 20).Select(i => $"d{i}")));
            Assert.That(objects, Is.Unique);
        }

        await _project.MustAsync("destroy", "--yes");
        Assert.That(CibFile.Objects(await CibAsync()), Is.EquivalentTo(created));
    }

    [TestCase("unknown-agent", "NoSuchAgent")]
    [TestCase("schema", "stonith-enabled")]
    public async Task Up_OfWrongProgram_SaysWhatAndTheNextRunCarriesOn(string scenario, string named)
    {
        _project = await Project.ForScenarioAsync(scenario, _lab.SshAddress);

        var up = await _project.RunAsync("up", "--yes", "--skip-preview");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(up.ExitCode, Is.Not.Zero, up.ToString());
            Assert.That(up.All, Does.Contain(named).And.Contain("mend"), up.ToString());
        }

        await _project.MustAsync("config", "set", "scenario", "dummies");
        await _project.MustAsync("up", "--yes");
        await _project.MustAsync("destroy", "--yes");
        Assert.That(CibFile.Objects(await CibAsync()), Is.Empty);
    }

    [Test]
    public async Task Up_WithWrongKey_SaysSo()
    {
        var key = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"wrong-key-{Guid.NewGuid():N}");
        await CommandLine.RunAsync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key], "/");
        _project = await Project.ForScenarioAsync("dummy", _lab.SshAddress.Replace(_lab.IdentityFile, key, StringComparison.Ordinal));

        var up = await _project.RunAsync("up", "--yes", "--skip-preview");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(up.ExitCode, Is.Not.Zero);
            Assert.That(up.All, Does.Contain("key").And.Contain("mend"), up.ToString());
            Assert.That(CibFile.Objects(await CibAsync()), Is.Empty);
        }
    }

    [Test]
    [Property("Correction", "L6")]
    public async Task Up_OfAServiceThatCannotStart_NamesNodeOperationAndReason()
    {
        _project = await Project.ForScenarioAsync("cannot-start", _lab.SshAddress);

        var up = await _project.RunAsync("up", "--yes", "--skip-preview");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(up.ExitCode, Is.Not.Zero);
            Assert.That(up.All, Does.Contain("start").And.Match("ctl[123]").And.Contain("mend"), up.ToString());
        }

        await _project.MustAsync("destroy", "--yes");
    }

    private async Task EverythingRunsAsync()
    {
        var vip = await NodeOfAddressAsync();
        using (Assert.EnterMultipleScope())
        {
            foreach (var node in _lab.Nodes)
            {
                foreach (var daemon in Daemons)
                {
                    Assert.That((await node.ReadAsync($"systemctl is-active {daemon}")).Trim(), Is.EqualTo("active"), $"{daemon} on {node.Name}");
                }
            }

            Assert.That(vip, Is.Not.Null);
            Assert.That((await _project!.MustAsync("cluster", "status")).Output, Does.Contain("public-vip").And.Contain(vip));
        }
    }

    private async Task AnotherMonitorIntervalRestartsNothingAsync(Project project)
    {
        var before = await MainPidsAsync();
        await project.MustAsync("config", "set", "interval", "20s");

        var preview = await project.MustAsync("preview", "--diff");
        await project.MustAsync("up", "--yes");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview.Output, Does.Contain("interval: \"30s\" => \"20s\""));
            Assert.That(preview.Output.Split('\n').Count(l => l.Contains("=>", StringComparison.Ordinal)), Is.EqualTo(3), preview.Output);
            Assert.That(preview.Output, Does.Contain("~ 3 to update"));
            Assert.That(await MainPidsAsync(), Is.EqualTo(before));
            Assert.That(await CibAsync(), Does.Match("<op[^>]*interval=\"20s\""));
        }
    }

    private async Task APowerFailureMovesTheAddressAsync()
    {
        var first = (await NodeOfAddressAsync())!;

        await _lab[first].PowerOffAsync();

        await Lab.WaitUntilAsync(
            "the address is on another node", async _ => await NodeOfAddressAsync() is { } node && node != first, TimeSpan.FromMinutes(2));
        await Lab.WaitUntilAsync(
            "the address answers", token => Lab.AnswersAsync(_lab.VirtualAddress, 22, token), TimeSpan.FromMinutes(1));
        await _lab[first].PowerOnAsync();
        await _lab.WaitForQuorumAsync(TimeSpan.FromMinutes(3));
    }

    private async Task<Project> ControllersAsync()
    {
        var project = await Project.ForScenarioAsync("controllers", _lab.SshAddress);
        await project.MustAsync("config", "set", "vip", _lab.VirtualAddress);
        await project.MustAsync("config", "set", "prefix", $"{_lab.PrefixLength}");
        return project;
    }

    private Task<string> CibAsync() => _lab.Nodes.First(n => n.IsRunning).ReadAsync("cibadmin -Q");

    private async Task<string?> NodeOfAddressAsync()
    {
        foreach (var node in _lab.Nodes.Where(n => n.IsRunning))
        {
            if ((await node.ReadAsync("ip -o addr show")).Contains($" {_lab.VirtualAddress}/", StringComparison.Ordinal))
            {
                return node.Name;
            }
        }

        return null;
    }

    private async Task<string> MainPidsAsync()
    {
        var pids = new List<string>();
        foreach (var node in _lab.Nodes)
        {
            pids.Add($"{node.Name}: {await node.ReadAsync($"systemctl show -p MainPID --value {string.Join(' ', Daemons)}")}");
        }

        return string.Join('\n', pids);
    }
}
