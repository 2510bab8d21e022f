using HaIac.Engine.Events;
using HaIac.Engine.State;
using HaIac.Engine.Tests.Kit;
using HaIac.Protocol.Properties;
using Newtonsoft.Json.Linq;
using static HaIac.Engine.Tests.Kit.EngineHarness;

namespace HaIac.Engine.Tests.Stepping;

/// <summary>Refreshes beyond the recorded ones, over real gRPC with a provider of the test.</summary>
[TestFixture, CancelAfter(60_000)]
internal sealed class RefreshTests
{
    private EngineHarness engine = null!;

    [SetUp]
    public void SetUp() => engine = new EngineHarness();

    [TearDown]
    public async Task TearDown() => await engine.DisposeAsync();

    [Test]
    public async Task Refresh_OneReadFails_TheOthersAreReadAndItsEntryStays()
    {
        await engine.UpAsync(Program(Thing("a", new { value = 1 }), Thing("b", new { value = 1 })));
        engine.World.Merge(JObject.Parse("""{"objects":{"b-1":{"inputs":{"value":9}}},"faults":[{"op":"read","name":"a","message":"no route"}]}"""));

        var result = await engine.RefreshAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(engine.Events.Errors, Has.Some.Contains("no route").And.Some.Contains("refresh failed"));
            Assert.That(Resource("a").Inputs["value"], Is.EqualTo(new WireNumber(1)));
            Assert.That(Resource("b").Inputs["value"], Is.EqualTo(new WireNumber(9)));
        }
    }

    [Test]
    public async Task Refresh_ObjectVanished_NothingRefersToItAnyMore()
    {
        await engine.UpAsync(Program(
            Thing("a"),
            Thing("b", JObject.Parse("""{"value":{"$ref":"a.computed"},"key":"k"}"""), new { deletedWith = "a", dependsOn = new[] { "a" } }),
            Thing("c", options: new { parent = "a" })));
        engine.World.Merge(JObject.Parse("""{"objects":{"a-1":null}}"""));

        var result = await engine.RefreshAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.True, string.Join('\n', engine.Events.Errors));
            Assert.That(result.Changes[StepOp.Delete], Is.EqualTo(1));
            Assert.That(Resource("b").Dependencies, Is.Empty);
            Assert.That(Resource("b").PropertyDependencies, Is.Null);
            Assert.That(Resource("b").DeletedWith, Is.Empty);
            Assert.That(Resource("c").Parent, Is.Empty);
            Assert.That(IntegrityChecker.Check(engine.State), Is.Empty);
            Assert.That(engine.Calls.Select(call => call.Method), Does.Not.Contain("Delete").And.Not.Contain("Update"));
        }
    }

    [Test]
    public async Task Refresh_Preview_KeepsTheState()
    {
        await engine.UpAsync(Program(Thing("a", new { value = 1 })));
        engine.World.Merge(JObject.Parse("""{"objects":{"a-1":{"inputs":{"value":9}}}}"""));

        var result = await engine.RefreshAsync(isPreview: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Changes[StepOp.Update], Is.EqualTo(1));
            Assert.That(Resource("a").Inputs["value"], Is.EqualTo(new WireNumber(1)));
        }
    }

    [Test]
    public async Task Refresh_CrashLeftACreation_ItIsForgottenOnlyIfWanted()
    {
        await engine.UpAsync(Program(Thing("a")));
        engine.State = engine.State with
        {
            PendingOperations = [new PendingOperation(PendingOperationKind.Creating, new StateResource("urn:pulumi:dev::demo::kit:index:Thing::x", "kit:index:Thing", true))],
        };

        await engine.RefreshAsync();
        var kept = engine.State.PendingOperations;
        await engine.RefreshAsync(request => request with { ClearPendingCreates = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(kept, Has.Length.EqualTo(1));
            Assert.That(engine.State.PendingOperations, Is.Empty);
        }
    }

    [Test]
    public async Task UpWithRefresh_ReadFails_TheProgramIsNotRun()
    {
        await engine.UpAsync(Program(Thing("a")));
        engine.World.Merge(JObject.Parse("""{"faults":[{"op":"read","name":"a","message":"no route"}]}"""));
        var ran = false;

        var result = await engine.RunAsync(
            DeploymentKind.Update,
            new WrittenProgram(_ =>
            {
                ran = true;
                return Task.CompletedTask;
            }),
            request => request with { Refresh = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(ran, Is.False);
            Assert.That(engine.World.Objects.ContainsKey("a-1"), Is.True);
        }
    }

    [Test]
    public async Task DestroyWithRefresh_ObjectVanished_IsNotDeletedAgain()
    {
        await engine.UpAsync(Program(Thing("a"), Thing("b")));
        engine.World.Merge(JObject.Parse("""{"objects":{"a-1":null}}"""));

        var result = await engine.RunAsync(DeploymentKind.Destroy, null, request => request with { Refresh = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.True, string.Join('\n', engine.Events.Errors));
            Assert.That(engine.Calls.Where(call => call.Method == "Delete").Select(call => call.Urn), Is.EqualTo(new[] { "b" }));
            Assert.That(engine.State.Resources, Is.Empty);
        }
    }

    private StateResource Resource(string name) =>
        engine.State.Resources.Single(resource => resource.Urn.EndsWith("::" + name, StringComparison.Ordinal));
}
