using System.Collections.Immutable;
using HaIac.Engine.Events;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Tests.Events;

public sealed class EventJsonTests
{
    private static IEnumerable<EngineEvent> Kinds()
    {
        var step = new StepMetadata(StepOp.CreateReplacement, "urn", "a:b:C", State(false), State(true), "p::1", false, ["k"], ["d"],
            ImmutableSortedDictionary<string, PropertyDiff>.Empty.Add("a.b", new(PropertyDiffKind.UpdateReplace, true)));
        yield return new PreludeEvent(PreludeEvent.Empty.Config.Add("demo:a", "1"));
        yield return new ResourcePreEvent(step, true);
        yield return new ResourceOutputsEvent(step with { DetailedDiff = null });
        yield return new ResourceOutputsEvent(step with { DetailedDiff = ImmutableSortedDictionary<string, PropertyDiff>.Empty });
        yield return new ResourceOperationFailedEvent(step, StepStatus.Unknown, 3);
        yield return DiagnosticEvent.Of(DiagnosticSeverity.Warning, "careful", "urn");
        yield return new DiagnosticEvent("line", DiagnosticSeverity.InfoError, StreamId: 2, Ephemeral: true);
        yield return new StandardOutputEvent("said");
        yield return new SummaryEvent(ImmutableSortedDictionary<StepOp, int>.Empty.Add(StepOp.Create, 2), TimeSpan.FromSeconds(5), true, false, true);
        yield return new CancelEvent();
        yield return new UnknownEvent("novelEvent", """{"a":1}""");
    }

    [TestCaseSource(nameof(Kinds))]
    public void Read_WhatWasWritten_WritesTheSameAgain(EngineEvent happened)
    {
        var json = EventJsonWriter.ToJson(new(7, DateTimeOffset.FromUnixTimeSeconds(100), happened));

        var read = EventJsonReader.Read(json);

        Assert.That(EventJsonWriter.ToJson(read), Is.EqualTo(json));
        Assert.That((read.Sequence, read.Event.GetType()), Is.EqualTo((7, happened.GetType())));
    }

    [Test]
    public void ToJson_SecretsAndTextAssets_AreMasked()
    {
        var step = new StepMetadata(StepOp.Create, "urn", "a:b:C", null, State(true) with
        {
            Inputs = WireObject.Empty
                .With("s", new WireSecret(new WireText("hush")))
                .With("l", new WireList([new WireSecret(new WireText("hush"))]))
                .With("a", new WireAsset(WireAssetKind.Text, "hush", "abc")),
        });

        var json = EventJsonWriter.ToJson(new(0, DateTimeOffset.UnixEpoch, new ResourcePreEvent(step)));

        Assert.That(json, Does.Not.Contain("hush").And.Contain("\"ciphertext\":\"[secret]\"").And.Contain("<contents elided>"));
    }

    [Test]
    public void Read_NoPayload_IsRefused() => Assert.That(() => EventJsonReader.Read("""{"sequence":1}"""), Throws.TypeOf<FormatException>());

    private static StepState State(bool custom) => new("a:b:C", "urn", custom, "id", "parent", WireObject.Empty.With("n", new WireNumber(1)), WireObject.Empty)
    {
        Protect = true,
        InitErrors = ["ill"],
    };
}
