using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.Tests.Core;

/// <summary>Outputs that can never get a value fail the program, with names, instead of stopping it.</summary>
[CancelAfter(60_000)]
internal sealed class CircleTests
{
    [Test]
    public async Task Apply_ReturnsItsOwnOutput_Fails()
    {
        var start = new TaskCompletionSource<int>();
        Output<int>? self = null;
        self = Output.Create(start.Task).Apply(_ => self!);

        start.SetResult(1);

        await FailsAsync(self, "circle");
    }

    [Test]
    public async Task Apply_TwoReturnEachOther_BothFail()
    {
        var start = new TaskCompletionSource<int>();
        Output<int>? first = null, second = null;
        first = Output.Create(start.Task).Apply(_ => second!);
        second = Output.Create(start.Task).Apply(_ => first);

        start.SetResult(1);

        await FailsAsync(first, "circle");
        await FailsAsync(second, "circle");
    }

    [Test]
    public async Task Resolve_OutputDerivedFromItself_FailsAtOnce()
    {
        var deferred = new DeferredOutput<int>();
        var derived = Output.All(Output.Create(1), deferred.Output.Apply(v => v + 1)).Apply(all => Output.Create(all[1]));

        Assert.That(() => deferred.Resolve(derived), Throws.InvalidOperationException.With.Message.Contains("DeferredOutput<Int32> made at CircleTests.cs:"));
        await FailsAsync(deferred.Output, "circle");
        await FailsAsync(derived, "circle");
    }

    [Test]
    public async Task Resolve_Itself_Fails()
    {
        var deferred = new DeferredOutput<int>();

        Assert.That(() => deferred.Resolve(deferred.Output), Throws.InvalidOperationException.With.Message.Contains("circle"));
        await FailsAsync(deferred.Output, "circle");
    }

    [Test]
    public void Resolve_Twice_SaysSo()
    {
        var deferred = new DeferredOutput<int>();
        deferred.Resolve(Output.Create(1));

        Assert.That(() => deferred.Resolve(Output.Create(2)), Throws.InvalidOperationException.With.Message.Contains("resolved before"));
    }

    [Test]
    public async Task Resolve_SecretUnknownWithDependencies_CarriesAll()
    {
        var deferred = new DeferredOutput<int>();
        var resource = new DependencyResource("urn:pulumi:s::p::t:i:T::n");
        deferred.Resolve(Output.CreateSecret(OutputUtilities.WithDependency(OutputUtilities.CreateUnknown(3), resource)));

        Assert.That(await OutputUtilities.GetIsKnownAsync(deferred.Output), Is.False);
        Assert.That(await Output.IsSecretAsync(deferred.Output), Is.True);
        Assert.That(await OutputUtilities.GetDependenciesAsync(deferred.Output), Is.EqualTo(new[] { resource }));
    }

    [Test]
    public async Task Program_ResourceNeedsItsOwnOutput_NamesResourceAndPlace()
    {
        var failure = await FailureAsync(() =>
        {
            var deferred = new DeferredOutput<string>();
            var widget = new Widget("loop", new WidgetArgs { Label = deferred.Output });
            deferred.Resolve(widget.Urn);
        });

        Assert.That(failure, Does.Contain("'loop' (test:index:Widget)").And.Contain("CircleTests.cs:").And.Contain("circle"));
    }

    [Test]
    public async Task Program_TwoResourcesNeedEachOther_NamesBoth()
    {
        var failure = await FailureAsync(() =>
        {
            var deferred = new DeferredOutput<string>();
            var first = new Widget("first", new WidgetArgs { Items = { "x", Output.Format($"<{deferred.Output}>") } });
            var second = new Widget("second", new WidgetArgs { Tags = { ["k"] = first.Urn } });
            deferred.Resolve(second.Urn);
        });

        Assert.That(failure, Does.Contain("'first' (test:index:Widget)").And.Contain("'second' (test:index:Widget)"));
    }

    [Test]
    public async Task Program_CircleThroughDependsOn_Fails()
    {
        var failure = await FailureAsync(() =>
        {
            var deferred = new DeferredOutput<string>();
            var first = new Widget("first", new WidgetArgs { Label = deferred.Output });
            var second = new Widget("second", null, new CustomResourceOptions { DependsOn = { first } });
            deferred.Resolve(second.Urn);
        });

        Assert.That(failure, Does.Contain("'first'").And.Contain("'second'"));
    }

    [Test]
    public async Task Program_CircleThroughParent_Fails()
    {
        var failure = await FailureAsync(() =>
        {
            var deferred = new DeferredOutput<string>();
            var parent = new Widget("parent", new WidgetArgs { Label = deferred.Output });
            var child = new Widget("child", null, new CustomResourceOptions { Parent = parent });
            deferred.Resolve(child.Urn);
        });

        Assert.That(failure, Does.Contain("'parent'").And.Contain("'child'"));
    }

    [Test]
    public async Task Program_DeferredUsedAsMeant_Works()
    {
        var mocks = new EchoMocks();

        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, () =>
        {
            var deferred = new DeferredOutput<string>();
            var waits = new Widget("waits", new WidgetArgs { Label = deferred.Output });
            var source = new Widget("source");
            deferred.Resolve(source.Urn);
        });

        Assert.That(mocks.Resources.Single(r => r.Name == "waits").Inputs["label"], Does.EndWith("::source"));
    }

    [Test]
    public async Task Program_DeferredNeverResolved_NamesItAndWhoWaits()
    {
        var failure = await FailureAsync(() =>
        {
            Deployment.Current!.Runner.Stalls.Patience = TimeSpan.FromMilliseconds(400);
            var deferred = new DeferredOutput<string>();
            var widget = new Widget("waits", new WidgetArgs { Label = deferred.Output.Apply(v => Output.Create(v)) });
            var after = new Widget("after", new WidgetArgs { Label = widget.Urn });
        });

        Assert.That(failure, Does.Contain("DeferredOutput<String> made at CircleTests.cs:").And.Contain("never resolved")
            .And.Contain("'after' (test:index:Widget)").And.Contain("'waits' (test:index:Widget)"));
    }

    [Test]
    public async Task Program_DeferredNeverResolvedNorUsed_NamesIt()
    {
        var failure = await FailureAsync(() =>
        {
            Deployment.Current!.Runner.Stalls.Patience = TimeSpan.FromMilliseconds(400);
            _ = new DeferredOutput<string>();
        });

        Assert.That(failure, Does.Contain("CircleTests.cs:").And.Contain("never resolved"));
    }

    [Test]
    public async Task Program_DeferredResolvedByAThread_IsWaitedFor()
    {
        var mocks = new EchoMocks();

        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, () =>
        {
            var deferred = new DeferredOutput<string>();
            _ = new Widget("waits", new WidgetArgs { Label = deferred.Output });
            _ = ResolveAsync(deferred);
        });

        Assert.That(mocks.Resources.Single().Inputs["label"], Is.EqualTo("late"));

        static async Task ResolveAsync(DeferredOutput<string> deferred)
        {
            await Task.Delay(500);
            deferred.Resolve(Output.Create("late"));
        }
    }

    private static async Task<string> FailureAsync(Action program)
    {
        try
        {
            await Deployment.TestAsync(new EchoMocks(), new TestOptions { IsPreview = false }, program);
            return "no failure";
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    private static async Task FailsAsync<T>(Output<T> output, string text)
    {
        var failure = await Task.WhenAny(OutputUtilities.GetValueAsync(output), Task.Delay(20_000));
        Assert.That(failure.Exception?.InnerException?.Message, Does.Contain(text));
    }
}
