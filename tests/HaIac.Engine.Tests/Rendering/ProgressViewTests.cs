using HaIac.Engine.Events;
using HaIac.Engine.Rendering;
using static HaIac.Engine.Tests.Rendering.Steps;

namespace HaIac.Engine.Tests.Rendering;

public sealed class ProgressViewTests
{
    private static readonly DisplayOptions Updating = new("shop", "qa", OperationKind.Update, false);

    [Test]
    public void Update_ChangeAndCreate_ShowsRowsOutputsAndCounts()
    {
        var stackStart = Of(StepOp.Same, StackState("""{"ip":"10.0.0.1"}"""), StackState("{}"));
        var stackEnd = Of(StepOp.Same, StackState("""{"ip":"10.0.0.1"}"""), StackState("""{"ip":"10.0.0.2","list":[1,{"k":null}]}"""));
        var change = Of(
            StepOp.Update,
            BoxState("b", "b-1", """{"ports":[80],"size":1}""", """{"rev":1}"""),
            BoxState("b", "b-1", """{"ports":[81],"size":2}""", """{"rev":2}"""),
            ("ports[0]", PropertyDiffKind.Update),
            ("size", PropertyDiffKind.Update));
        var create = Of(StepOp.Create, null, BoxState("n", "", """{"size":1}""", "{}"));

        var printed = Printed.By(
            new ProgressView(Updating),
            (0, PreludeEvent.Empty),
            (0, new ResourcePreEvent(stackStart)),
            (1, new ResourcePreEvent(change)),
            (1.02, new ResourceOutputsEvent(change)),
            (2, new ResourcePreEvent(create)),
            (5.9, new ResourceOutputsEvent(create)),
            (6, new ResourceOutputsEvent(stackEnd)),
            (6, Summary(false, true, 64.2, (StepOp.Create, 1), (StepOp.Update, 1), (StepOp.Same, 1))),
            (6, new CancelEvent()));

        Assert.That(printed.Text, Is.EqualTo(
            """
            Updating (qa):

             ~  acme:index:Box b updating (0s) [diff: ~ports,size]
             ~  acme:index:Box b updated (0.02s) [diff: ~ports,size]
             +  acme:index:Box n creating (0s)$
             +  acme:index:Box n created (3s)$
                pulumi:pulumi:Stack shop-qa $$
            Outputs:
              ~ ip  : "10.0.0.1" => "10.0.0.2"
              + list: [
              +     [0]: 1
              +     [1]: {
                      + k: <null>
                    }
                ]

            Resources:
                + 1 created
                ~ 1 updated
                2 changes. 1 unchanged

            Duration: 1m5s

            """.Replace("$$", " ").Replace("$", " ")));
    }

    [Test]
    public void Destroy_RetainedAndFailed_ShowsBothRowsOfTheStackAndTheReason()
    {
        var retained = Of(StepOp.Delete, BoxState("n", "n-1", "{}", "{}") with { RetainOnDelete = true }, null);
        var failing = Of(StepOp.Delete, BoxState("c", "c-1", "{}", "{}"), null);

        var printed = Printed.By(
            new ProgressView(Updating with { Kind = OperationKind.Destroy }),
            (0, PreludeEvent.Empty),
            (0, new ResourcePreEvent(retained)),
            (0.01, new ResourceOutputsEvent(retained)),
            (1, new ResourcePreEvent(failing)),
            (1, new DiagnosticEvent("in use\nby net\n", DiagnosticSeverity.Error, Box("c"), "error: ")),
            (1, new ResourceOperationFailedEvent(failing, StepStatus.Clean, 1)),
            (2, new DiagnosticEvent("update failed\n", DiagnosticSeverity.Error, "", "error: ")),
            (2, Summary(false, false, 2, (StepOp.Delete, 1))),
            (2, new CancelEvent()));

        Assert.That(printed.Text, Is.EqualTo(
            """
            Destroying (qa):

             -  acme:index:Box n deleting (0s)[retain]$
             -  acme:index:Box n deleted (0.01s)[retain]$
             -  acme:index:Box c deleting (0s)$
             -  acme:index:Box c deleting (0s) error: in use
             -  acme:index:Box c **deleting failed** error: in use
                pulumi:pulumi:Stack shop-qa  error: update failed
                pulumi:pulumi:Stack shop-qa **failed** 1 error
            Diagnostics:
              acme:index:Box (c):
                error: in use
                by net

              pulumi:pulumi:Stack (shop-qa):
                error: update failed

            Resources:
                - 1 deleted
                2 errored

            Duration: 2s

            """.Replace("$", " ")));
    }

    [Test]
    public void Accept_NothingAfterAFailureBeforeThePrelude_LeavesTheLabelAlone() =>
        Assert.That(Printed.By(new ProgressView(Updating), (0, new CancelEvent())).Text, Is.EqualTo("Updating (qa):"));

    [Test]
    public void Accept_StreamInPieces_IsOneText()
    {
        var printed = Printed.By(
            new ProgressView(Updating with { IsPreview = true }),
            (0, PreludeEvent.Empty),
            (0, new DiagnosticEvent("one ", DiagnosticSeverity.Info, StreamId: 1)),
            (0, new DiagnosticEvent("line\n", DiagnosticSeverity.Info, StreamId: 1)),
            (0, Summary(true, true, 0)),
            (0, new CancelEvent()));

        Assert.That(printed.Text, Does.Contain("\n    one line\n"));
    }

    [Test]
    public void Accept_SecretInDiff_IsNeverPrinted()
    {
        var state = BoxState("b", "b-1", "{}", "{}") with { Inputs = Protocol.Properties.WireObject.Empty.With("pw", new Protocol.Properties.WireSecret(new Protocol.Properties.WireText("hush"))) };
        var create = Of(StepOp.Create, null, state);

        var printed = Printed.By(new DiffView(Updating), (0, PreludeEvent.Empty), (0, new ResourcePreEvent(create)), (0, new CancelEvent()));

        Assert.That(printed.Text, Does.Contain("pw: [secret]").And.Not.Contain("hush"));
    }

    [TestCase(0.2, "1s")]
    [TestCase(60, "1m0s")]
    [TestCase(64.2, "1m5s")]
    [TestCase(3600, "1h0m0s")]
    public void Duration_Any_IsRoundedUpToSeconds(double seconds, string text) =>
        Assert.That(SummaryText.Duration(TimeSpan.FromSeconds(seconds)), Is.EqualTo(text));
}
