using System.Collections.Immutable;
using HaIac.Protocol.Properties;
using Pulumi.Utilities;

namespace Pulumi.Tests.Serialization.Limits;

/// <summary>Large values, both ways through gRPC, and work that grows no faster than they do.</summary>
[CancelAfter(300_000)]
[NonParallelizable]
internal sealed class SizeTests
{
    private const int Small = 10_000;
    private const int Large = 100_000;

    // Ten times as much may take fifteen times as much: room for tables that double, none for work that grows quadratically.
    private const double Bound = 15;

    [Test]
    public async Task RoundTrip_TenMegabytesOfText_ComesBackWhole()
    {
        await using var engine = await EchoEngine.StartAsync();
        var text = string.Concat(Enumerable.Repeat("0123456789", 1_000_000));

        Assert.That(await engine.RoundTripAsync<string>(text) == text, Is.True);
    }

    [Test]
    public async Task RoundTrip_LargeList_ComesBackWhole()
    {
        await using var engine = await EchoEngine.StartAsync();
        var list = new InputList<object>();
        for (var i = 0; i < Large; i++)
        {
            list.Add(i % 3 == 0 ? Output.Create<object>($"{i}") : $"{i}");
        }

        var items = await engine.RoundTripAsync<ImmutableArray<string>>(list);

        Assert.That(items, Has.Length.EqualTo(Large));
        Assert.That(items.Select((item, i) => item == $"{i}").All(same => same), Is.True);
    }

    [Test]
    public async Task RoundTrip_LargeMap_ComesBackWhole()
    {
        await using var engine = await EchoEngine.StartAsync();
        var map = new InputMap<object>();
        for (var i = 0; i < Large; i++)
        {
            map.Add($"k{i}", i);
        }

        var fields = await engine.RoundTripAsync<ImmutableDictionary<string, int>>(map);

        Assert.That(fields, Has.Count.EqualTo(Large));
        Assert.That(fields.All(f => f.Key == $"k{f.Value}"), Is.True);
    }

    [Test]
    public async Task All_HundredThousandPendingOutputs_Settles()
    {
        var start = new TaskCompletionSource<int>();
        var all = Output.All(Enumerable.Range(0, Large).Select(i => Output.Create(start.Task).Apply(v => v + i)));

        start.SetResult(1);

        Assert.That((await OutputUtilities.GetValueAsync(all)).Sum(v => (long)v), Is.EqualTo((long)Large * (Large + 1) / 2));
    }

    [TestCase("Map")]
    [TestCase("Bind")]
    [TestCase("Task")]
    public async Task Apply_HundredThousandLinks_Settles(string kind)
    {
        var start = new TaskCompletionSource<int>();
        var output = Output.Create(start.Task);
        for (var i = 0; i < Large; i++)
        {
            output = kind switch
            {
                "Map" => output.Apply(v => v + 1),
                "Bind" => output.Apply(v => Output.Create(v + 1)),
                _ => output.Apply(v => Task.FromResult(v + 1)),
            };
        }

        start.SetResult(0);

        Assert.That(await OutputUtilities.GetValueAsync(output), Is.EqualTo(Large));
    }

    [Test]
    public async Task Apply_ChainOfKnownOutputsReturnedFromEachOther_Settles()
    {
        // Each function returns the chain made so far, so that the waiting is as deep as the chain is long.
        var start = new TaskCompletionSource<int>();
        Output<int> output = Output.Create(start.Task);
        for (var i = 0; i < Large; i++)
        {
            var before = output;
            output = Output.Create(0).Apply(_ => before);
        }

        start.SetResult(7);

        Assert.That(await OutputUtilities.GetValueAsync(output), Is.EqualTo(7));
    }

    [TestCase("Map")]
    [TestCase("Bind")]
    [TestCase("Task")]
    [TestCase("All")]
    [TestCase("Format")]
    public async Task Apply_FailureAtTheStartOfALongChain_ReachesTheEnd(string kind)
    {
        var start = new TaskCompletionSource<int>();
        var output = Output.Create(start.Task);
        for (var i = 0; i < Large; i++)
        {
            output = kind switch
            {
                "Map" => output.Apply(v => v + 1),
                "Bind" => output.Apply(v => Output.Create(v + 1)),
                "All" => Output.All(output, output).Apply(v => v[0]),
                "Format" => Output.Format($"{output}").Apply(int.Parse),
                _ => output.Apply(v => Task.FromResult(v + 1)),
            };
        }

        start.SetException(new FormatException("on purpose"));

        var failure = await Task.WhenAny(OutputUtilities.GetValueAsync(output));
        Assert.That(failure.Exception?.GetBaseException(), Is.InstanceOf<FormatException>());
    }

    [TestCase("list")]
    [TestCase("map")]
    [TestCase("InputList")]
    [TestCase("InputMap")]
    [TestCase("later parts")]
    [TestCase("concat")]
    public async Task Serialize_TenTimesAsMuch_AllocatesTenTimesAsMuch(string kind)
    {
        await SerializeAsync(kind, 100);

        var small = await AllocatedAsync(() => SerializeAsync(kind, Small));
        var large = await AllocatedAsync(() => SerializeAsync(kind, Large));

        Assert.That(large / small, Is.LessThan(Bound), $"{small} bytes for {Small}, {large} for {Large}");
    }

    [TestCase(typeof(ImmutableArray<string>))]
    [TestCase(typeof(ImmutableArray<Union<int, string>>))]
    [TestCase(typeof(object))]
    public async Task Convert_TenTimesAsMuch_AllocatesTenTimesAsMuch(Type type)
    {
        var (few, many) = (Texts(Small), Texts(Large));
        Convert(Texts(100), type);

        var small = await AllocatedAsync(() => Task.FromResult(Convert(few, type)));
        var large = await AllocatedAsync(() => Task.FromResult(Convert(many, type)));

        Assert.That(large / small, Is.LessThan(Bound), $"{small} bytes for {Small}, {large} for {Large}");
    }

    [Test]
    public async Task All_TenTimesAsMuch_AllocatesTenTimesAsMuch()
    {
        await SumAsync(100);

        var small = await AllocatedAsync(() => SumAsync(Small));
        var large = await AllocatedAsync(() => SumAsync(Large));

        Assert.That(large / small, Is.LessThan(Bound), $"{small} bytes for {Small}, {large} for {Large}");

        static async Task<object?> SumAsync(int count)
        {
            var start = new TaskCompletionSource<int>();
            var all = Output.All(Enumerable.Range(0, count).Select(_ => Output.Create(start.Task)));
            start.SetResult(1);
            return (await OutputUtilities.GetValueAsync(all)).Length;
        }
    }

    private static WireList Texts(int count) => new(Enumerable.Range(0, count).Select(i => (WireValue)new WireText($"{i}")).ToValueList());

    private static object? Convert(WireValue wire, Type type) => PropertyConverter.Convert(wire, type, "c", Assert.Fail).Value;

    private static async Task<object?> SerializeAsync(string kind, int count)
    {
        var texts = Enumerable.Range(0, count).Select(i => $"{i}");
        object value = kind switch
        {
            "list" => texts.ToList(),
            "map" => texts.ToDictionary(t => t, t => (object)t),
            "InputList" => (InputList<string>)texts.ToArray(),
            "InputMap" => (InputMap<string>)texts.ToDictionary(t => t),
            "later parts" => Later(texts),
            _ => Joined(texts),
        };
        return await new PropertySerializer(false).SerializePropertyAsync("p", value);

        static InputList<string> Later(IEnumerable<string> texts)
        {
            var list = new InputList<string>();
            foreach (var text in texts)
            {
                list.AddRange(Output.Create(new[] { text }));
            }

            return list;
        }

        static InputMap<string> Joined(IEnumerable<string> texts)
        {
            var map = new InputMap<string>();
            foreach (var text in texts)
            {
                map.Add(Output.Create(ImmutableDictionary<string, string>.Empty.Add(text, text)));
            }

            return map;
        }
    }

    private static async Task<double> AllocatedAsync(Func<Task<object?>> work)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var result = await work();
        var after = GC.GetTotalAllocatedBytes(precise: true);
        GC.KeepAlive(result);
        return after - before;
    }
}
