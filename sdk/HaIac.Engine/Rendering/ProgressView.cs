using HaIac.Engine.Events;
using HaIac.Engine.State;

namespace HaIac.Engine.Rendering;

/// <summary>The default view: a row for each thing that happens, then messages, outputs and counts (display rules A-E).</summary>
public sealed class ProgressView : IOperationView
{
    private readonly DisplayOptions _options;
    private readonly ProgressRows _rows;
    private readonly RowText _text;
    private bool _started;
    private SummaryEvent? _summary;

    /// <summary>A view of one operation.</summary>
    /// <param name="options">What it shows.</param>
    public ProgressView(DisplayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _rows = new(options);
        _text = new(options);
    }

    /// <inheritdoc/>
    public void Begin(IDisplayOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Line($"{_options.Label} ({_options.Stack}):");
    }

    /// <inheritdoc/>
    public void Accept(EngineEvent happened, DateTimeOffset at, IDisplayOutput output)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(output);
        switch (happened)
        {
            case PreludeEvent prelude:
                _started = true;
                ConfigText.Print(prelude, _options, output);
                output.Line("");
                break;
            case ResourcePreEvent pre:
                Step(pre.Metadata, pre, at, output);
                break;
            case ResourceOutputsEvent outputs:
                Step(outputs.Metadata, outputs, at, output);
                break;
            case ResourceOperationFailedEvent failed:
                Step(failed.Metadata, failed, at, output);
                break;
            case DiagnosticEvent message:
                Message(message, at, output);
                break;
            case StandardOutputEvent said:
                output.Line(said.Message);
                break;
            case SummaryEvent summary:
                _summary = summary;
                break;
            case CancelEvent when _started:
                End(at, output);
                break;
        }
    }

    private void Step(StepMetadata step, EngineEvent happened, DateTimeOffset at, IDisplayOutput output)
    {
        if (StepFilter.IsDropped(step, _options))
            return;
        if (!_options.ShowReads)
        {
            if (step.Op is StepOp.Discard or StepOp.ReadReplacement)
                return;
            if (step.Op == StepOp.Read && happened is not ResourceOperationFailedEvent)
            {
                var line = $"read {StepFilter.DisplayType(step.Type)} {new Urn(step.Urn).Name}";
                Print(_rows.Message("", line, null), at, output);
                return;
            }
        }

        if (_rows.Step(step, happened, at) is { } changed)
            Print(changed, at, output);
    }

    private void Message(DiagnosticEvent message, DateTimeOffset at, IDisplayOutput output)
    {
        if (message.Severity == DiagnosticSeverity.Debug && !_options.Debug)
            return;
        var line = message.Prefix + message.Message.TrimStart('\n', '\r');
        Print(_rows.Message(message.Urn, line, message.Ephemeral ? null : message), at, output);
    }

    private void Print((string Key, ProgressRow Row) changed, DateTimeOffset at, IDisplayOutput output) =>
        output.Line(_text.Of(changed.Key, changed.Row, StepFilter.IsStack(changed.Key), false, at));

    private void End(DateTimeOffset at, IDisplayOutput output)
    {
        foreach (var (key, row) in _rows.All)
        {
            var isStack = StepFilter.IsStack(key);
            if (row.Visible && !RowText.IsDone(row, isStack, false))
                output.Line(_text.Of(key, row, isStack, true, at));
        }

        DiagnosticsText.Print(_rows.All, _options, output);
        Outputs(output);
        if (_summary is null)
            return;
        SummaryText.Print(_summary, _rows.All.Count(row => row.Value.HasError), output);
        output.Line("");
    }

    private void Outputs(IDisplayOutput output)
    {
        if (_options.SuppressOutputs || _rows.StackUrn.Length == 0 || _rows.Stack is not { } stack)
            return;
        var text = StepText.Outputs(stack.Step, 1, true, stack.Step.Op == StepOp.Refresh, _options);
        if (text.Length == 0)
            return;
        output.Line("Outputs:");
        output.Block(text);
        output.Line("");
    }
}
