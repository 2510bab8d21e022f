using System.Collections;
using Pulumi.Utilities;

namespace Pulumi.Tests.Core;

internal sealed class InputCollectionTests
{
    [Test]
    public async Task InputList_InitializerOnProperty_Appends()
    {
        var args = new WidgetArgs { Items = new[] { "a" } };
        args.Items.Add("b", Output.Create("c"));
        args.Items.AddRange(Output.Create(new List<string> { "d", "e" }));

        Assert.That(await ValueAsync(args.Items), Is.EqualTo(new[] { "a", "b", "c", "d", "e" }));
    }

    [Test]
    public async Task InputList_Concat_ChangesNeitherOperand()
    {
        InputList<string> left = new[] { "a" };
        InputList<string> right = new[] { "b" };

        var both = left.Concat(right);
        both.Add("c");

        Assert.That(await ValueAsync(both), Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That(await ValueAsync(left), Is.EqualTo(new[] { "a" }));
        Assert.That(await ValueAsync(right), Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void InputList_Enumerated_SaysWhatToDo()
    {
        IEnumerable list = new InputList<string> { "a" };

        Assert.That(() => list.GetEnumerator(), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("await foreach"));
    }

    [Test]
    public async Task InputList_AwaitForeach_YieldsElements()
    {
        var list = new InputList<int> { 1, Output.Create(2) };
        var seen = new List<int>();

        await foreach (var element in list)
        {
            seen.Add(await OutputUtilities.GetValueAsync((Output<int>)element));
        }

        Assert.That(seen, Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task InputMap_AddSameEntryTwice_KeepsIt()
    {
        var map = new InputMap<string> { { "k", "1" }, { "k", "1" }, { "k", Output.Create("1") } };

        Assert.That(await OutputUtilities.GetValueAsync(map.Apply(m => m["k"])), Is.EqualTo("1"));
    }

    [Test]
    public void InputMap_AddAnotherValueThatArrivesLater_FailsTheValue()
    {
        var map = new InputMap<string> { { "k", "1" }, { "k", Output.Create("2") } };

        Assert.That(async () => await OutputUtilities.GetValueAsync(map.ToOutput()), Throws.ArgumentException.With.Message.Contains("'k'"));
    }

    [Test]
    public async Task InputCollections_OfNothing_AreInputsThatWereNotGiven()
    {
        var mocks = new EchoMocks();
        await Deployment.TestAsync(mocks, new Pulumi.Testing.TestOptions(), () =>
        {
            Dictionary<string, string> noTags = null!;
            string[] noItems = null!;
            _ = new Widget("values", new WidgetArgs { Tags = noTags, Items = noItems });
            _ = new Widget("later", new WidgetArgs { Tags = Output.Create<Dictionary<string, string>>(noTags) });
        });

        Assert.That(mocks.Resources.Select(r => r.Inputs), Has.All.Empty);
    }

    [Test]
    public void InputMap_AddTwice_NamesTheKey()
    {
        var map = new InputMap<string> { { "k", "1" } };

        Assert.That(() => map.Add("k", "2"), Throws.ArgumentException.With.Message.Contains("'k'"));
    }

    [Test]
    public async Task InputMap_IndexerAndMerge_LaterWins()
    {
        var first = new InputMap<string> { ["a"] = "1", ["b"] = "1" };
        first["a"] = "2";

        var merged = InputMap<string>.Merge(first, Output.Create(new Dictionary<string, string> { ["b"] = "3" }));

        var values = await OutputUtilities.GetValueAsync((Output<System.Collections.Immutable.ImmutableDictionary<string, string>>)merged);
        Assert.That(values, Is.EquivalentTo(new Dictionary<string, string> { ["a"] = "2", ["b"] = "3" }));
    }

    private static async Task<string[]> ValueAsync(InputList<string> list)
        => [.. await OutputUtilities.GetValueAsync((Output<System.Collections.Immutable.ImmutableArray<string>>)list)];
}
