using static HaIac.Operating.Tests.Lifecycle.OperatedCluster;

namespace HaIac.Operating.Tests.Lifecycle;

[Category("Tools")]
internal sealed class ServiceStopTests
{
    [TestCase("api", Kinds.Clone, "api-clone")]
    [TestCase("db", Kinds.Promotable, "db-clone")]
    [TestCase("box", Kinds.Bundle, "box-bundle")]
    [Property("Requirement", "I3")]
    [Property("Requirement", "D3")]
    [Property("Correction", "I5")]
    public async Task StopAsync_CloneOnOneNode_BansItThereWithOurMarkUntilTheStart(string name, string resources, string outer)
    {
        await using var cluster = await WithAsync(resources);
        var before = (await cluster.ReadAsync()).Configuration!.ToXml();

        await cluster.Operator.StopAsync(Service(name), Node("ctl1"));

        Assert.That(await cluster.PlacesAsync(name), Is.EqualTo("ctl2 ctl3"));
        Assert.That((await cluster.ReadAsync()).Constraints.Single().Id.Value, Is.EqualTo($"haiac-ban-{outer}-on-ctl1"));

        await cluster.Operator.StartAsync(Service(name), Node("ctl1"));

        Assert.That(await cluster.PlacesAsync(name), Is.EqualTo("ctl1 ctl2 ctl3"));
        Assert.That((await cluster.ReadAsync()).Configuration!.ToXml(), Is.EqualTo(before));
    }

    [Test]
    [Property("Requirement", "I4")]
    public async Task StopAsync_OptInOnOneNode_TakesOurLocationTooAndStartBringsItBack()
    {
        await using var cluster = await WithAsync(Kinds.Clone, options: "stonith-enabled=false symmetric-cluster=false");
        var profile = Service("api") with { OptIn = new() { Enabled = true } };
        await cluster.Operator.StartAsync(profile);

        await cluster.Operator.StopAsync(profile, Node("ctl2"));

        Assert.That((await cluster.ReadAsync()).Constraints.Select(item => item.Id.Value), Is.EqualTo(["api-clone-on-ctl1", "api-clone-on-ctl3", "haiac-ban-api-clone-on-ctl2"]));
        await cluster.Operator.StartAsync(profile, Node("ctl2"));
        Assert.That(await cluster.PlacesAsync("api"), Is.EqualTo("ctl1 ctl2 ctl3"));
    }

    [Test]
    [Property("Correction", "I6")]
    public async Task StopAsync_GroupMember_StopsItAndThoseAfterItAndSaysSo()
    {
        await using var cluster = await WithAsync(Kinds.Group);

        var report = await cluster.Operator.StopAsync(Service("middle"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await cluster.PlacesAsync("first"), Is.Not.Empty);
            Assert.That(await cluster.PlacesAsync("middle") + await cluster.PlacesAsync("last"), Is.Empty);
            Assert.That(report.Steps.Select(step => step.Text), Has.Some.Contains("last after it in group g stops with it"));
            Assert.That((await cluster.ReadAsync()).Constraints, Is.Empty);
        }
    }

    [Test]
    [Property("Requirement", "I2")]
    public async Task StopAsync_SimpleOnAnotherNode_HasNothingToDo()
    {
        await using var cluster = await WithAsync(Kinds.Simple, """<rsc_location id="there" rsc="p_vip" node="ctl1" score="INFINITY"/>""");

        var elsewhere = await cluster.Operator.StopAsync(Service("vip"), Node("ctl2"));
        var there = await cluster.Operator.StopAsync(Service("vip"), Node("ctl1"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((elsewhere.Changed, there.Changed), Is.EqualTo((false, true)));
            Assert.That(await cluster.PlacesAsync("p_vip"), Is.Empty);
        }
    }

    [Test]
    [Property("Requirement", "F2")]
    [Property("Requirement", "I1")]
    public async Task StopAsync_Unmanaged_IsManagedFirst()
    {
        await using var cluster = await WithAsync(Kinds.Simple);
        await cluster.Operator.DisableAsync(Service("vip"));

        var report = await cluster.Operator.StopAsync(Service("vip"));

        Assert.That(report.Steps.Select(step => step.Name).Distinct(), Is.EqualTo(["managed", "target-role", "wait"]));
        Assert.That(await cluster.PlacesAsync("p_vip"), Is.Empty);
    }

    [Test]
    [Property("Requirement", "F1")]
    public async Task DisableThenEnable_IsUnmanagedThenManaged_AndTwiceWritesNothing()
    {
        await using var cluster = await WithAsync(Kinds.Clone);
        var before = (await cluster.ReadAsync()).Configuration!.ToXml();

        var disable = await cluster.Operator.DisableAsync(Service("api"));
        var again = await cluster.Operator.DisableAsync(Service("api"));
        var enable = await cluster.Operator.EnableAsync(Service("api"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((disable.After!.Managed.IsTrue, again.Changed, enable.After!.Managed.IsTrue), Is.EqualTo((false, false, true)));
            Assert.That(disable.After.Nodes, Has.All.Property("Unmanaged").True);
            Assert.That((await cluster.ReadAsync()).Configuration!.ToXml(), Is.EqualTo(before));
        }
    }

    [Test]
    [Property("Correction", "F3")]
    public async Task EnableAsync_ClusterInMaintenance_WarnsAndLeavesIt()
    {
        await using var cluster = await WithAsync(Kinds.Clone, options: "stonith-enabled=false maintenance-mode=true");

        var report = await cluster.Operator.EnableAsync(Service("api"));

        Assert.That(report.Warnings.Single().ToString(), Does.StartWith("HAI3408: A setting that is not ours stays in force"));
    }

    [Test]
    [Property("Requirement", "K1")]
    [Property("Correction", "K3")]
    public async Task CleanupAsync_OnOneNode_ForgetsThatNodesFailuresOnly()
    {
        await using var cluster = await WithAsync(Kinds.Clone);
        await cluster.Transport.FailResourceAsync(Cib.Values.CibId.Parse("api-clone"), Node("ctl1"));
        await cluster.Transport.FailResourceAsync(Cib.Values.CibId.Parse("api-clone"), Node("ctl2"));

        var report = await cluster.Operator.CleanupAsync(Service("api"), Node("ctl1"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Erased.Single(), Does.Contain("failed on ctl1"));
            Assert.That((await cluster.Transport.StatusAsync()).Failures.Select(failure => failure.Node.Value).Distinct(), Is.EqualTo(["ctl2"]));
        }
    }
}
