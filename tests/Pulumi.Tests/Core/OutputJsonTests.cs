using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Utilities;

namespace Pulumi.Tests.Core;

/// <summary>JSON of values with outputs and inputs inside, and back.</summary>
[CancelAfter(60_000)]
internal sealed class OutputJsonTests
{
    [Test]
    public async Task JsonSerialize_InputsOfAllKinds_WritesTheirValues()
    {
        var later = new TaskCompletionSource<int>();
        var value = new Document
        {
            Plain = "a",
            Later = Output.Create(later.Task),
            Hidden = Output.CreateSecret("s"),
            List = { "x", Output.Create("y") },
            Map = { ["k"] = 1 },
            Union = 7,
        };
        var json = Output.JsonSerialize(Output.Create(value));

        later.SetResult(3);

        Assert.That(
            await OutputUtilities.GetValueAsync(json),
            Is.EqualTo("{\"Plain\":\"a\",\"Later\":3,\"Hidden\":\"s\",\"List\":[\"x\",\"y\"],\"Map\":{\"k\":1},\"Union\":7}"));
        Assert.That(await Output.IsSecretAsync(json), Is.True);
    }

    [Test]
    public async Task JsonSerialize_UnknownInside_IsUnknownWithDependencies()
    {
        var resource = new DependencyResource("urn:pulumi:s::p::t:i:T::n");
        var inner = OutputUtilities.WithDependency(OutputUtilities.CreateUnknown(1), resource);
        var json = Output.JsonSerialize(Output.Create(new Dictionary<string, Input<int>> { ["k"] = inner }));

        Assert.That(await OutputUtilities.GetIsKnownAsync(json), Is.False);
        Assert.That(await OutputUtilities.GetDependenciesAsync(json), Is.EqualTo(new[] { resource }));
    }

    [Test]
    public async Task JsonSerialize_GetterThatMakesANewOutputEachTime_Ends()
    {
        var json = Output.JsonSerialize(Output.Create(new Restless()));

        Assert.That(await OutputUtilities.GetValueAsync(json), Is.EqualTo("{\"Value\":1}"));
    }

    [Test]
    public async Task JsonDeserialize_SecretText_MakesInnerOutputsSecret()
    {
        var read = Output.JsonDeserialize<Dictionary<string, Output<ImmutableArray<int>>>>(Output.CreateSecret("{\"k\":[1,2]}"));

        var inner = (await OutputUtilities.GetValueAsync(read))["k"];

        Assert.That(await OutputUtilities.GetValueAsync(inner), Is.EqualTo(new[] { 1, 2 }));
        Assert.That((await Output.IsSecretAsync(read), await Output.IsSecretAsync(inner)), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task JsonDeserialize_Inputs_AreRead()
    {
        var read = Output.JsonDeserialize<Dictionary<string, Input<int>>>(Output.Create("{\"k\":5}"));

        Assert.That(await OutputUtilities.GetValueAsync((Output<int>)(await OutputUtilities.GetValueAsync(read))["k"]), Is.EqualTo(5));
    }

    [Test]
    public async Task JsonSerialize_Options_AreKept()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        var json = Output.JsonSerialize(Output.Create(new Restless()), options);

        Assert.That(await OutputUtilities.GetValueAsync(json), Is.EqualTo("{\"value\":1}"));
    }

    private sealed class Document
    {
        public Input<string> Plain { get; init; } = "";

        public Output<int> Later { get; init; } = null!;

        public Input<string> Hidden { get; init; } = "";

        public InputList<string> List { get; } = new();

        public InputMap<int> Map { get; } = new();

        public InputUnion<string, int>? Union { get; init; }
    }

    private sealed class Restless
    {
        public Output<int> Value => Output.Create(Task.Delay(1).ContinueWith(_ => 1, TaskScheduler.Default));
    }
}
