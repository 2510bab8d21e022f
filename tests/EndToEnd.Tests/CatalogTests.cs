namespace EndToEnd.Tests;

/// <summary>The whole catalogue of ready definitions on a virtual cluster, with the real plugin and Pacemaker's own checks and scheduler.</summary>
[TestFixture]
[Category("Tools")]
public sealed class CatalogTests
{
    private static readonly string[] Stateful = ["rabbitmq", "galera", "redis", "ovn"];

    private Project? _project;

    [TearDown]
    public void RemoveProject() => _project?.Dispose();

    [TestCase("catalog", "-clone")]
    [TestCase("catalog-in-containers", "-bundle")]
    [Property("Requirement", "R1")]
    [Property("Requirement", "R2")]
    [Property("Requirement", "R3")]
    [Property("Requirement", "R4")]
    [Property("Requirement", "A3")]
    [Property("Requirement", "A7")]
    public async Task Catalog_WholeLife_RunsAndChangesNothingTwiceAndLeavesNothing(string scenario, string outer)
    {
        _project = await Project.ForScenarioAsync(scenario);

        await _project.MustAsync("up", "--yes");

        var cib = _project.Cib;
        var objects = CibFile.Objects(cib);
        var file = Path.Combine(_project.ClusterFolder, "cib.xml");
        var verdict = await CommandLine.RunAsync("crm_verify", ["-V", "--xml-file", file], _project.Folder);
        var status = await _project.MustAsync("cluster", "status");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.ExitCode, Is.Zero, verdict.ToString());
            Assert.That(Stateful.Select(name => name + outer), Is.SubsetOf(objects));
            Assert.That(status.Output, Does.Not.Contain("FAILED"));
            // Few orders: no more than one for each address and each declared dependency.
            Assert.That(objects.Count(id => id.Contains("-after-", StringComparison.Ordinal)), Is.LessThanOrEqualTo(30));
        }

        foreach (var time in new[] { "first", "second" })
        {
            var preview = await _project.MustAsync("preview", "--expect-no-changes");
            Assert.That(preview.Output, Does.Not.Match(@"\d+ to (create|update|delete|replace)"), time);
        }

        Assert.That(_project.Cib, Is.EqualTo(cib), "a run without changes writes nothing");
        await _project.MustAsync("refresh", "--yes", "--expect-no-changes");

        await _project.MustAsync("destroy", "--yes");
        Assert.That(CibFile.Objects(_project.Cib), Is.Empty);
    }
}
