using System.Diagnostics;
using HaIac.Engine.Events;
using HaIac.Engine.State;
using HaIac.Engine.Tests.Kit;
using Newtonsoft.Json.Linq;
using static HaIac.Engine.Tests.Kit.EngineHarness;

namespace HaIac.Engine.Tests.Stepping;

/// <summary>Whole operations over real gRPC with a provider of the test.</summary>
[TestFixture, CancelAfter(60_000)]
internal sealed class DeploymentTests
{
    private EngineHarness engine = null!;

    [SetUp]
    public void SetUp() => engine = new EngineHarness();

    [TearDown]
    public async Task TearDown() => await engine.DisposeAsync();

    [Test]
    public async Task Up_IndependentResources_AreCreatedAtTheSameTime()
    {
        // Each creation waits until all eight are under way: one after the other they would never end.
        const int Count = 8;
        using var together = new CountdownEvent(Count);
        engine.Parallel = Count;
        engine.World.BeforeCreate = async () =>
        {
            together.Signal();
            await Task.Run(() => together.Wait(TimeSpan.FromSeconds(30)));
        };

        var result = await engine.UpAsync(Program([.. Enumerable.Range(0, Count).Select(i => Thing($"r{i}"))]));

        Assert.That(result.Succeeded, Is.True, string.Join('\n', engine.Events.Errors));
        Assert.That(together.IsSet, Is.True);
    }

    [Test]
    public async Task Up_ParallelOne_RunsOneStepAtATime()
    {
        engine.Parallel = 1;
        var (now, most) = (0, 0);
        engine.World.BeforeCreate = async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
        };

        await engine.UpAsync(Program([.. Enumerable.Range(0, 6).Select(i => Thing($"r{i}"))]));

        Assert.That(most, Is.EqualTo(1));
    }

    [Test]
    public async Task Up_SecondTimeWithoutChange_ChangesNothingAndWritesOnce()
    {
        var program = Program(Thing("a"), Thing("b", JObject.Parse("""{"value":{"$ref":"a.computed"}}""")));
        await engine.UpAsync(program);

        var result = await engine.UpAsync(program);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.HasChanges, Is.False);
            Assert.That(engine.Calls.Select(call => call.Method), Does.Not.Contain("Create").And.Not.Contain("Update"));
            Assert.That(engine.Store.Writes, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Destroy_ChainOfDependencies_DeletesDependentsFirst()
    {
        await engine.UpAsync(Program(
            Thing("a"),
            Thing("b", JObject.Parse("""{"value":{"$ref":"a.computed"}}""")),
            Thing("c", options: new { dependsOn = new[] { "b" } })));

        var result = await engine.DestroyAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.True);
            Assert.That(engine.Calls.Where(call => call.Method == "Delete").Select(call => call.Urn), Is.EqualTo(new[] { "c", "b", "a" }));
            Assert.That(engine.State.Resources, Is.Empty);
        }
    }

    [Test]
    public async Task Up_CreateFails_KeepsWhatWasMadeAndCarriesOnNextTime()
    {
        var program = Program(Thing("a"), Thing("b", JObject.Parse("""{"value":{"$ref":"a.computed"}}""")));
        engine.World.Merge(JObject.Parse("""{"faults":[{"op":"create","name":"b","message":"quota exceeded","times":1}]}"""));

        var first = await engine.UpAsync(program);
        var afterFirst = engine.State;
        var second = await engine.UpAsync(program);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Succeeded, Is.False);
            Assert.That(afterFirst.Resources.Select(resource => resource.Id), Does.Contain("a-1").And.Not.Contain("b-1"));
            Assert.That(afterFirst.PendingOperations, Is.Empty);
            Assert.That(IntegrityChecker.Check(afterFirst), Is.Empty);
            Assert.That(second.Succeeded, Is.True);
            Assert.That(engine.World.Objects.Properties().Select(p => p.Name), Is.EquivalentTo(new[] { "a-1", "b-1" }));
        }
    }

    [Test]
    public async Task Up_ObjectUnhealthy_IsKeptInTheStateAndUpdatedNextTime()
    {
        engine.World.Merge(JObject.Parse("""{"faults":[{"op":"init","name":"a","reasons":["pod is crashing"],"times":1}]}"""));

        var first = await engine.UpAsync(Program(Thing("a")));
        var initErrors = engine.State.Resources.Single(resource => resource.Id == "a-1").InitErrors;
        var second = await engine.UpAsync(Program(Thing("a")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Succeeded, Is.False);
            Assert.That(initErrors, Is.EqualTo(new[] { "pod is crashing" }));
            Assert.That(second.Changes, Does.ContainKey(StepOp.Update));
            Assert.That(engine.State.Resources.Single(resource => resource.Id == "a-1").InitErrors, Is.Empty);
        }
    }

    [Test]
    public async Task Up_Cancelled_FinishesAndStoresWhatRunsAndBeginsNothingNew()
    {
        using var cancel = new CancellationTokenSource();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        engine.World.BeforeCreate = async () =>
        {
            await cancel.CancelAsync();
            await release.Task;
        };
        var running = engine.UpAsync(Program(Thing("a"), Thing("b", JObject.Parse("""{"value":{"$ref":"a.computed"}}"""))), cancel.Token);
        await Until(() => engine.Calls.Any(call => call.Method == "Cancel"));
        release.SetResult();

        var result = await running;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Cancelled, Is.True);
            Assert.That(result.Succeeded, Is.False);
            Assert.That(engine.State.Resources.Select(resource => resource.Id), Does.Contain("a-1"));
            Assert.That(engine.World.Objects.Properties().Select(p => p.Name), Is.EqualTo(new[] { "a-1" }));
            Assert.That(engine.Events.Errors, Has.Some.Contains("update canceled"));
            Assert.That(engine.Events.Events[^1], Is.TypeOf<CancelEvent>());
        }
    }

    [Test]
    public async Task Up_GivenUp_EndsAtOnceAndKeepsANoteOfTheCall()
    {
        using var abort = new CancellationTokenSource();
        engine.Abort = abort.Token;
        var never = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        engine.World.BeforeCreate = async () =>
        {
            await abort.CancelAsync();
            await never.Task;
        };

        var result = await engine.UpAsync(Program(Thing("a")));
        never.SetResult();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(engine.Events.Errors, Has.Some.Contains("HAI1452"));
            Assert.That(engine.Events.Events.OfType<SummaryEvent>().Single().MaybeCorrupt, Is.True);
            Assert.That(engine.State.PendingOperations.Select(operation => operation.Kind), Is.EqualTo(new[] { PendingOperationKind.Creating }));
        }
    }

    [Test]
    public async Task Up_PluginDiesInTheMiddle_SaysWhatHappenedAndCarriesOnNextTime()
    {
        engine.Parallel = 1;
        engine.World.Merge(JObject.Parse("""{"faults":[{"op":"create","name":"b","exit":3,"times":1}]}"""));
        var program = Program(Thing("a"), Thing("b", JObject.Parse("""{"value":{"$ref":"a.computed"}}""")));

        var first = await engine.UpAsync(program);
        var errors = engine.Events.Errors.ToList();
        var ids = engine.State.Resources.Select(resource => resource.Id).ToList();
        var second = await engine.UpAsync(program);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Succeeded, Is.False);
            Assert.That(errors, Has.Some.Contains("HAI1411").And.Contains("while it was creating").And.Contains("mend"));
            Assert.That(errors, Has.Some.Contains("HAI1410").And.Contains("ended with exit code"));
            Assert.That(ids, Does.Contain("a-1").And.Not.Contain("b-1"));
            Assert.That(second.Succeeded, Is.True);
        }
    }

    [Test]
    public async Task Up_StateCannotBeWritten_StopsWithTheReasonAndKeepsTheLastGoodState()
    {
        var writes = 0;
        var store = new MemoryStore
        {
            BeforeWrite = _ => ++writes > 2 ? throw new IOException("No space left on device") : Task.CompletedTask,
        };
        engine.Parallel = 1;

        var result = await engine.UpAsync(Program([.. Enumerable.Range(0, 20).Select(i => Thing($"r{i}"))]), store: store);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(engine.Events.Errors, Has.Some.Contains("HAI1451").And.Contains("No space left on device").And.Contains("mend"));
            Assert.That(engine.World.Objects, Has.Count.LessThan(20));
            Assert.That(IntegrityChecker.Check(store.Last!), Is.Empty);
        }
    }

    [Test]
    public async Task Up_CrashedWhileCreating_LeavesAPendingOperationInTheFile()
    {
        Deployment? atCreation = null;
        engine.World.BeforeCreate = () =>
        {
            atCreation = engine.Store.Last;
            return Task.CompletedTask;
        };

        await engine.UpAsync(Program(Thing("a")));

        Assert.That(atCreation!.PendingOperations.Select(operation => (operation.Kind, operation.Resource.Urn.Split("::")[^1])), Is.EqualTo(new[] { (PendingOperationKind.Creating, "a") }));
        Assert.That(engine.State.PendingOperations, Is.Empty);
    }

    [Test]
    public async Task Up_OverPendingOperation_WarnsAndCarriesCreationsForward()
    {
        var left = new PendingOperation(PendingOperationKind.Creating, new StateResource("urn:pulumi:dev::demo::kit:index:Thing::lost", "kit:index:Thing", true));
        engine.State = Deployment.Empty with { PendingOperations = [left] };

        var result = await engine.UpAsync(Program(Thing("a")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.True);
            Assert.That(engine.Events.Events.OfType<DiagnosticEvent>().Where(e => e.Severity == DiagnosticSeverity.Warning).Select(e => e.Message), Has.Some.Contains("::lost: interrupted while creating"));
            Assert.That(engine.State.PendingOperations, Has.Length.EqualTo(1));
        }
    }

    [Test]
    public async Task Up_SecretInput_StaysSecretInStateAndEvents()
    {
        await engine.UpAsync(Program(Thing("a", JObject.Parse("""{"secretText":{"$secret":"hush"}}"""))));

        var json = string.Join('\n', engine.Events.Events.Select((e, i) => EventJsonWriter.ToJson(new EventRecord(i, DateTimeOffset.UnixEpoch, e))));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(json, Does.Not.Contain("hush"));
            Assert.That(engine.State.Resources.Single(resource => resource.Id == "a-1").Outputs["secretText"], Is.TypeOf<Protocol.Properties.WireSecret>());
        }
    }

    [Test, Repeat(10)]
    public async Task Up_DiskFullOnTheVeryLastSave_TellsItBeforeTheSummary()
    {
        var program = Program(Thing("a"));
        await engine.UpAsync(program);

        // Nothing changes, so the only write is the last.
        var result = await engine.UpAsync(program, store: new MemoryStore { BeforeWrite = _ => throw new IOException("No space left on device") });

        var events = engine.Events.Events.ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(events[^4], Is.TypeOf<DiagnosticEvent>().With.Property("Message").Contains("HAI1451").And.Property("Message").Contains("No space left on device"));
            Assert.That(events[^3], Is.TypeOf<DiagnosticEvent>().With.Property("Message").EqualTo("update failed\n"));
            Assert.That(events[^2], Is.TypeOf<SummaryEvent>().With.Property("Succeeded").False);
            Assert.That(events[^1], Is.TypeOf<CancelEvent>());
        }
    }

    [Test]
    public async Task Up_ProgramFails_DeletesNothing()
    {
        await engine.UpAsync(Program(Thing("a"), Thing("b")));
        var failing = Program(Thing("a"));
        failing["throw"] = "boom";

        var result = await engine.UpAsync(failing);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(engine.Events.Errors, Has.Some.Contains("boom"));
            Assert.That(engine.World.Objects.Properties().Select(p => p.Name), Is.EquivalentTo(new[] { "a-1", "b-1" }));
        }
    }

    [Test]
    public async Task Up_SameNameTwice_IsRefused()
    {
        var result = await engine.UpAsync(Program(Thing("a"), Thing("a")));

        Assert.That(result.Succeeded, Is.False);
        Assert.That(engine.Events.Errors, Has.Some.Contains("HAI1432"));
    }

    [Test]
    public async Task Up_PackageWithoutPlugin_NamesWhereItWasLookedFor()
    {
        var program = Program(JObject.FromObject(new { name = "z", type = "zebra:index:Thing", inputs = new { } }));

        var result = await engine.UpAsync(program);

        Assert.That(result.Succeeded, Is.False);
        Assert.That(engine.Events.Errors, Has.Some.Contains("HAI1401").And.Contains("pulumi-resource-zebra"));
    }

    private static async Task Until(Func<bool> condition)
    {
        var limit = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.That(limit.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)), "the condition did not come true");
            await Task.Delay(10);
        }
    }
}
