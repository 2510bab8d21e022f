using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Utilities;

namespace Pulumi.Tests.Core;

internal sealed class OutputTests
{
    [Test]
    public async Task Apply_UnknownValue_DoesNotRun()
    {
        var ran = false;

        var output = OutputUtilities.CreateUnknown("hidden").Apply(v =>
        {
            ran = true;
            return v;
        });

        Assert.That(await OutputUtilities.GetIsKnownAsync(output), Is.False);
        Assert.That(ran, Is.False);
    }

    [Test]
    public async Task Apply_InnerOutputIsSecret_ResultIsSecret()
    {
        var output = Output.Create("a").Apply(a => Output.CreateSecret(a + "b"));

        Assert.That(await OutputUtilities.GetValueAsync(output), Is.EqualTo("ab"));
        Assert.That(await Output.IsSecretAsync(output), Is.True);
    }

    [Test]
    public async Task Apply_FunctionReturnsNull_IsDefault()
    {
        var output = Output.Create(1).Apply(_ => (Output<string>?)null);

        Assert.That(await OutputUtilities.GetValueAsync(output), Is.Null);
    }

    [Test]
    public async Task Apply_ChainOfManyThousands_Settles()
    {
        var start = new TaskCompletionSource<int>();
        var output = Output.Create(start.Task);
        for (var i = 0; i < 20_000; i++)
        {
            output = output.Apply(v => v + 1);
        }

        start.SetResult(0);

        Assert.That(await OutputUtilities.GetValueAsync(output), Is.EqualTo(20_000));
    }

    [Test]
    public async Task All_OneUnknownOneSecret_IsUnknownAndSecret()
    {
        var output = Output.All(Output.CreateSecret(1), OutputUtilities.CreateUnknown(2));

        Assert.That(await OutputUtilities.GetIsKnownAsync(output), Is.False);
        Assert.That(await Output.IsSecretAsync(output), Is.True);
    }

    [Test]
    public async Task All_Nothing_IsEmpty()
    {
        Assert.That(await OutputUtilities.GetValueAsync(Output.All(Array.Empty<Output<int>>())), Is.Empty);
    }

    [Test]
    public async Task Tuple_InputsOfValueAndReferenceTypes_KeepsThem()
    {
        var output = Output.Tuple<int, string?, int?>(1, (string?)null, (int?)null);

        Assert.That(await OutputUtilities.GetValueAsync(output), Is.EqualTo((1, (string?)null, (int?)null)));
    }

    [Test]
    public async Task Format_HolesOfAllKinds_UsesInvariantCulture()
    {
        Input<int> input = 7;

        var output = Output.Format($"{Output.Create(1.5)}|{input}|{2.5:F1}|{(object?)null}|{{}}");

        Assert.That(await OutputUtilities.GetValueAsync(output), Is.EqualTo("1.5|7|2.5||{}"));
    }

    [Test]
    public async Task JsonSerialize_OutputsInside_WaitsAndInheritsSecrecy()
    {
        var later = new TaskCompletionSource<string>();
        var value = Output.Create(new Dictionary<string, object> { ["a"] = Output.Create(later.Task), ["b"] = Output.CreateSecret(Output.Create(2)) });
        var json = Output.JsonSerialize(value);

        later.SetResult("x");

        Assert.That(await OutputUtilities.GetValueAsync(json), Is.EqualTo("{\"a\":\"x\",\"b\":2}"));
        Assert.That(await Output.IsSecretAsync(json), Is.True);
    }

    [Test]
    public void JsonDeserialize_NoJson_Fails()
    {
        var output = Output.JsonDeserialize<ImmutableArray<int>>(Output.Create("nope"));

        Assert.That(() => OutputUtilities.GetValueAsync(output), Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void Instance_OutsideOfDeployment_SaysWhereItWorks()
    {
        Assert.That(() => Deployment.Instance, Throws.InvalidOperationException.With.Message.Contains("Deployment.RunAsync"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task CreateUnknown_OfFactory_RunsItOutsideOfPreviewsOnly(bool preview)
    {
        var ran = false;
        await Deployment.TestAsync(new EchoMocks(), new Pulumi.Testing.TestOptions { IsPreview = preview }, async () =>
        {
            var unknown = OutputUtilities.CreateUnknown(() =>
            {
                ran = true;
                return Task.FromResult("v");
            });
            Assert.That(await OutputUtilities.GetIsKnownAsync(unknown), Is.False);
        });

        Assert.That(ran, Is.EqualTo(!preview));
    }
}
