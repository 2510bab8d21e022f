using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.Benchmarks;

/// <summary>What values cost: chains and joins of outputs, and large inputs on their way to mocks and back.</summary>
[MemoryDiagnoser]
public class ValueBenchmarks
{
    [Params(1_000, 10_000, 100_000)]
    public int Elements { get; set; }

    /// <summary>Outputs derived from each other, one by one, before the first has its value.</summary>
    [Benchmark]
    public async Task<int> Chain()
    {
        var (start, end) = DeclareChain();
        start.SetResult(0);
        return await OutputUtilities.GetValueAsync(end);
    }

    /// <summary>The same, where the first fails.</summary>
    [Benchmark]
    public async Task<bool> FailingChain()
    {
        var (start, end) = DeclareChain();
        start.SetException(new InvalidOperationException("on purpose"));
        await ((Task)OutputUtilities.GetValueAsync(end)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return true;
    }

    /// <summary>Outputs joined into one list.</summary>
    [Benchmark]
    public async Task<int> All()
    {
        var start = new TaskCompletionSource<int>();
        var all = Output.All(Enumerable.Range(0, Elements).Select(i => Output.Create(start.Task).Apply(v => v + i)));
        start.SetResult(0);
        return (await OutputUtilities.GetValueAsync(all)).Length;
    }

    /// <summary>A list and a map of inputs, each some plain and some outputs, serialized, echoed by mocks and read back.</summary>
    [Benchmark]
    public async Task<int> Inputs()
    {
        var mocks = new EchoMocks();
        Bag? bag = null;
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, () =>
        {
            var args = new BagArgs();
            for (var i = 0; i < Elements; i++)
            {
                args.Items.Add(i % 2 == 0 ? $"{i}" : Output.Create($"{i}"));
                args.Tags.Add($"k{i}", i % 2 == 0 ? i : Output.Create(i));
            }

            bag = new Bag(args);
        });
        return (await OutputUtilities.GetValueAsync(bag!.Items)).Length;
    }

    private (TaskCompletionSource<int> Start, Output<int> End) DeclareChain()
    {
        var start = new TaskCompletionSource<int>();
        var output = Output.Create(start.Task);
        for (var i = 0; i < Elements; i++)
        {
            output = i % 2 == 0 ? output.Apply(v => v + 1) : output.Apply(v => Output.Create(v + 1));
        }

        return (start, output);
    }

    private sealed class BagArgs : ResourceArgs
    {
        [Input("items")]
        public InputList<string> Items { get; } = new();

        [Input("tags")]
        public InputMap<int> Tags { get; } = new();
    }

    private sealed class Bag(BagArgs args) : CustomResource("bench:index:Bag", "bag", args)
    {
        [Output("items")]
        public Output<ImmutableArray<string>> Items { get; private set; } = null!;

        [Output("tags")]
        public Output<ImmutableDictionary<string, int>> Tags { get; private set; } = null!;
    }

    private sealed class EchoMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Task.FromResult<(string?, object)>(("id", args.Inputs));

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }
}
