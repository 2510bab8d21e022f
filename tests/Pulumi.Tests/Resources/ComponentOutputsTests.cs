using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace Pulumi.Tests.Resources;

/// <summary>Outputs that a component gives as one output keep what is known of it.</summary>
[CancelAfter(60_000)]
internal sealed class ComponentOutputsTests
{
    [Test]
    public async Task RegisterOutputs_OneSecretOutput_StoresNoneInPlainText()
    {
        var run = await EngineRun.RunAsync(() => _ = new Exporting(Output.CreateSecret(Values())));

        Assert.That(Sent(run)["plain"], Is.EqualTo(new WireSecret(new WireText("hush"))));
        Assert.That(Sent(run)["inner"], Is.EqualTo(new WireSecret(new WireNumber(1))));
    }

    [Test]
    public async Task RegisterOutputs_OnePlainOutput_StoresThemAsTheyAre()
    {
        var run = await EngineRun.RunAsync(() => _ = new Exporting(Output.Create(Values())));

        Assert.That(Sent(run)["plain"], Is.EqualTo(new WireText("hush")));
        Assert.That(Sent(run)["inner"], Is.EqualTo(new WireNumber(1)));
    }

    [Test]
    public async Task RegisterOutputs_OneOutputOfNothing_StoresNothing()
    {
        var run = await EngineRun.RunAsync(() => _ = new Exporting(Output.Create((IDictionary<string, object?>)null!)));

        Assert.That(Sent(run), Is.Empty);
    }

    private static IDictionary<string, object?> Values()
        => new Dictionary<string, object?> { ["plain"] = "hush", ["inner"] = Output.Create(1), ["nothing"] = null };

    private static WireObject Sent(EngineRun run) => WireReader.FromStruct(run.Requests<RegisterResourceOutputsRequest>().Single().Outputs);

    private sealed class Exporting : ComponentResource
    {
        public Exporting(Output<IDictionary<string, object?>> outputs)
            : base("test:index:Exporting", "c")
            => RegisterOutputs(outputs);
    }
}
