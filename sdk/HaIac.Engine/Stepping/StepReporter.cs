using System.Collections.Immutable;
using HaIac.Engine.Events;
using HaIac.Engine.State;

namespace HaIac.Engine.Stepping;

/// <summary>Tells what steps do as events, and counts it.</summary>
/// <remarks>Source: pulumi-protocol.md 6.14 and 8.3.</remarks>
internal sealed class StepReporter(IEventSink sink, bool isPreview)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<StepOp, int> counts = [];
    private int logicalSteps;

    /// <summary>How often each kind of step was done.</summary>
    public ImmutableSortedDictionary<StepOp, int> Counts
    {
        get
        {
            lock (gate)
            {
                return counts.ToImmutableSortedDictionary();
            }
        }
    }

    /// <summary>Whether any step failed.</summary>
    public bool AnyStepFailed { get; private set; }

    /// <summary>Whether anything was refused that fails the operation like a failed step.</summary>
    public bool AnyRefused { get; private set; }

    /// <summary>Whether nobody knows what became of some object.</summary>
    public bool MaybeCorrupt { get; private set; }

    /// <summary>A step begins.</summary>
    public void Started(Step step) => sink.Emit(new ResourcePreEvent(Metadata(step), isPreview));

    /// <summary>A step has ended well.</summary>
    public void Succeeded(Step step)
    {
        lock (gate)
        {
            if (step.CountedAs is { } op)
            {
                counts[op] = counts.GetValueOrDefault(op) + 1;
                logicalSteps++;
            }
        }

        // Components tell their outputs later, so their row stays open until then; a preview has no rows to keep open.
        if (isPreview || step.Present.Custom || step.Op is StepOp.Delete or StepOp.Refresh)
        {
            sink.Emit(new ResourceOutputsEvent(Metadata(step, step.EndOp, step.EndOld, step.EndNew), isPreview));
        }
    }

    /// <summary>A step has failed.</summary>
    public void Failed(Step step, string message, StepStatus status)
    {
        int steps;
        lock (gate)
        {
            AnyStepFailed = true;
            MaybeCorrupt |= status == StepStatus.Unknown;
            steps = logicalSteps;
        }

        Error(isPreview ? "Preview failed: " + message : message, step.Urn);
        if (!isPreview)
        {
            sink.Emit(new ResourceOperationFailedEvent(Metadata(step), status, steps));
        }
    }

    /// <summary>A component or the stack has told its outputs.</summary>
    public void Outputs(Step step) => sink.Emit(new ResourceOutputsEvent(Metadata(step), isPreview));

    /// <summary>An error about a resource, or about the stack if there is no URN.</summary>
    public void Error(string message, string urn = "") => Say(DiagnosticSeverity.Error, message, urn);

    /// <summary>A refusal that fails the operation like a failed step does.</summary>
    public void Refused(string message, string urn)
    {
        AnyRefused = true;
        Error(message, urn);
    }

    /// <summary>A message of any severity.</summary>
    public void Say(DiagnosticSeverity severity, string message, string urn = "", int streamId = 0, bool ephemeral = false) =>
        sink.Emit(new DiagnosticEvent(message + "\n", severity, urn, DiagnosticSeverities.Prefix(severity), streamId, ephemeral));

    private static StepMetadata Metadata(Step step) => Metadata(step, step.Op, step.Old, step.New);

    private static StepMetadata Metadata(Step step, StepOp op, ResourceEntry? old, ResourceEntry? news)
    {
        var present = step.Present;
        return new StepMetadata(
            op,
            step.Urn,
            present.Type,
            old is null ? null : State(old.State),
            news is null ? null : State(news.State),
            present.Provider,
            step.IsLogical,
            step.Keys,
            step.Diff?.ChangedKeys ?? [],
            step.Diff?.Detailed);
    }

    private static StepState State(StateResource resource) => new(
        resource.Type, resource.Urn, resource.Custom, resource.Id, resource.Parent, resource.Inputs, resource.Outputs, resource.Provider)
    {
        Delete = resource.Delete,
        Protect = resource.Protect,
        Taint = resource.Taint,
        External = resource.External,
        RetainOnDelete = resource.RetainOnDelete,
        InitErrors = resource.InitErrors,
        HideDiffs = resource.HideDiff,
    };
}
