namespace EndToEnd.Tests;

/// <summary>The examples beside the first steps, and wrappers in a program of its own, on a virtual cluster with the real plugin.</summary>
[TestFixture]
[Category("Tools")]
public sealed class ExampleTests
{
    [Test]
    [Property("Requirement", "A4")]
    public async Task OwnClass_Up_HasWhatTheClassComposed()
    {
        using var project = await Project.CreateAsync("examples/OwnClass");

        await project.MustAsync("up", "--yes");
        var second = await project.MustAsync("up", "--yes", "--expect-no-changes");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CibFile.Objects(project.Cib), Is.SupersetOf(new[] { "volume-clone", "database", "database-after-volume-clone", "database-with-volume-clone" }));
            Assert.That(second.Output, Does.Not.Match(@"\d+ (created|updated|deleted|replaced)"));
        }
    }

    [Test]
    [Property("Requirement", "A2")]
    [Property("Requirement", "A7")]
    public async Task FromOutside_Up_HasTheThirdPartysServicesInTheCluster()
    {
        using var project = await Project.CreateAsync("examples/FromOutside");

        await project.MustAsync("up", "--yes");
        var second = await project.MustAsync("up", "--yes", "--expect-no-changes");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CibFile.Objects(project.Cib), Is.SupersetOf(new[] { "billing-queue", "billing-worker", "billing-worker-after-billing-queue" }));
            Assert.That(second.Output, Does.Not.Match(@"\d+ (created|updated|deleted|replaced)"));
        }
    }

    [Test]
    public async Task Wrapper_TakenInAndOutAgain_IsAnUpdateEachTime()
    {
        using var project = await Project.ForScenarioAsync("wrapper");
        await project.MustAsync("config", "set", "match", "nothing");
        await project.MustAsync("up", "--yes");
        await project.MustAsync("config", "set", "match", "mem*");

        var wrapped = await project.MustAsync("up", "--yes");
        var objects = CibFile.Objects(project.Cib);
        await project.MustAsync("config", "set", "match", "nothing");
        var unwrapped = await project.MustAsync("up", "--yes");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(objects, Does.Contain("memcached-clone"));
            Assert.That(wrapped.Output, Does.Contain("1 updated").And.Not.Contain("replaced"));
            Assert.That(unwrapped.Output, Does.Contain("1 updated").And.Not.Contain("replaced"));
            Assert.That(CibFile.Objects(project.Cib), Does.Not.Contain("memcached-clone"));
        }
    }

    [Test]
    public async Task Wrapper_ThatMatchesNothing_SaysSoAtTheEnd()
    {
        using var project = await Project.ForScenarioAsync("wrapper");
        await project.MustAsync("config", "set", "match", "memcache");

        var preview = await project.MustAsync("preview");

        Assert.That(preview.ToString(), Does.Contain("HAI1201: Wrapper that matched nothing").And.Contain("PacemakerWrapper.For(\"memcache\")"));
    }
}
