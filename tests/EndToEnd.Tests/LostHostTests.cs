using HaIac.Labs;

namespace EndToEnd.Tests;

/// <summary>The host that a deployment talks to fails, or is not the one it was.</summary>
[TestFixture]
[Category("Lab")]
[NonParallelizable]
public sealed class LostHostTests
{
    private const int Resources = 40;

    private Lab _lab = null!;

    [SetUp]
    public async Task Prepare() => _lab = await OneLab.GetEmptyAsync();

    // Four at a time: some are written, some are waited for, most are still to come. All at once: everything is written, and up waits.
    [TestCase("4", 6)]
    [TestCase("64", Resources)]
    public async Task Up_WhoseHostLosesItsPower_GoesOnOverAnotherOne(string parallel, int written)
    {
        var lost = _lab["ctl2"];
        using var project = await Project.ForScenarioAsync("dummies", _lab.SshAddressOf([lost, _lab["ctl3"], _lab["ctl1"]]));
        await project.MustAsync("config", "set", "count", $"{Resources}");

        var up = project.RunAsync("up", "--yes", "--skip-preview", "--parallel", parallel);
        await Lab.WaitUntilAsync(
            $"{written} resources are written",
            async _ => up.IsCompleted || CibFile.Objects(await CibAsync()).Length >= written,
            TimeSpan.FromMinutes(2));
        var tooLate = up.IsCompleted;
        await lost.PowerOffAsync();
        var result = await up;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tooLate, Is.False, "up was still at work when the power went.");
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(CibFile.Objects(await CibAsync()), Is.EquivalentTo(Enumerable.Range(1, Resources).Select(i => $"d{i}")));
        }

        await project.MustAsync("up", "--yes", "--expect-no-changes");
        await lost.PowerOnAsync();
        await _lab.WaitForQuorumAsync(TimeSpan.FromMinutes(3));
        await project.MustAsync("destroy", "--yes");
    }

    [Test]
    public async Task Up_OfAHostWithAnotherKey_SaysSoAndWritesNothing()
    {
        var known = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"other-keys-{Guid.NewGuid():N}");
        await CommandLine.RunAsync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", known + ".key"], "/");
        var another = string.Join(' ', (await File.ReadAllTextAsync(known + ".key.pub")).Split(' ').Take(2));
        await File.WriteAllLinesAsync(known, _lab.Nodes.Select(node => $"{node.Address} {another}"));
        using var project = await Project.ForScenarioAsync("dummy", _lab.SshAddress.Replace(_lab.KnownHostsFile, known, StringComparison.Ordinal));

        var up = await project.RunAsync("up", "--yes", "--skip-preview");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(up.ExitCode, Is.Not.Zero);
            Assert.That(up.All, Does.Contain("HAI4004").And.Contain(_lab.Nodes[0].Address).And.Contain("ssh-keygen -R").And.Contain("mend"), up.ToString());
            Assert.That(CibFile.Objects(await CibAsync()), Is.Empty);
        }
    }

    private Task<string> CibAsync() => _lab["ctl1"].ReadAsync("cibadmin --query --local");
}
