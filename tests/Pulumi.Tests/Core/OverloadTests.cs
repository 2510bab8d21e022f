using System.Collections.Immutable;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.Tests.Core;

/// <summary>Calls that must compile and mean the right thing; some are ambiguous in the official SDK.</summary>
internal sealed class OverloadTests
{
    [Test]
    public void Apply_LambdaOnlyThrows_Compiles()
    {
        var output = Output.Create(1).Apply<string>(_ => throw new NotSupportedException("on purpose"));

        Assert.That(() => OutputUtilities.GetValueAsync(output), Throws.InstanceOf<NotSupportedException>());
    }

    [Test]
    public async Task Apply_LambdasOfAllKinds_GiveTheInnerValue()
    {
        var one = Output.Create(1);
        Input<string> input = "input";
        Input<string>? absent = null;

        Output<string> plain = one.Apply(v => $"{v}");
        Output<string> task = one.Apply(async v => { await Task.Yield(); return $"{v}"; });
        Output<string> ofInput = one.Apply(_ => input);
        Output<string> ofOutput = one.Apply(v => Output.Create($"{v}"));
        Output<ValueTuple> action = one.Apply(async _ => await Task.Yield());
        Output<string> explicitInput = one.Apply<string>(_ => absent);
        Output<ImmutableArray<string>> list = one.Apply<ImmutableArray<string>>(_ => new InputList<string> { "a" });

        Assert.That(
            await Task.WhenAll(new[] { plain, task, ofInput, ofOutput, explicitInput }.Select(OutputUtilities.GetValueAsync)),
            Is.EqualTo(new[] { "1", "1", "input", "1", null }));
        Assert.That(await OutputUtilities.GetValueAsync(list), Is.EqualTo(new[] { "a" }));
        Assert.That(await OutputUtilities.GetValueAsync(action), Is.EqualTo(default(ValueTuple)));
    }

    [Test]
    public async Task InputListOfObject_ItemsOfAllKinds_AreAdded()
    {
        var inner = new InputList<object> { "x" };
        var list = new InputList<object> { "text", 1, Output.Create<object>(true), new Dictionary<string, object> { ["k"] = "v" } };
        list.Add(inner);
        list.Add("p", "q");

        var values = await OutputUtilities.GetValueAsync((Output<ImmutableArray<object>>)list);

        Assert.That(values, Is.EqualTo(new object[] { "text", 1, true, new Dictionary<string, object> { ["k"] = "v" }, "x", "p", "q" }));
    }

    [Test]
    public async Task InputListOfText_ItemsOfAllKinds_AreAdded()
    {
        Input<string> input = "c";
        var list = new InputList<string>
        {
            "a", Output.Create("b"), input, new[] { "d" }, new List<string> { "e" }, ImmutableArray.Create("f"),
            Output.Create(ImmutableArray.Create("g")), Output.Create(new List<string> { "h" }), new InputList<string> { "i" },
            new Input<string>[] { "j", "k" },
        };

        Assert.That(
            await OutputUtilities.GetValueAsync((Output<ImmutableArray<string>>)list),
            Is.EqualTo(new[] { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k" }));
    }

    [Test]
    public async Task TestAsync_LambdaOnlyThrows_Compiles()
    {
        Exception? failure = null;
        try
        {
            await Deployment.TestAsync(new EchoMocks(), new TestOptions(), () => throw new NotSupportedException("on purpose"));
        }
        catch (RunException e)
        {
            failure = e;
        }

        Assert.That(failure?.Message, Does.Contain("on purpose"));
    }

    [Test]
    public void RunAsync_LambdaOnlyThrows_Compiles()
    {
        // Never called: without an engine it would end with a message on standard error.
        Func<Task<int>> run = () => Deployment.RunAsync(() => throw new NotSupportedException("on purpose"));

        Assert.That((object)run, Is.Not.Null);
    }

    [Test]
    public async Task UntypedApply_Struct_IsBoxed()
    {
        var output = Output.CreateSecret(3).UntypedApply(v => Output.Create($"{v}!"));

        Assert.That(await OutputUtilities.GetValueAsync(output), Is.EqualTo("3!"));
        Assert.That(await Output.IsSecretAsync(output), Is.True);
    }

    [Test]
    public async Task InputUnion_OfInputs_Converts()
    {
        Input<string> text = "t";
        Input<int> number = Output.Create(4);
        InputUnion<string, int> first = text, second = number;

        Assert.That((await OutputUtilities.GetValueAsync((Output<Union<string, int>>)first)).AsT0, Is.EqualTo("t"));
        Assert.That(await OutputUtilities.GetValueAsync((Output<Union<string, int>>)second) == Union<string, int>.FromT1(4), Is.True);
    }
}
