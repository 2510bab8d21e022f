using HaIac.Engine.Events;

namespace HaIac.Engine.Rendering;

/// <summary>The view of <c>--diff</c>: a tree of what changes, property by property (display rule G). Messages go to the standard error.</summary>
public sealed class DiffView : IOperationView
{
    private readonly DisplayOptions _options;
    private readonly Dictionary<string, (string Parent, bool Shown)> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refreshing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _errored = new(StringComparer.Ordinal);
    private bool _started;
    private SummaryEvent? _summary;

    /// <summary>A view of one operation.</summary>
    /// <param name="options">What it shows.</param>
    public DiffView(DisplayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
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
                break;
            case ResourcePreEvent pre when !StepFilter.IsDropped(pre.Metadata, _options):
                Start(pre.Metadata, output);
                break;
            case ResourceOutputsEvent outputs when !StepFilter.IsDropped(outputs.Metadata, _options):
                Outputs(outputs.Metadata, output);
                break;
            case ResourceOperationFailedEvent failed when !StepFilter.IsDropped(failed.Metadata, _options):
                _errored.Add(failed.Metadata.Urn);
                break;
            case DiagnosticEvent message when message.Severity != DiagnosticSeverity.Debug || _options.Debug:
                if (message.Severity == DiagnosticSeverity.Error)
                    _errored.Add(message.Urn);
                output.Error(message.Prefix + message.Message);
                break;
            case StandardOutputEvent said:
                output.Line(said.Message);
                break;
            case SummaryEvent summary:
                _summary = summary;
                break;
            case CancelEvent when _started && _summary is not null:
                SummaryText.Print(_summary, _errored.Count, output);
                break;
        }
    }

    private void Start(StepMetadata step, IDisplayOutput output)
    {
        var level = See(step);
        if (step.Op == StepOp.Refresh)
            _refreshing.Add(step.Urn);
        if (!Shows(step) || step.Op is StepOp.Refresh or StepOp.Import)
            return;
        Heading(step, level, output);
        Text(StepText.Details(step, level + 1, _options), output);
    }

    private void Outputs(StepMetadata step, IDisplayOutput output)
    {
        var level = See(step);
        if (!Shows(step))
            return;
        // A refresh becomes same, update or delete when it is known what came of it; its heading waits until then.
        var endsRefresh = _refreshing.Remove(step.Urn);
        if (step.Op == StepOp.Import || (step.Op == StepOp.Update && endsRefresh))
        {
            Heading(step, level, output);
            Text(StepText.Details(step, level + 1, _options), output);
            return;
        }

        var isStack = StepFilter.IsStack(step.Urn);
        var text = StepText.Outputs(step, level + 1, isStack, endsRefresh, _options);
        if (endsRefresh && (step.Op != StepOp.Refresh || text.Length > 0 || isStack))
            Heading(step, level, output);
        if (_options.SuppressOutputs || text.Length == 0)
            return;
        output.Line($"{new string(' ', 4 * (level + 1))}--outputs:--");
        Text(text, output);
    }

    /// <summary>Notes that a resource was seen and tells its level: how many shown ancestors were seen before.</summary>
    private int See(StepMetadata step)
    {
        var parent = step.Present?.Parent ?? "";
        var shown = StepFilter.IsShown(step, _options) || StepFilter.IsStack(step.Urn);
        _seen[step.Urn] = (parent, shown || (_seen.TryGetValue(step.Urn, out var before) && before.Shown));
        var level = 0;
        while (_seen.TryGetValue(parent, out var ancestor))
        {
            level += ancestor.Shown ? 1 : 0;
            parent = ancestor.Parent;
        }

        return level;
    }

    private bool Shows(StepMetadata step)
    {
        if (!StepFilter.IsShown(step, _options) && !StepFilter.IsStack(step.Urn))
            return false;
        var isPart = !step.Logical && step.Op is StepOp.Replace or StepOp.CreateReplacement or StepOp.DeleteReplaced
            or StepOp.ImportReplacement or StepOp.ReadReplacement or StepOp.DiscardReplaced;
        return _options.ShowReplacementSteps || step.Logical || !isPart;
    }

    private void Heading(StepMetadata step, int level, IDisplayOutput output)
    {
        var blanks = new string(' ', 4 * level);
        var (old, now) = (step.Old, step.New);
        var retained = old is { RetainOnDelete: true } && step.Op is StepOp.Delete or StepOp.Replace or StepOp.CreateReplacement or StepOp.DeleteReplaced;
        var guard = old is { Protect: true } && now is not { Protect: true } && now is not null ? " \U0001F513"
            : old is { Protect: true } || now is { Protect: true } ? " \U0001F512"
            : "";
        output.Line($"{blanks}{StepWords.Of(step.Op).Symbol}{step.Type}: ({StepOps.Name(step.Op)}{(retained ? "[retain]" : "")}){guard}");
        if (old is { Id.Length: > 0 })
            output.Line($"{blanks}    [id={old.Id}]");
        if (!_options.Urns)
            output.Line($"{blanks}    [urn={step.Urn}]");
        ProviderLine(step, blanks, output);
    }

    private static void ProviderLine(StepMetadata step, string blanks, IDisplayOutput output)
    {
        var (before, after) = (step.Old?.Provider ?? "", step.New?.Provider ?? "");
        if (before.Length > 0 && after.Length > 0 && before != after && !(IsDefault(before) && IsDefault(after)))
            output.Line($"{blanks}    [provider: {before} => {Known(after)}]");
        else if ((after.Length > 0 ? after : before) is { Length: > 0 } provider && !IsDefault(provider))
            output.Line($"{blanks}    [provider={provider}]");
    }

    private static bool IsDefault(string provider) =>
        State.ProviderReference.TryParse(provider, out var reference) && new State.Urn(reference.Urn).Name == "default";

    private static string Known(string provider) =>
        State.ProviderReference.TryParse(provider, out var reference) && Protocol.Properties.WireSignatures.Unknowns.Contains(reference.Id)
            ? $"{reference.Urn}::[unknown]"
            : provider;

    private static void Text(string text, IDisplayOutput output)
    {
        if (text.Length > 0)
            output.Block(text);
    }
}
