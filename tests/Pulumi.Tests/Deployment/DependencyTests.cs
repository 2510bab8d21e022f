using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi.Tests.Deployments;

/// <summary>Waiting between resources: many at once, and circles that must not wait for ever.</summary>
[CancelAfter(60_000)]
internal sealed class DependencyTests
{
    [Test]
    public async Task DependsOn_OwnComponent_FailsWithTheCircle(CancellationToken cancellationToken)
    {
        var error = await Fails(cancellationToken, () =>
        {
            var group = new Group("group");
            new Widget("inside", null, new CustomResourceOptions { Parent = group, DependsOn = { group } });
        });

        Assert.That(error.Message, Does.Contain("circle").And.Contain("'inside' (test:index:Widget)"));
    }

    [Test]
    public async Task Input_UrnOfItsOwnComponent_FailsWithTheCircle(CancellationToken cancellationToken)
    {
        var error = await Fails(cancellationToken, () =>
        {
            var group = new Group("group");
            new Widget("inside", new WidgetArgs { Label = group.Urn }, new CustomResourceOptions { Parent = group });
        });

        Assert.That(error.Message, Does.Contain("circle").And.Contain("'inside' (test:index:Widget)").And.Contain("URN is used"));
    }

    [Test]
    public async Task Children_OfManyThreads_AreAllDependedOn(CancellationToken cancellationToken)
    {
        const int Count = 200;
        var run = await EngineRun.RunAsync(() =>
        {
            var group = new Group("group");
            Parallel.For(0, Count, i =>
            {
                _ = new Widget($"child{i}", null, new CustomResourceOptions { Parent = group });
                _ = new Widget($"beside{i}", null, new CustomResourceOptions { DependsOn = { group } });
            });
            _ = new Widget("last", null, new CustomResourceOptions { DependsOn = { group } });
        }).WaitAsync(cancellationToken);

        Assert.That(run.Registration("last").Dependencies, Has.Count.EqualTo(Count));
        Assert.That(run.Registrations.Count(r => r.Custom), Is.EqualTo((2 * Count) + 1));
    }

    [Test]
    public async Task DependsOn_ComponentsOfEachOther_FailsWithTheCircle(CancellationToken cancellationToken)
    {
        // Answers of mocks come at once; an engine's come later, when the other widget is there too.
        var declared = new TaskCompletionSource();
        var mocks = new EchoMocks { Ready = declared.Task };
        var error = await Fails(cancellationToken, mocks, () =>
        {
            var left = new Group("left");
            var right = new Group("right");
            new Widget("l", null, new CustomResourceOptions { Parent = left, DependsOn = { right } });
            new Widget("r", null, new CustomResourceOptions { Parent = right, DependsOn = { left } });
            declared.SetResult();
        });

        Assert.That(error.Message, Does.Contain("'l'").And.Contain("'r'"));
    }

    [Test]
    public async Task DependsOn_Itself_FailsWithTheCircle(CancellationToken cancellationToken)
    {
        var error = await Fails(cancellationToken, () =>
        {
            var later = new DeferredOutput<ImmutableArray<Resource>>();
            var self = new Widget("self", null, new CustomResourceOptions { DependsOn = later.Output });
            later.Resolve(Output.Create(ImmutableArray.Create<Resource>(self)));
        });

        Assert.That(error.Message, Does.Contain("circle").And.Contain("'self'"));
    }

    [Test]
    public async Task Alias_OfAChild_FailsWithTheCircle(CancellationToken cancellationToken)
    {
        var error = await Fails(cancellationToken, () =>
        {
            var later = new DeferredOutput<Alias>();
            var parent = new Widget("parent", null, new CustomResourceOptions { Aliases = { later.Output } });
            var child = new Widget("child", null, new CustomResourceOptions { Parent = parent });
            later.Resolve(Output.Create(new Alias { Parent = child }));
        });

        Assert.That(error.Message, Does.Contain("circle").And.Contain("'parent'").And.Contain("'child'"));
    }

    [Test]
    public async Task Provider_ThatNeedsWhatItServes_FailsWithTheCircle(CancellationToken cancellationToken)
    {
        var error = await Fails(cancellationToken, () =>
        {
            var later = new DeferredOutput<string>();
            var provider = new ProviderResource("test", "provider", new WidgetArgs { Label = later.Output });
            var widget = new Widget("served", null, new CustomResourceOptions { Provider = provider });
            later.Resolve(widget.Urn);
        });

        Assert.That(error.Message, Does.Contain("circle").And.Contain("'provider'").And.Contain("'served'"));
    }

    [Test]
    public async Task Invoke_ThatNeedsItsOwnResult_FailsWithTheCircle(CancellationToken cancellationToken)
    {
        var error = await Fails(cancellationToken, () =>
        {
            var later = new DeferredOutput<string>();
            var args = new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("key", later.Output));
            later.Resolve(Deployment.Instance.Invoke<ImmutableDictionary<string, string>>("test:index:ask", args).Apply(r => r["key"]));
        });

        Assert.That(error.Message, Does.Contain("circle").And.Contain("'test:index:ask'"));
    }

    [Test]
    public async Task Parent_SetAfterConstruction_HasNoEffect(CancellationToken cancellationToken)
    {
        Widget? self = null;

        await Deployment.TestAsync(new EchoMocks(), new TestOptions(), () =>
        {
            var options = new CustomResourceOptions();
            self = new Widget("self", null, options);
            options.Parent = self;
        }).WaitAsync(cancellationToken);

        Assert.That(self!.ParentResource, Is.InstanceOf<Stack>());
    }

    [Test]
    public async Task Resources_AThousandWithDependencies_AreAllRegistered(CancellationToken cancellationToken)
    {
        var mocks = new EchoMocks();

        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, () =>
        {
            var made = new List<Widget>();
            for (var i = 0; i < 1000; i++)
            {
                var args = new WidgetArgs { Size = i, Label = i == 0 ? "first" : made[i - 1].Label.Apply(l => l!) };
                for (var t = 0; t < 8; t++)
                {
                    args.Tags.Add("tag" + t, made.Count > t ? made[t].Id : "none");
                }

                made.Add(new Widget("w" + i, args, new CustomResourceOptions { DependsOn = made.TakeLast(5).Cast<Resource>().ToList() }));
            }
        }).WaitAsync(cancellationToken);

        Assert.That(mocks.Resources, Has.Count.EqualTo(1000));
        Assert.That(mocks.Resources.Select(r => r.Inputs["label"]), Is.All.EqualTo("first"));
    }

    [Test]
    public async Task Apply_OneOfThousandsThrows_OneError(CancellationToken cancellationToken)
    {
        var error = await Fails(cancellationToken, () =>
        {
            var root = new Widget("root", new WidgetArgs { Size = 1 });
            var outputs = Enumerable.Range(0, 5000).Select(i => root.Size.Apply(s => i == 2500 ? throw new InvalidOperationException("number 2500") : s + i)).ToList();
            new Widget("sum", new WidgetArgs { Size = Output.All(outputs).Apply(all => all.Sum()) });
        });

        Assert.That(error, Is.InstanceOf<RunException>());
        Assert.That(error.Message, Does.Contain("number 2500"));
    }

    [Test]
    public async Task Constructor_ThatThrows_DoesNotHang(CancellationToken cancellationToken)
    {
        var error = await Fails(cancellationToken, () =>
        {
            var provider = new ProviderResource("test", "p", ResourceArgs.Empty);
            new Group("both", new ComponentResourceOptions { Provider = provider, Providers = { provider } });
        });

        Assert.That(error.Message, Does.Contain("Providers"));
    }

    [Test]
    public async Task Constructor_ThatThrowsAndIsCaught_LetsTheProgramEnd(CancellationToken cancellationToken)
    {
        var caught = false;

        await Deployment.TestAsync(new EchoMocks(), new TestOptions(), () =>
        {
            var provider = new ProviderResource("test", "p", ResourceArgs.Empty);
            try
            {
                new Group("both", new ComponentResourceOptions { Provider = provider, Providers = { provider } });
            }
            catch (ArgumentException)
            {
                caught = true;
            }
        }).WaitAsync(cancellationToken);

        Assert.That(caught, Is.True);
    }

    [Test]
    public async Task Args_ChangedAfterConstruction_DoNotChangeTheResource(CancellationToken cancellationToken)
    {
        var mocks = new EchoMocks();

        await Deployment.TestAsync(mocks, new TestOptions(), () =>
        {
            var args = new WidgetArgs { Label = "one", Items = { "a" } };
            new Widget("first", args);
            args.Label = "two";
            args.Items.Add("b");
            new Widget("second", args);
        }).WaitAsync(cancellationToken);

        var first = mocks.Resources.Single(r => r.Name == "first").Inputs;
        Assert.That(first["label"], Is.EqualTo("one"));
        Assert.That(first["items"], Is.EqualTo(new object[] { "a" }));
    }

    private static Task<Exception> Fails(CancellationToken cancellationToken, Action program) => Fails(cancellationToken, new EchoMocks(), program);

    private static async Task<Exception> Fails(CancellationToken cancellationToken, IMocks mocks, Action program)
        => (await Assert.CatchAsync(() => Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, program).WaitAsync(cancellationToken)))!;
}
