namespace Pulumi.Tests.Serialization;

/// <summary>Values that contain themselves, and where the message says they do.</summary>
[CancelAfter(60_000)]
internal sealed class SelfContainedValueTests
{
    [Test]
    public async Task Serialize_DictionaryInItself_NamesThePath()
    {
        var settings = new Dictionary<string, object>();
        settings["ports"] = new List<object> { 1, settings };

        Assert.That(await FailureAsync(settings), Is.EqualTo(
            "error serializing property \"settings\": at settings.ports[1]: this is settings again, and a value cannot contain itself."));
    }

    [Test]
    public async Task Serialize_ListInItself_NamesThePath()
    {
        var inner = new List<object> { "x" };
        inner.Add(inner);

        Assert.That(await FailureAsync(new Dictionary<string, object> { ["list"] = inner }), Does.Contain("at settings.list[1]: this is settings.list again"));
    }

    [Test]
    public async Task Serialize_ArgsReferringToThemselves_NamesThePath()
    {
        var args = new NodeArgs();
        args.Next = new NodeArgs { Next = args };

        Assert.That(await FailureAsync(args), Does.Contain("at settings.next.next: this is settings again"));
    }

    [Test]
    public async Task Serialize_OutputWhoseValueHoldsIt_NamesThePath()
    {
        var list = new List<object>();
        list.Add(Output.CreateSecret<object>(Output.Create<object>(list)));

        Assert.That(await FailureAsync(list), Does.Contain("at settings[0]: this is settings again"));
    }

    [Test]
    public async Task Serialize_OutputWhoseValueIsItself_Fails()
    {
        var source = new TaskCompletionSource<object>();
        var output = Output.Create(source.Task);
        source.SetResult(Output.Create<object>(output));

        Assert.That(await FailureAsync(output), Does.Contain("the output itself"));
    }

    [Test]
    public async Task Serialize_SamePartTwice_IsNoCircle()
    {
        var part = new List<object> { 1 };

        Assert.That(
            await new PropertySerializer(false).SerializePropertyAsync("settings", new List<object> { part, part }),
            Is.Not.Null);
    }

    [Test]
    public async Task Serialize_WrongPartDeepInside_NamesPathTypeAndMend()
    {
        var settings = new Dictionary<string, object>
        {
            ["ports"] = new object[] { 1, 2, new Dictionary<string, object> { ["name"] = Output.Create<object>(5L) } },
        };

        Assert.That(await FailureAsync(settings), Does.Contain("\"settings\": at settings.ports[2].name: System.Int64 is not a supported").And.Contain("double"));
    }

    [Test]
    public async Task Serialize_FailedOutputDeepInside_NamesPathAndCause()
    {
        var settings = new Dictionary<string, object> { ["a"] = new object[] { Output.Create(Task.FromException<string>(new FormatException("no such zone"))) } };

        Assert.That(await FailureAsync(settings), Is.EqualTo("error serializing property \"settings\": at settings.a[0]: no such zone"));
    }

    [Test]
    public async Task Serialize_RequiredMemberOfNestedArgsMissing_NamesBoth()
    {
        var failure = await FailureAsync(new Dictionary<string, object> { ["node"] = new NodeArgs { Must = null } });

        Assert.That(failure, Does.Contain("at settings.node.must:").And.Contain("NodeArgs.Must is required"));
    }

    private static async Task<string> FailureAsync(object value)
    {
        try
        {
            await new PropertySerializer(false).SerializePropertyAsync("settings", value);
            return "no failure";
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }

    private sealed class NodeArgs : ResourceArgs
    {
        [Input("must", required: true)]
        public Input<int>? Must { get; set; } = 1;

        [Input("next")]
        public Input<object>? Next { get; set; }
    }
}
