namespace EndToEnd.Tests;

/// <summary>The first steps of a newcomer, on a virtual cluster.</summary>
[TestFixture]
[Category("Tools")]
public sealed class QuickstartTests
{
    private Project _project = null!;

    [SetUp]
    public async Task CreateProject() => _project = await Project.CreateAsync("examples/Quickstart");

    [TearDown]
    public void RemoveProject() => _project.Dispose();

    [Test]
    [Property("Requirement", "N5")]
    public async Task Preview_OfNewStack_ShowsTreeAndPropertiesAndWritesNothing()
    {
        var preview = await _project.MustAsync("preview", "--diff");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview.Output, Does.Contain("Previewing update (dev):"));
            Assert.That(preview.Output, Does.Contain("+ haiac:openstack:Heat: (create)"));
            Assert.That(preview.Output, Does.Contain("+ haiac:services:Service: (create)"));
            Assert.That(preview.Output, Does.Match("\"heat-engine-clone\""));
            Assert.That(preview.Output, Does.Contain("systemd:heat-engine"));
            Assert.That(preview.Output, Does.Match(@"\+ 9 to create"));
            Assert.That(CibObjects(), Is.Empty);
        }
    }

    [Test]
    public async Task Up_ThenStatus_ShowsThePlacementOfTheScheduler()
    {
        await _project.MustAsync("up", "--yes");

        var status = await _project.MustAsync("cluster", "status");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.Output, Does.Match(@"public-vip\b.*running"));
            foreach (var daemon in new[] { "haproxy", "heat-api", "heat-api-cfn", "heat-engine" })
            {
                Assert.That(status.Output, Does.Match($@"(?m)^.*\b{daemon}\b.*running +running +running"), daemon);
            }
        }
    }

    [Test]
    [Property("Requirement", "A7")]
    public async Task Up_Again_SaysNothingChangedAndWritesNothing()
    {
        await _project.MustAsync("up", "--yes");
        var before = _project.Cib;

        var second = await _project.MustAsync("up", "--yes", "--expect-no-changes");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Output, Does.Contain("9 unchanged"));
            Assert.That(second.Output, Does.Not.Match(@"\d+ (created|updated|deleted|replaced)"));
            Assert.That(_project.Cib, Is.EqualTo(before));
        }
    }

    [Test]
    public async Task FailNode_OfTheAddress_MovesIt()
    {
        await _project.MustAsync("up", "--yes");
        var before = await NodeOfAddressAsync();

        await _project.MustAsync("cluster", "fail-node", before);
        var after = await NodeOfAddressAsync();
        await _project.MustAsync("cluster", "recover-node", before);

        Assert.That(after, Is.Not.EqualTo(before).And.StartWith("ctl"));
    }

    [Test]
    public async Task Destroy_Always_LeavesNoResourceAndNoConstraint()
    {
        await _project.MustAsync("up", "--yes");

        await _project.MustAsync("destroy", "--yes");

        Assert.That(CibObjects(), Is.Empty);
    }

    [Test]
    public async Task Output_AfterUp_IsTheStacks()
    {
        await _project.MustAsync("up", "--yes");

        var endpoint = await _project.MustAsync("stack", "output", "endpoint");

        Assert.That(endpoint.Output.Trim(), Is.EqualTo("http://192.0.2.10:8004/v1"));
    }

    private async Task<string> NodeOfAddressAsync()
    {
        var status = await _project.MustAsync("cluster", "status", "--json");
        using var report = System.Text.Json.JsonDocument.Parse(status.Output);
        return report.RootElement.GetProperty("resources").EnumerateArray().Single(resource => resource.GetProperty("id").GetString() == "public-vip").GetProperty("runningOn")[0].GetString()!;
    }

    private string[] CibObjects() =>
        File.Exists(Path.Combine(_project.ClusterFolder, "cib.xml")) ? CibFile.Objects(_project.Cib) : [];
}
