using HaIac.Engine.State;
using HaIac.Engine.Tests.Kit;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using static HaIac.Engine.Tests.Kit.WrittenProgram.Api;

namespace HaIac.Engine.Tests.Monitoring;

/// <summary>Components that the kit's provider makes over real gRPC, through whole operations.</summary>
[TestFixture, CancelAfter(60_000)]
internal sealed class RemoteComponentTests
{
    private const string Group = "kit:index:Group";
    private EngineHarness engine = null!;

    [SetUp]
    public void SetUp() => engine = new EngineHarness();

    [TearDown]
    public async Task TearDown() => await engine.DisposeAsync();

    [Test]
    public async Task Construct_Update_TheProviderRegistersTheComponentAndItsChildren()
    {
        RegisterResourceResponse? answer = null;
        var result = await engine.UpAsync(async api => answer = await api.RegisterAsync(Group, "g", request => Remote(request, new { value = 5 })));

        var (group, child) = (Resource("g"), Resource("g-child"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.True, string.Join('\n', engine.Events.Errors));
            Assert.That(answer!.Urn, Is.EqualTo(group.Urn));
            Assert.That(answer.Id, Is.Empty);
            Assert.That(answer.Object.Fields["result"].StringValue, Is.EqualTo("computed g-child-1"));
            Assert.That(answer.PropertyDependencies["result"].Urns, Is.EqualTo(new[] { child.Urn }));
            Assert.That(group.Custom, Is.False);
            Assert.That(group.Outputs["result"], Is.EqualTo(new WireText("computed g-child-1")));
            Assert.That(child.Parent, Is.EqualTo(group.Urn));
            Assert.That(child.Inputs["value"], Is.EqualTo(new WireNumber(5)));
            Assert.That(IntegrityChecker.Check(engine.State), Is.Empty);
        }
    }

    [Test]
    public async Task Construct_SecondTimeWithoutChange_ChangesNothing()
    {
        Task<DeploymentResult> Up() => engine.UpAsync(api => api.RegisterAsync(Group, "g", request => Remote(request, new { value = 5 })));
        await Up();

        var again = await Up();

        Assert.That(again.HasChanges, Is.False);
    }

    [Test]
    public async Task Construct_Preview_TellsTheProviderSoAndOutputsAreUnknown()
    {
        RegisterResourceResponse? answer = null;
        await engine.PreviewAsync(async api => answer = await api.RegisterAsync(Group, "g", request => Remote(request, new { value = 5 })));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.Requests.OfType<ConstructRequest>().Single().DryRun, Is.True);
            Assert.That(WireReader.FromStruct(answer!.Object)["result"], Is.EqualTo(WireUnknown.Instance));
            Assert.That(engine.World.Objects, Is.Empty);
        }
    }

    [Test]
    public async Task Construct_OptionsAndSpecialValues_ArriveAtTheProvider()
    {
        var (a, own) = ("", "");
        await engine.UpAsync(async api =>
        {
            a = (await api.ThingAsync("a")).Urn;
            var provider = await api.RegisterAsync("pulumi:providers:kit", "own", _ => { });
            own = $"{provider.Urn}::{provider.Id}";
            await api.HookAsync("after", _ => "");
            await api.RegisterAsync(Group, "g", request =>
            {
                Remote(request, new { });
                request.Object = Fields(("value", new WireOutput(new WireText("x"), true, new[] { a }.ToValueList())));
                request.Dependencies.Add(a);
                request.Providers["kit"] = own;
                request.Protect = true;
                request.RetainOnDelete = false;
                request.IgnoreChanges.Add("size");
                request.CustomTimeouts = new Protocol.Messages.CustomTimeouts { Create = "5m" };
                request.Hooks = new ResourceHooksBinding { AfterCreate = { "after" } };
            });
        });

        var construct = engine.Requests.OfType<ConstructRequest>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(construct.Providers["kit"], Is.EqualTo(own));
            Assert.That(construct.InputDependencies["value"].Urns, Is.EqualTo(new[] { a }));
            Assert.That(construct.Dependencies, Is.EqualTo(new[] { a }));
            Assert.That(construct.HasProtect && construct.Protect, Is.True);
            Assert.That(construct.HasRetainOnDelete && !construct.RetainOnDelete, Is.True);
            Assert.That(construct.HasDeleteBeforeReplace, Is.False);
            Assert.That(construct.CustomTimeouts.Create, Is.EqualTo("5m"));
            Assert.That(construct.ResourceHooks.AfterCreate, Is.EqualTo(new[] { "after" }));
            Assert.That(construct.Organization, Is.EqualTo("organization"));

            // Options take effect on what the provider registers: its child inherits provider and protection.
            Assert.That(Resource("g-child").Provider, Is.EqualTo(own));
            Assert.That(Resource("g-child").Protect, Is.True);
            Assert.That(Resource("g-child").Inputs["value"], Is.EqualTo(new WireSecret(new WireText("x"))));
        }
    }

    [Test]
    public async Task Construct_Refused_TheRegistrationFailsWithTheProvidersWords()
    {
        var program = new WrittenProgram(api => api.RegisterAsync(Group, "g", request => Remote(request, new { refuse = "too small" })));

        var result = await engine.UpAsync(program);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(program.Failures.Single().Detail, Does.Contain("component refused: too small"));
        }
    }

    [Test]
    public async Task Construct_TransformsOfTheProgram_ReachTheComponentAndItsChildren()
    {
        await engine.UpAsync(api => api.RegisterAsync(Group, "g", request =>
        {
            Remote(request, new { value = "said" });
            request.Transforms.Add(api.Callbacks.Transform(question =>
            {
                if (question.Type == "kit:index:Thing")
                {
                    question.Properties.Fields["size"] = Google.Protobuf.WellKnownTypes.Value.ForNumber(7);
                }

                return new TransformResponse { Properties = question.Properties };
            }));
        }));

        Assert.That(Resource("g-child").Inputs["size"], Is.EqualTo(new WireNumber(7)));
    }

    [Test]
    public async Task Construct_ComponentGoesFromTheProgram_AllOfItIsDeleted()
    {
        await engine.UpAsync(api => api.RegisterAsync(Group, "g", request => Remote(request, new { })));

        var result = await engine.UpAsync(_ => Task.CompletedTask);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.True, string.Join('\n', engine.Events.Errors));
            Assert.That(engine.World.Objects, Is.Empty);
        }
    }

    private static void Remote(RegisterResourceRequest request, object inputs)
    {
        (request.Custom, request.Remote) = (false, true);
        request.Object = Fields(inputs);
    }

    private StateResource Resource(string name) =>
        engine.State.Resources.Single(resource => resource.Urn.EndsWith("::" + name, StringComparison.Ordinal));
}
