using HaIac.Engine;
using HaIac.Engine.Events;
using HaIac.Engine.Rendering;

namespace HaIac.Cli.Operations;

/// <summary>Gives the events of one operation their order and time, and hands them to the view, the log and the JSON output.</summary>
internal sealed class OperationSink : IEventSink, IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<EventRecord> _records = [];
    private readonly TimeProvider _clock;
    private readonly IOperationView? _view;
    private readonly TextWriter? _lines;
    private readonly StreamWriter? _log;
    private readonly MaskedOutput _masked;
    private readonly WaitingDots _output;

    /// <summary>A sink.</summary>
    /// <param name="host">Takes the text.</param>
    /// <param name="settings">What the user asked for.</param>
    /// <param name="options">What the view shows.</param>
    /// <param name="request">The operation.</param>
    public OperationSink(CliHost host, OperationSettings settings, DisplayOptions options, DeploymentRequest request)
    {
        _clock = host.Clock;
        _masked = new(host, options.ShowSecrets ? [] : [.. request.Config.Values.Where(value => value.IsSecret).Select(value => value.Text)]);
        if (!settings.Json)
            _view = settings.Diff ? new DiffView(options) : new ProgressView(options);
        else if (!options.IsPreview)
            _lines = host.Out;
        _output = new(_masked, host.Out, options.Label, settings.Json || settings.SuppressProgress ? null : host.Clock);
        _log = settings.EventLog is { } path ? Open(Path.Combine(host.Directory, path)) : null;
    }

    /// <summary>Whether an error was told: a failure is never without its reason.</summary>
    public bool ErrorTold { get; private set; }

    /// <summary>What happened so far.</summary>
    public IReadOnlyList<EventRecord> Records => _records;

    /// <summary>Prints the heading.</summary>
    public void Begin() => _view?.Begin(_output);

    /// <inheritdoc/>
    public void Emit(EngineEvent happened)
    {
        lock (_gate)
        {
            var record = new EventRecord(_records.Count, _clock.GetUtcNow(), happened);
            _records.Add(record);
            try
            {
                Show(happened, record.Time);
                var json = _lines is null && _log is null ? "" : EventJsonWriter.ToJson(record);
                _log?.WriteLine(json);
                if (!IsInternal(happened))
                    _lines?.WriteLine(_masked.Mask(json));
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                // Nobody reads any more (a closed pipe). The deployment goes on: stopping it half way would be worse.
            }
        }
    }

    private void Show(EngineEvent happened, DateTimeOffset at)
    {
        ErrorTold |= happened is DiagnosticEvent { Severity: DiagnosticSeverity.Error };
        if (happened is CancelEvent)
            _output.Dispose();
        _view?.Accept(happened, at, _output);
    }

    /// <summary>Tells that the first Ctrl-C was heard.</summary>
    public void TellStopping() =>
        Emit(new StandardOutputEvent("Stopping: steps that run are finished and saved, no further one begins. Press Ctrl-C again to give up at once;\nthen nobody knows what becomes of the objects that are being changed."));

    /// <summary>Prints everything that happened in another view.</summary>
    /// <param name="view">The view.</param>
    public void Replay(IOperationView view)
    {
        foreach (var record in _records)
            view.Accept(record.Event, record.Time, _output);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _output.Dispose();
        _log?.Dispose();
    }

    private static bool IsInternal(EngineEvent happened)
    {
        var step = happened switch
        {
            ResourcePreEvent pre => pre.Metadata,
            ResourceOutputsEvent outputs => outputs.Metadata,
            _ => null,
        };
        return step is not null
            && (step.Op == StepOp.RemovePendingReplace
                || (step.Type.StartsWith(Engine.State.Urn.ProviderTypePrefix, StringComparison.Ordinal)
                    && new Engine.State.Urn(step.Urn).Name.StartsWith("default", StringComparison.Ordinal)));
    }

    private static StreamWriter Open(string path)
    {
        try
        {
            return new(path, append: false) { AutoFlush = true };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Engine.State.StateException("HAI1120", "File cannot be written", "The event log cannot be written.", path, exception.Message, "Name another file with --event-log.", exception);
        }
    }
}
