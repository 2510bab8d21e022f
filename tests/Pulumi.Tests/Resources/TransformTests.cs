using System.Collections.Immutable;
using HaIac.Protocol.Messages;
using HaIac.Testing;

namespace Pulumi.Tests.Resources;

/// <summary>Transformations in the constructor, transforms and hooks that the engine calls, and engines that know none of them.</summary>
internal sealed class TransformTests
{
    [Test]
    public async Task Transformations_OwnThenParents_RunInThisOrder()
    {
        var order = new List<string>();
        await EngineRun.RunAsync(() =>
        {
            var grandparent = new Group("g", new ComponentResourceOptions { ResourceTransformations = { Note("grandparent") } });
            var parent = new Group("p", new ComponentResourceOptions { Parent = grandparent, ResourceTransformations = { Note("parent") } });
            order.Clear();
            _ = new Widget("w", null, new CustomResourceOptions { Parent = parent, ResourceTransformations = { Note("own") } });
        });

        Assert.That(order, Is.EqualTo(new[] { "own", "parent", "grandparent" }));

        ResourceTransformation Note(string name) => args =>
        {
            order.Add(name);
            return null;
        };
    }

    [Test]
    public async Task Transformation_ChangesArgsAndOptions_TheChangedOnesAreSent()
    {
        var run = await EngineRun.RunAsync(() =>
        {
            _ = new Widget("w", new WidgetArgs { Label = "before" }, new CustomResourceOptions
            {
                ResourceTransformations =
                {
                    args =>
                    {
                        ((WidgetArgs)args.Args).Label = "after";
                        return new ResourceTransformationResult(
                            args.Args, CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new CustomResourceOptions { Protect = true }));
                    },
                },
            });
        });

        Assert.That(run.Registration("w").Object.Fields["label"].StringValue, Is.EqualTo("after"));
        Assert.That(run.Registration("w").Protect, Is.True);
    }

    [Test]
    public void Transformation_ChangesTheParent_IsRefused()
        => Assert.That(
            () => EngineRun.RunAsync(() =>
            {
                var parent = new Group("parent");
                _ = new Widget("w", null, new CustomResourceOptions
                {
                    ResourceTransformations = { args => new ResourceTransformationResult(args.Args, new CustomResourceOptions { Parent = parent }) },
                });
            }),
            Throws.ArgumentException.With.Message.Contains("'parent'"));

    [Test]
    public async Task Transform_CanLogReadConfigurationAndInvoke()
    {
        var run = await EngineRun.RunAsync(() =>
        {
            _ = new Widget("w", null, new CustomResourceOptions
            {
                ResourceTransforms =
                {
                    async (args, _) =>
                    {
                        Log.Info("in " + Deployment.Instance.StackName);
                        await Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>>("test:index:ask", InvokeArgs.Empty);
                        return null;
                    },
                },
            });
        });

        Assert.That(run.Logs.Select(l => l.Message), Is.EqualTo(new[] { "in stack" }));
        Assert.That(run.Requests<ResourceInvokeRequest>().Single().Tok, Is.EqualTo("test:index:ask"));
    }

    [Test]
    public async Task InvokeTransform_ChangesArguments_TheCallHasThem()
    {
        var answer = "";
        await EngineRun.RunAsync(async () =>
        {
            Deployment.Instance.RegisterInvokeTransform((args, _) => Task.FromResult<InvokeTransformResult?>(
                new InvokeTransformResult(args.Args.SetItem("key", "changed"), args.Options)));
            var asked = new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("key", "asked"));
            var result = await Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>>("test:index:echo", asked);
            answer = (string)result["key"];
        });

        Assert.That(answer, Is.EqualTo("changed"));
    }

    [Test]
    public async Task ErrorHook_SaysRetry_TheResourceIsTriedAgain()
    {
        var failures = new List<string>();
        var run = await EngineRun.RunAsync(
            () =>
            {
                var hook = new ErrorHook("again", (args, _) =>
                {
                    failures.AddRange(args.Errors);
                    return Task.FromResult(true);
                });
                _ = new Widget("w", null, new CustomResourceOptions { Hooks = { OnError = { hook } } });
            },
            new FailsOnce());

        Assert.That(failures, Is.EqualTo(new[] { "not yet" }));
        Assert.That(run.Registration("w").Hooks.OnError, Is.EqualTo(new[] { "again" }));
    }

    [TestCase("transforms", "resource transforms")]
    [TestCase("resourceHooks", "resource hooks")]
    [TestCase("invokeTransforms", "invoke transforms")]
    [TestCase("deletedWith", "DeletedWith")]
    [TestCase("replaceWith", "ReplaceWith")]
    [TestCase("parameterization", "parameterization")]
    public void Engine_LacksTheFeature_TheProgramSaysSo(string feature, string words)
        => Assert.That(
            () => EngineRun.RunAsync(
                () =>
                {
                    var other = new Widget("other");
                    _ = feature switch
                    {
                        "transforms" => new Widget("w", null, new CustomResourceOptions { ResourceTransforms = { (_, _) => Task.FromResult<ResourceTransformResult?>(null) } }),
                        "resourceHooks" => new Widget("w", null, new CustomResourceOptions { Hooks = { AfterCreate = { new ResourceHook("h", (_, _) => Task.CompletedTask) } } }),
                        "deletedWith" => new Widget("w", null, new CustomResourceOptions { DeletedWith = other }),
                        "replaceWith" => new Widget("w", null, new CustomResourceOptions { ReplaceWith = { other } }),
                        "parameterization" => new CustomResource("a:b:C", "c", null, null, new RegisterPackageRequest("a", "1.0.0", null)),
                        _ => (object)other,
                    };
                    if (feature == "invokeTransforms")
                    {
                        Deployment.Instance.RegisterInvokeTransform((_, _) => Task.FromResult<InvokeTransformResult?>(null));
                    }
                },
                new Lacks(feature)),
            Throws.InstanceOf<Exception>().With.Message.Contains($"does not support").And.Message.Contains(words));

    [Test]
    public async Task Package_UsedTwice_IsRegisteredOnce()
    {
        var package = new RegisterPackageRequest(
            "terraform-provider", "1.0.0", "https://plugins.example", parameterization: new RegisterPackageRequest.PackageParameterization("random", "2.0.0", [1, 2]));

        var run = await EngineRun.RunAsync(() =>
        {
            _ = new CustomResource("random:index:A", "a", null, null, package);
            _ = new CustomResource("random:index:A", "b", null, null, package);
        });

        var sent = run.Requests<HaIac.Protocol.Messages.RegisterPackageRequest>().Single();
        Assert.That((sent.Name, sent.Parameterization.Name, sent.Parameterization.Value.ToByteArray()), Is.EqualTo(("terraform-provider", "random", new byte[] { 1, 2 })));
        Assert.That(run.Registrations.Select(r => r.PackageRef), Is.All.EqualTo("ref-terraform-provider-1.0.0-random"));
    }

    [Test]
    public async Task Stash_IsAResourceOfTheEngine()
    {
        var run = await EngineRun.RunAsync(() => { _ = new Stash("kept", new StashArgs { Input = "value" }); });

        Assert.That(run.Registration("kept").Type, Is.EqualTo("pulumi:index:Stash"));
        Assert.That(run.Registration("kept").Object.Fields["input"].StringValue, Is.EqualTo("value"));
    }

    private sealed class Lacks(string feature) : EngineAnswers
    {
        public override bool HasFeature(string id) => id != feature;
    }

    private sealed class FailsOnce : EngineAnswers
    {
        private int _tries;

        public override Task<RegisterResourceResponse> RegisterAsync(string urn, RegisterResourceRequest request)
            => Interlocked.Increment(ref _tries) == 1
                ? throw new HaIac.Protocol.Grpc.GrpcException(HaIac.Protocol.Grpc.GrpcStatusCode.Unknown, "not yet")
                : base.RegisterAsync(urn, request);
    }
}
