using System.Text;
using System.Text.Json;
using Google.Protobuf;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using Pulumi.Tests.Experimental.Robustness;

namespace Pulumi.Tests.Serialization.Limits;

/// <summary>Deep values, both ways through gRPC. A stack overflow would end the whole test run.</summary>
[CancelAfter(120_000)]
internal sealed class DepthTests
{
    [TestCase("list", 300)]
    [TestCase("object", 300)]
    [TestCase("secret", 300)]
    [TestCase("output", 300)]
    [TestCase("mix", 300)]
    [TestCase("object", PropertySerializer.DeepestLevel)]
    [TestCase("list", PropertySerializer.DeepestLevel)]
    public async Task RoundTrip_DeepValue_ComesBackWhole(string kind, int levels)
    {
        await using var engine = await EchoEngine.StartAsync();

        var value = await engine.RoundTripAsync<object>(Nested.Of(kind, levels));

        Assert.That(Nested.LevelsOf(value), Is.EqualTo(levels));
    }

    [Test]
    public async Task RoundTrip_DeepestValueOnASmallStack_ComesBackWhole()
    {
        // What a thread of a pool has on systems that give little.
        const int Stack = 1024 * 1024;
        var done = new TaskCompletionSource<int>();
        var thread = new Thread(
            () =>
            {
                try
                {
                    var wire = new PropertySerializer(false).SerializePropertyAsync("p", Nested.Of("object", PropertySerializer.DeepestLevel)).AsTask();
                    done.SetResult(Nested.LevelsOf(PropertyConverter.Convert(wire.GetAwaiter().GetResult(), typeof(object), "c", Assert.Fail).Value));
                }
                catch (Exception e)
                {
                    done.SetException(e);
                }
            },
            Stack);
        thread.Start();

        Assert.That(await done.Task, Is.EqualTo(PropertySerializer.DeepestLevel));
    }

    [TestCase("object", 1_001)]
    [TestCase("list", 10_000)]
    [TestCase("object", 10_000)]
    [TestCase("mix", 10_000)]
    [TestCase("list", 100_000)]
    [TestCase("object", 100_000)]
    [TestCase("secret", 100_000)]
    public async Task Input_TooDeep_FailsWithPath(string kind, int levels)
    {
        await using var engine = await EchoEngine.StartAsync();

        var failure = await FailureAsync(() => engine.RoundTripAsync<object>(Nested.Of(kind, levels)));

        Assert.That(failure, Does.Contain("error serializing property \"value\": at value").And.Contain("levels more").And.Contain("nested deeper than"));
    }

    [Test]
    public async Task Input_OutputsInOutputs_CostNoDepth()
    {
        await using var engine = await EchoEngine.StartAsync();

        Assert.That(await engine.RoundTripAsync<object>(Nested.Of("outputs in outputs", 100_000)), Is.EqualTo("deep"));
    }

    [TestCase(1_200)]
    [TestCase(10_000)]
    [TestCase(100_000)]
    public async Task Output_TooDeep_FailsAndTheProcessLives(int levels)
    {
        var answer = new RegisterResourceResponse { Urn = "urn:pulumi:s::p::t:i:T::n", Id = "id" }.ToByteArray();
        await using var engine = await EchoEngine.StartAsync([.. answer, .. DeepMessage.Of(RegisterResourceResponse.ObjectFieldNumber, levels)]);

        var failure = await FailureAsync(() => engine.RoundTripAsync<object>("x"));

        Assert.That(failure, Does.Contain("RegisterResource").And.Match("(?i)deep|nest|recursion"));
    }

    [Test]
    public async Task Output_ThreeHundredLevels_FitsJsonToo()
    {
        await using var engine = await EchoEngine.StartAsync();

        var value = await engine.RoundTripAsync<JsonElement>(Nested.Of("mix", 300));

        Assert.That(value.GetRawText(), Has.Length.GreaterThan(600));
    }

    [Test]
    public async Task Input_DeepJson_IsReadAndTooDeepJsonFails()
    {
        InputJson deep = new string('[', 300) + new string(']', 300);
        var text = Encoding.UTF8.GetBytes(new string('[', 5_000) + new string(']', 5_000));
        using var deeper = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 10_000 });
        var element = deeper.RootElement;

        Assert.That(await new PropertySerializer(false).SerializePropertyAsync("p", deep), Is.Not.Null);
        Assert.That(
            async () => await new PropertySerializer(false).SerializePropertyAsync("p", element),
            Throws.InvalidOperationException.With.Message.Contains("nested deeper than"));
    }

    [TestCase("mix", 300)]
    [TestCase("list", PropertySerializer.DeepestLevel)]
    [TestCase("object", PropertySerializer.DeepestLevel)]
    public async Task Input_DeepValueAsJsonText_IsWritten(string kind, int levels)
    {
        var wire = await new PropertySerializer(false).SerializePropertyAsync("p", Nested.Of(kind, levels), asJson: true);

        Assert.That(((wire as WireSecret)?.Value ?? wire) is WireText { Value.Length: var length } ? length : 0, Is.GreaterThan(4 * levels));
    }

    [Test]
    public void Input_DeepArchive_Fails()
    {
        Archive archive = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["leaf"] = new StringAsset("x") });
        for (var level = 0; level < 100_000; level++)
        {
            archive = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["in"] = archive });
        }

        Assert.That(
            async () => await new PropertySerializer(false).SerializePropertyAsync("p", archive),
            Throws.InvalidOperationException.With.Message.Contains("nested deeper than"));
    }

    private static async Task<string> FailureAsync(Func<Task> run)
    {
        try
        {
            await run();
            return "no failure";
        }
        catch (Exception e)
        {
            return e.Message;
        }
    }
}
