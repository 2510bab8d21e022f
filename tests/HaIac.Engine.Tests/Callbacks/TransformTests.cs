using HaIac.Engine.Tests.Kit;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using static HaIac.Engine.Tests.Kit.WrittenProgram.Api;

namespace HaIac.Engine.Tests.Callbacks;

/// <summary>Transforms that a program serves over real gRPC, through whole operations.</summary>
[TestFixture, CancelAfter(60_000)]
internal sealed class TransformTests
{
    private EngineHarness engine = null!;

    [SetUp]
    public void SetUp() => engine = new EngineHarness();

    [TearDown]
    public async Task TearDown() => await engine.DisposeAsync();

    [Test]
    public async Task Transforms_OwnParentsAndStack_RunInThatOrderEachOnTheResultOfTheFormer()
    {
        await engine.UpAsync(async api =>
        {
            Callback Append(string word) => api.Callbacks.Transform(question =>
            {
                if (question.Type != "kit:index:Thing")
                {
                    return new TransformResponse();
                }

                question.Properties.Fields["value"].StringValue += " " + word;
                return new TransformResponse { Properties = question.Properties };
            });
            await api.Channel.CallAsync(ResourceMonitorMethods.RegisterStackTransform, Append("stack"));
            var outer = await api.ComponentAsync("outer", request => request.Transforms.Add(Append("outer")));
            var inner = await api.ComponentAsync("inner", request => (request.Parent, _) = (outer.Urn, Added(request, Append("inner"))));
            await api.ThingAsync("a", new { value = "said" }, request => (request.Parent, _) = (inner.Urn, Added(request, Append("own"), Append("own2"))));

            static int Added(RegisterResourceRequest request, params Callback[] callbacks)
            {
                request.Transforms.AddRange(callbacks);
                return callbacks.Length;
            }
        });

        Assert.That(Text(Resource("a").Inputs["value"]), Is.EqualTo("said own own2 inner outer stack"));
    }

    [Test]
    public async Task Transforms_OfAnotherBranch_AreNotRun()
    {
        var asked = new List<string>();
        await engine.UpAsync(async api =>
        {
            var other = await api.ComponentAsync("other", request => request.Transforms.Add(api.Callbacks.Transform(question =>
            {
                asked.Add(question.Name);
                return new TransformResponse();
            })));
            await api.ThingAsync("a");
            await api.ThingAsync("b", options: request => request.Parent = other.Urn);
        });

        Assert.That(asked, Is.EqualTo(new[] { "other", "b" }));
    }

    [Test]
    public async Task Transform_ChangesOptions_TheyTakeEffect()
    {
        await engine.UpAsync(async api =>
        {
            var a = await api.ThingAsync("a");
            await api.ThingAsync("b", options: request => request.Transforms.Add(api.Callbacks.Transform(question =>
            {
                question.Options.Protect = true;
                question.Options.DependsOn.Add(a.Urn);
                question.Options.IgnoreChanges.Add("size");
                question.Options.RetainOnDelete = true;
                question.Options.AdditionalSecretOutputs.Add("computed");
                question.Options.CustomTimeouts = new CustomTimeouts { Create = "5m" };
                return new TransformResponse { Options = question.Options };
            })));
        });

        var b = Resource("b");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(b.Protect, Is.True);
            Assert.That(b.RetainOnDelete, Is.True);
            Assert.That(b.Dependencies, Is.EqualTo(new[] { Resource("a").Urn }));
            Assert.That(b.IgnoreChanges, Is.EqualTo(new[] { "size" }));
            Assert.That(b.Outputs["computed"], Is.InstanceOf<WireSecret>());
            Assert.That(b.CustomTimeouts!.Create, Is.EqualTo(300));
        }
    }

    [Test]
    public async Task Transform_IsTold_WhatIsSecretAndWhatDependsOnWhat()
    {
        TransformRequest? asked = null;
        await engine.UpAsync(async api =>
        {
            var a = await api.ThingAsync("a");
            await api.ThingAsync("b", options: request =>
            {
                request.Object = Fields(("value", new WireText("from a")), ("secretText", new WireSecret(new WireText("hidden"))));
                request.Dependencies.Add(a.Urn);
                request.PropertyDependencies["value"] = new PropertyDependencies { Urns = { a.Urn } };
                request.PropertyDependencies["secretText"] = new PropertyDependencies();
                request.Transforms.Add(api.Callbacks.Transform(question =>
                {
                    asked = question;
                    return new TransformResponse { Properties = question.Properties };
                }));
            });
        });

        var told = WireReader.FromStruct(asked!.Properties);
        var b = Resource("b");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told["value"], Is.EqualTo(new WireOutput(new WireText("from a"), false, new[] { Resource("a").Urn }.ToValueList())));
            Assert.That(told["secretText"], Is.EqualTo(new WireOutput(new WireText("hidden"), true, [])));
            Assert.That(asked.Parent, Is.EqualTo(Resource("demo-dev").Urn));
            Assert.That(b.Inputs["secretText"], Is.EqualTo(new WireSecret(new WireText("hidden"))));
            Assert.That(b.PropertyDependencies!["value"], Is.EqualTo(new[] { Resource("a").Urn }));
            Assert.That(b.PropertyDependencies["secretText"], Is.Empty);
        }
    }

    [Test]
    public async Task Transform_ReplacesADependentValue_TheDependencyOfThePropertyGoes()
    {
        await engine.UpAsync(async api =>
        {
            var a = await api.ThingAsync("a");
            await api.ThingAsync("b", new { value = "from a" }, request =>
            {
                request.Dependencies.Add(a.Urn);
                request.PropertyDependencies["value"] = new PropertyDependencies { Urns = { a.Urn } };
                request.Transforms.Add(api.Callbacks.Transform(question => new TransformResponse
                {
                    Properties = Fields(new { value = "own" }),
                    Options = new TransformResourceOptions(),
                }));
            });
        });

        var b = Resource("b");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(b.Dependencies, Is.Empty);
            Assert.That(b.PropertyDependencies!["value"], Is.Empty);
        }
    }

    [Test]
    public async Task Transform_Fails_TheRegistrationFailsWithItsWordsAndNothingIsMade()
    {
        var program = new WrittenProgram(api => api.ThingAsync("a", options: request => request.Transforms.Add(
            api.Callbacks.Transform(_ => throw new GrpcException(GrpcStatusCode.Unknown, "transform refused")))));

        var result = await engine.UpAsync(program);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(program.Failures.Single().Detail, Does.Contain("transform refused"));
            Assert.That(engine.World.Objects, Is.Empty);
        }
    }

    [Test]
    public async Task Transform_WithoutATarget_IsRefusedWithAReason()
    {
        var program = new WrittenProgram(api => api.Channel.CallAsync(ResourceMonitorMethods.RegisterStackTransform, new Callback { Token = "t" }));

        await engine.UpAsync(program);

        Assert.That(program.Failures.Single().Detail, Does.Contain("lacks a target"));
    }

    [Test]
    public async Task InvokeTransform_ChangesArguments_TheProviderGetsThem()
    {
        WireObject? answer = null;
        await engine.UpAsync(async api =>
        {
            await api.Channel.CallAsync(ResourceMonitorMethods.RegisterStackInvokeTransform, api.Callbacks.InvokeTransform(question =>
                question.Token == "kit:index:echo" ? new TransformInvokeResponse { Args = Fields(new { x = "changed" }) } : new TransformInvokeResponse()));
            var call = new ResourceInvokeRequest { Tok = "kit:index:echo", Args = Fields(new { x = "original" }) };
            answer = WireReader.FromStruct((await api.Channel.CallAsync(ResourceMonitorMethods.Invoke, call)).Return);
        });

        Assert.That(Text(answer!["x"]), Is.EqualTo("changed"));
    }

    private static string Text(WireValue value) => ((WireText)value).Value;

    private HaIac.Engine.State.StateResource Resource(string name) =>
        engine.State.Resources.Single(resource => resource.Urn.EndsWith("::" + name, StringComparison.Ordinal));
}
