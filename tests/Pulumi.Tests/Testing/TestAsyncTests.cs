using Moq;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.Tests.Testing;

internal sealed class TestAsyncTests
{
    [Test]
    public async Task TestAsync_Preview_MissingOutputIsUnknown()
    {
        var (_, outputs) = await Deployment.TestAsync(
            new EchoMocks(),
            new TestOptions(),
            () => new Dictionary<string, object?> { ["label"] = new Widget("w", new WidgetArgs { Size = 1 }).Label });

        Assert.That(await OutputUtilities.GetIsKnownAsync((Output<string?>)outputs["label"]!), Is.False);
    }

    [Test]
    public async Task TestAsync_Moq_SeesResourceAndAnswers()
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(m => m.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .ReturnsAsync((MockResourceArgs a) => (a.Name + "-id", new Dictionary<string, object?> { ["label"] = "from mock" }));

        var resources = await Deployment.TestAsync(mocks.Object, new TestOptions { IsPreview = false }, () => { new Widget("w"); });

        var widget = resources.OfType<Widget>().Single();
        Assert.That(await OutputUtilities.GetValueAsync(widget.Label), Is.EqualTo("from mock"));
        Assert.That(await OutputUtilities.GetValueAsync(widget.Id), Is.EqualTo("w-id"));
        mocks.Verify(m => m.NewResourceAsync(It.Is<MockResourceArgs>(a => a.Type == "test:index:Widget")), Times.Once);
    }

    [Test]
    public void TestAsync_MockReturnsNoDictionary_SaysWhatToReturn()
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(m => m.NewResourceAsync(It.IsAny<MockResourceArgs>())).ReturnsAsync(("id", "text"));

        Assert.That(
            () => Deployment.TestAsync(mocks.Object, new TestOptions(), () => { new Widget("w"); }),
            Throws.InstanceOf<RunException>().With.Message.Contains("dictionary").And.Message.Contains("'w'"));
    }

    [Test]
    public void TestAsync_InsideOfTestAsync_IsRefused()
    {
        Assert.That(
            () => Deployment.TestAsync(
                new EchoMocks(),
                new TestOptions(),
                () => (Task)Deployment.TestAsync(new EchoMocks(), new TestOptions(), () => { })),
            Throws.InstanceOf<RunException>().With.Message.Contains("cannot be nested"));
    }

    [Test]
    public async Task TestAsync_SeveralAtOnce_DoNotMeet()
    {
        var runs = Enumerable.Range(0, 20).Select(async i =>
        {
            var name = "";
            await Deployment.TestAsync(new EchoMocks(), new TestOptions { StackName = "stack" + i }, async () =>
            {
                await Task.Yield();
                name = Deployment.Instance.StackName;
            });
            return name == "stack" + i;
        });

        Assert.That(await Task.WhenAll(runs), Is.All.True);
    }

    [Test]
    public void TestAsync_RequiredInputMissing_NamesTheMember()
    {
        Assert.That(
            () => Deployment.TestAsync(new EchoMocks(), new TestOptions(), () => { new CustomResource("a:b:C", "c", new NeedyArgs()); }),
            Throws.InstanceOf<RunException>().With.Message.Contains("NeedyArgs.Name"));
    }

    private sealed class NeedyArgs : ResourceArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;
    }

    [Test]
    public async Task TestAsync_ManyResources_AsksMocksOneAtATimeAndInTheOrderOfTheProgram()
    {
        var mocks = new UnguardedMocks();

        var resources = await Deployment.TestAsync(mocks, new TestOptions(), () =>
        {
            for (var i = 0; i < 200; i++)
            {
                _ = new Widget($"w{i:000}");
            }
        });

        var names = Enumerable.Range(0, 200).Select(i => $"w{i:000}").ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mocks.Names, Is.EqualTo(names));
            Assert.That(resources.Select(r => r.GetResourceName()), Is.EqualTo(names));
        }
    }

    [Test]
    public void TestAsync_StackWithoutValues_NamesTheOutputsAsTheyAreExported()
        => Assert.That(
            async () => await Deployment.TestAsync<ForgetfulStack>(new EchoMocks()),
            Throws.TypeOf<RunException>().With.Message.StartWith("Output(s) 'address, Port' have no value assigned."));

    [Test]
    public void TestAsync_StackWithPlainValue_NamesTheOutputAsItIsExported()
        => Assert.That(
            async () => await Deployment.TestAsync<PlainStack>(new EchoMocks()),
            Throws.TypeOf<RunException>().With.Message.StartWith("Output(s) 'address' have incorrect type."));

    /// <summary>As users write them: without a lock.</summary>
    private sealed class UnguardedMocks : IMocks
    {
        public List<string> Names { get; } = [];

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Names.Add(args.Name!);
            return Task.FromResult<(string?, object)>((args.Name, args.Inputs));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output("address")]
        public Output<string>? Address { get; set; }

        [Output]
        public Output<int>? Port { get; set; }
    }

    private sealed class PlainStack : Stack
    {
        [Output("address")]
        public string Address { get; set; } = "plain";
    }
}
