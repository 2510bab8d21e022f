using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.Tests.Testing;

/// <summary>Every way to run a program against mocks.</summary>
internal sealed class TestAsyncFormsTests
{
    [Test]
    public async Task StackClass_GivesResourcesWithTheStack()
    {
        var resources = await Deployment.TestAsync<WidgetStack>(new EchoMocks(), new TestOptions { IsPreview = false });

        Assert.That(resources.Select(r => r.GetResourceName()), Is.EqualTo(new[] { "project-stack", "in-stack" }));
        Assert.That(await OutputUtilities.GetValueAsync(resources.OfType<WidgetStack>().Single().Label), Is.EqualTo("label"));
    }

    [Test]
    public async Task StackClass_FromServices_IsTheOneTheyMake()
    {
        var resources = await Deployment.TestWithServiceProviderAsync<NeedyStack>(new EchoMocks(), new Services("given"));

        Assert.That(resources.OfType<Widget>().Single().GetResourceName(), Is.EqualTo("given"));
    }

    [Test]
    public void StackClass_ServicesDoNotKnowIt_SaysWhatToDo()
        => Assert.That(
            () => Deployment.TestWithServiceProviderAsync<NeedyStack>(new EchoMocks(), new Services(null)),
            Throws.InstanceOf<RunException>().With.Message.Contains("NeedyStack").And.Message.Contains("register it"));

    [Test]
    public async Task Lambdas_OfEachForm_RunTheProgram()
    {
        var options = new TestOptions { IsPreview = false };
        var (byTask, taskOutputs) = await Deployment.TestAsync(new EchoMocks(), options, async () =>
        {
            await Task.Yield();
            return new Dictionary<string, object?> { ["a"] = new Widget("task").Urn };
        });
        var (byValue, valueOutputs) = await Deployment.TestAsync(
            new EchoMocks(), options, () => new Dictionary<string, object?> { ["b"] = new Widget("value").Urn });
        var byAsync = await Deployment.TestAsync(new EchoMocks(), options, async () =>
        {
            await Task.Yield();
            _ = new Widget("async");
        });
        var byAction = await Deployment.TestAsync(new EchoMocks(), options, () => { _ = new Widget("action"); });

        Assert.That(
            new[] { byTask, byValue, byAsync, byAction }.Select(r => r.Single().GetResourceName()),
            Is.EqualTo(new[] { "task", "value", "async", "action" }));
        Assert.That((taskOutputs.Keys.Single(), valueOutputs.Keys.Single()), Is.EqualTo(("a", "b")));
    }

    [Test]
    public async Task Options_AreWhatTheProgramSees()
    {
        var options = new TestOptions { ProjectName = "p", StackName = "s", OrganizationName = "o", RootDirectory = "/root", IsPreview = false };
        (string, string, string, string, bool) seen = default;
        await Deployment.TestAsync(new EchoMocks(), options, () =>
        {
            var instance = Deployment.Instance;
            seen = (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.RootDirectory, instance.IsDryRun);
        });

        Assert.That(seen, Is.EqualTo(("p", "s", "o", "/root", false)));
    }

    [Test]
    public async Task Mocks_HearOfOutputsOfComponents()
    {
        var mocks = new OutputMocks();

        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, () => { _ = new Labelled("c"); });

        Assert.That(await OutputUtilities.GetValueAsync(mocks.Heard["label"]), Is.EqualTo("of c"));
    }

    [Test]
    public void Mocks_MethodThrows_FailsTheTestOnce()
        => Assert.That(
            () => Deployment.TestAsync(new ThrowingMocks(), new TestOptions(), () =>
            {
                var first = new Widget("first");
                _ = new Widget("second", new WidgetArgs { Label = first.Urn });
            }),
            Throws.TypeOf<RunException>().With.Message.Contains("the mock is broken"));

    [Test]
    public async Task EmptyMocks_AreEnoughToLookAtWhatIsDeclared()
    {
        var resources = await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), () => { _ = new Widget("w"); });

        Assert.That(await OutputUtilities.GetValueAsync(resources.OfType<Widget>().Single().Id), Is.Empty);
    }

    [Test]
    public void LogError_FailsTheTestWithItsText()
        => Assert.That(
            () => Deployment.TestAsync(new EchoMocks(), new TestOptions(), () => Log.Error("wrong")),
            Throws.TypeOf<RunException>().With.Message.EqualTo("wrong"));

    [Test]
    public void StackClass_OutputIsMissingOrOfAnotherType_NamesIt()
    {
        Assert.That(
            () => Deployment.TestAsync<ForgetfulStack>(new EchoMocks()),
            Throws.TypeOf<RunException>().With.Message.Contains("'Forgotten' have no value assigned"));
        Assert.That(
            () => Deployment.TestAsync<WrongStack>(new EchoMocks()),
            Throws.TypeOf<RunException>().With.Message.Contains("'Text' have incorrect type"));
    }

    private sealed class WidgetStack : Stack
    {
        public WidgetStack() => Label = new Widget("in-stack", new WidgetArgs { Label = "label" }).Label;

        [Output]
        public Output<string?> Label { get; private set; }
    }

    private sealed class NeedyStack : Stack
    {
        public NeedyStack(string name) => _ = new Widget(name);
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output]
        public Output<string> Forgotten { get; private set; } = null!;
    }

    private sealed class WrongStack : Stack
    {
        [Output]
        public string Text { get; private set; } = "text";
    }

    private sealed class Labelled : ComponentResource
    {
        public Labelled(string name)
            : base("test:index:Labelled", name) => RegisterOutputs(new Dictionary<string, object?> { ["label"] = "of " + name });
    }

    private sealed class Services(string? name) : IServiceProvider
    {
        public object? GetService(Type serviceType) => name is null ? null : new NeedyStack(name);
    }

    private sealed class ThrowingMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => throw new InvalidOperationException("the mock is broken");

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException();
    }

    private sealed class OutputMocks : IMocks
    {
        public Dictionary<string, Output<object?>> Heard { get; } = [];

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Task.FromResult<(string?, object)>(("", args.Inputs));

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException();

        public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
        {
            foreach (var (name, value) in args.Outputs)
            {
                Heard[name] = value;
            }

            return Task.CompletedTask;
        }
    }
}
