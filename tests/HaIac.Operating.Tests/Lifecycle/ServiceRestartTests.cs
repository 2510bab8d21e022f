using HaIac.Cib.Planning;
using HaIac.Cib.Values;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Naming;
using HaIac.Operating.Reporting;
using static HaIac.Operating.Tests.Lifecycle.OperatedCluster;

namespace HaIac.Operating.Tests.Lifecycle;

[Category("Tools")]
internal sealed class ServiceRestartTests
{
    [TestCase("vip", Kinds.Simple, true)]
    [TestCase("g", Kinds.Group, true)]
    [TestCase("middle", Kinds.Group, true)]
    [TestCase("api", Kinds.Clone, true)]
    [TestCase("api", Kinds.Clone, false)]
    [TestCase("db", Kinds.Promotable, true)]
    [TestCase("db", Kinds.Promotable, false)]
    [TestCase("box", Kinds.Bundle, true)]
    [TestCase("box", Kinds.Bundle, false)]
    [Property("Requirement", "I8")]
    [Property("Correction", "I5")]
    [Property("Correction", "I9")]
    public async Task RestartAsync_EachKind_RunsAgainAndLeavesTheCibAsItWas(string name, string resources, bool rolling)
    {
        await using var cluster = await WithAsync(resources);
        var before = (await cluster.ReadAsync()).Configuration!.ToXml();
        var was = await cluster.Operator.StatusAsync(Service(name));

        var report = await cluster.Operator.RestartAsync(Service(name), rolling: rolling);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Steps.Select(step => step.Name), Does.Contain("restart").And.Contain("lock"));
            Assert.That(report.After!.RunningOn, Is.EqualTo(was.RunningOn));
            Assert.That(report.After.State, Is.EqualTo(was.State));
            Assert.That((await cluster.ReadAsync()).Configuration!.ToXml(), Is.EqualTo(before));
        }
    }

    [Test]
    [Property("Correction", "I9")]
    public async Task RestartAsync_Promotable_RollsNodeByNodeThePromotedLast()
    {
        await using var cluster = await WithAsync(Kinds.Promotable);
        var promoted = (await cluster.Operator.StatusAsync(Service("db"))).Nodes.Single(node => node.State == NodeState.Promoted).Node.Value;

        var report = await cluster.Operator.RestartAsync(Service("db"));

        var order = report.Steps.Where(step => step.Name == "restart").Select(step => step.Text.Split(" on ")[1][..4]).ToList();
        Assert.That(order, Is.EquivalentTo(["ctl1", "ctl2", "ctl3"]));
        Assert.That(order[^1], Is.EqualTo(promoted));
    }

    [Test]
    [Property("Requirement", "I7")]
    public async Task RestartAsync_NotRunning_IsSkippedAndSaid()
    {
        await using var cluster = await WithAsync(Kinds.Simple);
        await cluster.Operator.StopAsync(Service("vip"));

        var report = await cluster.Operator.RestartAsync(Service("vip"));

        Assert.That(report.Steps.Single(step => step.Name == "restart"), Has.Property("Changed").False.And.Property("Text").Contain("does not run anywhere"));
        Assert.That(await cluster.PlacesAsync("p_vip"), Is.Empty);
    }

    [Test]
    [Property("Requirement", "I7")]
    public async Task RestartAsync_NotRunningAndSwitchedSo_IsStarted()
    {
        await using var cluster = await WithAsync(Kinds.Simple);
        await cluster.Operator.StopAsync(Service("vip"));

        await cluster.Operator.RestartAsync(Service("vip") with { Restart = new() { OnlyIfRunning = false } });

        Assert.That(await cluster.PlacesAsync("p_vip"), Is.Not.Empty);
    }

    [Test]
    [Property("Correction", "I5")]
    public async Task RestartAsync_CancelledWhileStopped_LeavesNoBanNoPauseNoLock()
    {
        using var stop = new CancellationTokenSource();
        await using var cluster = await WithAsync(Kinds.Clone, around: inner => new CancelsOn(inner, "haiac-ban-", stop));
        var before = (await cluster.ReadAsync()).Configuration!.ToXml();

        Assert.That(async () => await cluster.Operator.RestartAsync(Service("api"), cancellationToken: stop.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That((await cluster.ReadAsync()).Configuration!.ToXml(), Is.EqualTo(before));
        Assert.That(await cluster.PlacesAsync("api"), Is.EqualTo("ctl1 ctl2 ctl3"));
    }

    [Test]
    [Property("Correction", "I5")]
    public async Task RestartAsync_LeftoversOfADeadRun_AreTakenAway()
    {
        await using var cluster = await WithAsync(Kinds.Clone);
        var before = (await cluster.ReadAsync()).Configuration!.ToXml();
        var service = ServiceResolver.Resolve(Service("api"), await cluster.ReadAsync());
        await cluster.WriteAsync([new PutObject(Bans.Until(service.Outer.Id, Node("ctl2"), DateTimeOffset.UtcNow.AddHours(1)), null), .. Pauses.Begin(service, DateTimeOffset.UtcNow.AddHours(1))]);
        Assert.That(await cluster.PlacesAsync("api"), Is.Empty);

        var report = await cluster.Operator.RestartAsync(Service("api"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Steps.Select(step => step.Text), Has.Some.Contains("an earlier restart that broke off"));
            Assert.That(await cluster.PlacesAsync("api"), Is.EqualTo("ctl1 ctl2 ctl3"));
            Assert.That((await cluster.ReadAsync()).Configuration!.ToXml(), Is.EqualTo(before));
        }
    }

    [Test]
    [Property("Correction", "I5")]
    public async Task Bans_PastTheirTime_DoNotCountForPacemaker()
    {
        await using var cluster = await WithAsync(Kinds.Clone);
        var service = ServiceResolver.Resolve(Service("api"), await cluster.ReadAsync());

        await cluster.WriteAsync(
            [new PutObject(Bans.Until(service.Outer.Id, Node("ctl2"), DateTimeOffset.UtcNow.AddHours(-1)), null), .. Pauses.Begin(service, DateTimeOffset.UtcNow.AddHours(-1))]);

        Assert.That(await cluster.PlacesAsync("api"), Is.EqualTo("ctl1 ctl2 ctl3"));
    }

    [Test]
    [Property("Correction", "I8")]
    public async Task RestartAsync_StopHasNoEffect_EndsTheRolloutAndFreesTheNode()
    {
        await using var cluster = await WithAsync(Kinds.Clone, around: inner => new FailsStop(inner, "ctl1"));

        var fault = await Faults.OfAsync(() => cluster.Operator.RestartAsync(Service("api")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Message, Does.StartWith("HAI3407: Restart was not carried through").And.Contain("Not touched, still running: ctl2, ctl3"));
            Assert.That((await cluster.ReadAsync()).Constraints, Is.Empty);
            Assert.That(RestartLock.Value(await cluster.ReadAsync(), "haiac-lock-api-clone"), Is.Null);
        }
    }

    [Test]
    [Property("Requirement", "I8")]
    public async Task RestartAsync_StopFailsAndSwitchedSo_GoesOnWithAWarning()
    {
        await using var cluster = await WithAsync(Kinds.Clone, around: inner => new FailsStop(inner, "ctl1"));

        var report = await cluster.Operator.RestartAsync(Service("api") with { Restart = new() { GoesOnAfterFailure = true } });

        Assert.That(report.Warnings, Has.Count.EqualTo(1));
        Assert.That(report.Steps.Count(step => step is { Name: "restart", Changed: true }), Is.EqualTo(2));
    }

    [Test]
    [Property("Requirement", "I11")]
    public async Task RestartAsync_SomebodyElseHoldsTheLock_WaitsAndThenSaysWho()
    {
        await using var cluster = await WithAsync(Kinds.Simple);
        await cluster.WriteAsync(Lock("p_vip", "other/1/x until 2999-01-01T00:00:00Z"));

        var fault = await Faults.OfAsync(() => cluster.Operator.RestartAsync(Service("vip") with { Waits = new() { Interval = TimeSpan.FromMilliseconds(10), Limit = TimeSpan.FromMilliseconds(100) } }));

        Assert.That(fault.Message, Does.StartWith("HAI3406: Somebody else is restarting the service").And.Contain("other/1/x"));
    }

    [Test]
    [Property("Requirement", "I11")]
    public async Task RestartAsync_LockPastItsTime_IsTakenOver()
    {
        await using var cluster = await WithAsync(Kinds.Simple);
        await cluster.WriteAsync(Lock("p_vip", "dead/1/x until 2001-01-01T00:00:00Z"));

        var report = await cluster.Operator.RestartAsync(Service("vip"));

        Assert.That(report.Steps.Select(step => step.Text), Has.Some.Contains("took over the lock haiac-lock-p_vip of dead/1/x"));
        Assert.That((await cluster.ReadAsync()).ToXml(), Does.Not.Contain("haiac-lock"));
    }

    [Test]
    [Property("Requirement", "I11")]
    public async Task TakeAsync_ManyAtOnce_OneHoldsItAtATime()
    {
        await using var cluster = await WithAsync(Kinds.Simple);
        var service = ServiceResolver.Resolve(Service("vip"), await cluster.ReadAsync());
        var holders = 0;
        var most = 0;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var committer = new HaIac.Transport.Committing.CibCommitter(cluster.Transport);
            var held = await RestartLock.TakeAsync(
                cluster.Transport, committer, TimeProvider.System, Service("vip"), service, new("restart", "vip", _ => { }), CancellationToken.None);
            most = Math.Max(most, Interlocked.Increment(ref holders));
            await held.RenewAsync(CancellationToken.None);
            Interlocked.Decrement(ref holders);
            await held.ReleaseAsync(CancellationToken.None);
        }));

        Assert.That(most, Is.EqualTo(1));
    }

    private static PutObject Lock(string outer, string value) =>
        new(new HaIac.Cib.Options.ClusterProperties { Id = CibId.Parse("haiac-locks"), Properties = AttributeMap.Of(($"haiac-lock-{outer}", value)) }, null);
}
