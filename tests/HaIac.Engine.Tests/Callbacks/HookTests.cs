using HaIac.Engine.Events;
using HaIac.Engine.Tests.Kit;
using HaIac.Protocol.Messages;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Tests.Callbacks;

/// <summary>Hooks that a program serves over real gRPC, through whole operations.</summary>
[TestFixture, CancelAfter(60_000)]
internal sealed class HookTests
{
    private readonly List<(string Hook, ResourceHookRequest Asked)> asked = [];
    private EngineHarness engine = null!;

    [SetUp]
    public void SetUp() => (engine, _) = (new EngineHarness(), Clear());

    [TearDown]
    public async Task TearDown() => await engine.DisposeAsync();

    [Test]
    public async Task Hooks_CreateUpdateDelete_RunAroundEachWithWhatIsKnownThen()
    {
        await engine.UpAsync(Hooked(1));
        var create = asked.ToList();
        Clear();
        await engine.UpAsync(Hooked(2));
        var update = asked.ToList();
        Clear();
        var result = await engine.UpAsync(Hooked(null));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(create.Select(Facts), Is.EqualTo(new[] { "beforeCreate id= new", "afterCreate id=a-1 new newOutputs" }));
            Assert.That(update.Select(Facts), Is.EqualTo(new[] { "beforeUpdate id=a-1 new old oldOutputs", "afterUpdate id=a-1 new old newOutputs oldOutputs" }));
            Assert.That(asked.Select(Facts), Is.EqualTo(new[] { "beforeDelete id=a-1 old oldOutputs", "afterDelete id=a-1 old oldOutputs" }));
            Assert.That(update[0].Asked.OldInputs.Fields["value"].NumberValue, Is.EqualTo(1));
            Assert.That(update[0].Asked.NewInputs.Fields["value"].NumberValue, Is.EqualTo(2));
            Assert.That(update[0].Asked.NewOptions.Parent, Does.EndWith("::demo-dev"));
            Assert.That(result.Succeeded, Is.True);
            Assert.That(engine.World.Objects, Is.Empty);
        }
    }

    [Test]
    public async Task Hooks_InAPreview_RunOnlyIfTheySaySo()
    {
        await engine.PreviewAsync(async api =>
        {
            await api.HookAsync("always", Note("always"), onDryRun: true);
            await api.HookAsync("real", Note("real"));
            await api.ThingAsync("a", options: request => request.Hooks = new ResourceHooksBinding { BeforeCreate = { "real", "always" }, AfterCreate = { "real", "always" } });
        });

        Assert.That(asked.Select(call => call.Hook), Is.EqualTo(new[] { "always", "always" }));
    }

    [Test]
    public async Task AfterHook_Fails_TheOperationFailsButTheObjectIsKept()
    {
        var result = await engine.UpAsync(async api =>
        {
            await api.HookAsync("bad", _ => "not reachable");
            await api.ThingAsync("a", options: request => request.Hooks = new ResourceHooksBinding { AfterCreate = { "bad" } });
            await api.ThingAsync("b");
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(engine.Events.Errors, Has.One.Contains("after hook \"bad\" failed: not reachable"));
            Assert.That(engine.State.Resources.Select(resource => resource.Id), Does.Contain("a-1").And.Contain("b-1"));
            Assert.That(engine.State.PendingOperations, Is.Empty);
        }
    }

    [Test]
    public async Task Hook_FailsButIgnoresErrors_IsAWarning()
    {
        var result = await engine.UpAsync(async api =>
        {
            await api.HookAsync("bad", _ => "not reachable", ignoreErrors: true);
            await api.ThingAsync("a", options: request => request.Hooks = new ResourceHooksBinding { BeforeCreate = { "bad" }, AfterCreate = { "bad" } });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.True);
            Assert.That(engine.World.Objects.ContainsKey("a-1"), Is.True);
            Assert.That(engine.Events.Events.OfType<DiagnosticEvent>().Count(e => e.Severity == DiagnosticSeverity.Warning), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task BeforeHook_Fails_NothingIsCreatedAndNothingIsPending()
    {
        var result = await engine.UpAsync(async api =>
        {
            await api.HookAsync("bad", _ => "hook says no");
            await api.ThingAsync("a", options: request => request.Hooks = new ResourceHooksBinding { BeforeCreate = { "bad" } });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(engine.Events.Errors, Has.One.EqualTo("before hook \"bad\" failed: hook says no\n"));
            Assert.That(engine.World.Objects, Is.Empty);
            Assert.That(engine.State.PendingOperations, Is.Empty);
        }
    }

    [Test]
    public async Task ComponentHooks_RunWhenItsOutputsAreTold()
    {
        await engine.UpAsync(async api =>
        {
            await api.HookAsync("before", Note("before"));
            await api.HookAsync("after", Note("after"));
            var group = await api.ComponentAsync("group", request => request.Hooks = new ResourceHooksBinding { BeforeCreate = { "before" }, AfterCreate = { "after" } });
            asked.Add(("registered", new ResourceHookRequest()));
            await api.ThingAsync("a", options: request => request.Parent = group.Urn);
            await api.OutputsAsync(group.Urn, new { size = 1 });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Select(call => call.Hook), Is.EqualTo(new[] { "before", "registered", "after" }));
            Assert.That(asked[^1].Asked.NewOutputs.Fields["size"].NumberValue, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task ErrorHook_AsksForRetries_TheStepIsTriedUntilItSucceeds()
    {
        engine.World.Merge(JObject.Parse("""{"faults":[{"op":"create","name":"a","message":"not yet","times":2}]}"""));
        var failures = new List<ErrorHookRequest>();

        var result = await engine.UpAsync(async api =>
        {
            await api.ErrorHookAsync("retry", question =>
            {
                failures.Add(question);
                return new ErrorHookResponse { Retry = true };
            });
            await api.ThingAsync("a", options: request => request.Hooks = new ResourceHooksBinding { OnError = { "retry" } });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.True, string.Join('\n', engine.Events.Errors));
            Assert.That(failures.Select(question => question.Errors.Count), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(failures[0].FailedOperation, Is.EqualTo("create"));
            Assert.That(failures[0].Errors[0], Does.Contain("not yet"));
            Assert.That(engine.World.Objects.Count, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task ErrorHook_NeverGivesUp_TheStepFailsAfterTheMostRetries()
    {
        engine.World.Merge(JObject.Parse("""{"faults":[{"op":"create","name":"a","message":"never"}]}"""));
        var failures = 0;

        var result = await engine.UpAsync(async api =>
        {
            await api.ErrorHookAsync("retry", _ =>
            {
                failures++;
                return new ErrorHookResponse { Retry = true };
            });
            await api.ThingAsync("a", options: request => request.Hooks = new ResourceHooksBinding { OnError = { "retry" } });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(failures, Is.EqualTo(100));
        }
    }

    [Test]
    public async Task Hook_NobodyDeclared_FailsWithWhatToDo()
    {
        await engine.UpAsync(api => api.ThingAsync("a", options: request => request.Hooks = new ResourceHooksBinding { BeforeCreate = { "gone" } }));

        Assert.That(engine.Events.Errors, Has.One.Contains("HAI1444").And.One.Contains("gone"));
    }

    [Test]
    public async Task Hook_DeclaredTwice_IsRefused()
    {
        var program = new WrittenProgram(async api =>
        {
            await api.HookAsync("h", _ => "");
            await api.HookAsync("h", _ => "");
        });

        await engine.UpAsync(program);

        Assert.That(program.Failures.Single().Detail, Does.Contain("HAI1443"));
    }

    [Test]
    public async Task Destroy_StateWithDeleteHooks_IsRefusedAndDeletesNothing()
    {
        await engine.UpAsync(Hooked(1));

        var result = await engine.DestroyAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(engine.Events.Errors, Has.One.Contains("HAI1445"));
            Assert.That(engine.World.Objects.ContainsKey("a-1"), Is.True);
            Assert.That(engine.Calls.Select(call => call.Method), Does.Not.Contain("Delete"));
        }
    }

    private static string Facts((string Hook, ResourceHookRequest Asked) call) => string.Join(' ', new[]
    {
        call.Hook,
        "id=" + call.Asked.Id,
        call.Asked.NewInputs is null ? null : "new",
        call.Asked.OldInputs is null ? null : "old",
        call.Asked.NewOutputs is null ? null : "newOutputs",
        call.Asked.OldOutputs is null ? null : "oldOutputs",
    }.Where(text => text is not null));

    private Func<ResourceHookRequest, string> Note(string name) => question =>
    {
        asked.Add((name, question));
        return "";
    };

    private int Clear()
    {
        asked.Clear();
        return 0;
    }

    private Func<WrittenProgram.Api, Task> Hooked(int? value) => async api =>
    {
        foreach (var name in new[] { "beforeCreate", "afterCreate", "beforeUpdate", "afterUpdate", "beforeDelete", "afterDelete" })
        {
            await api.HookAsync(name, Note(name));
        }

        if (value is not null)
        {
            await api.ThingAsync("a", new { value }, request => request.Hooks = new ResourceHooksBinding
            {
                BeforeCreate = { "beforeCreate" },
                AfterCreate = { "afterCreate" },
                BeforeUpdate = { "beforeUpdate" },
                AfterUpdate = { "afterUpdate" },
                BeforeDelete = { "beforeDelete" },
                AfterDelete = { "afterDelete" },
            });
        }
    };
}
