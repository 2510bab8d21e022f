using HaIac.Engine.Events;
using HaIac.Engine.State;

namespace HaIac.Engine.Rendering;

/// <summary>The rows of the progress view: which there are, which are visible, and when one is printed (display rules 8-13).</summary>
internal sealed class ProgressRows
{
    private readonly DisplayOptions _options;
    private readonly Dictionary<string, ProgressRow> _rows = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>No rows yet.</summary>
    /// <param name="options">What the view shows.</param>
    public ProgressRows(DisplayOptions options) => _options = options;

    /// <summary>URN of the root resource once it was seen first; empty if a child came before it.</summary>
    public string StackUrn { get; private set; } = "";

    /// <summary>Rows in the order of their first appearance.</summary>
    public IEnumerable<KeyValuePair<string, ProgressRow>> All => _order.Select(key => KeyValuePair.Create(key, _rows[key]));

    /// <summary>The row of the stack; null if there is none.</summary>
    public ProgressRow? Stack => _rows.GetValueOrDefault(StackUrn);

    /// <summary>Takes a step event.</summary>
    /// <param name="step">The step.</param>
    /// <param name="happened">Begun, ended or failed.</param>
    /// <param name="at">When.</param>
    /// <returns>The row and its key if it has to be printed now.</returns>
    public (string Key, ProgressRow Row)? Step(StepMetadata step, EngineEvent happened, DateTimeOffset at)
    {
        var (key, row, isRoot) = Find(step.Urn, step);
        var before = row.Step.Op;
        var prints = true;
        switch (happened)
        {
            case ResourcePreEvent:
                (row.Step, row.Start, row.End) = (step, at, null);
                break;
            case ResourceOperationFailedEvent:
                row.Failed = true;
                row.Visible = true;
                break;
            default:
                (row.Step, row.End) = (step, at);
                row.Finished[step.Op] = step;
                prints = before == StepOp.Refresh || (!_options.IsPreview && step.Present is { Custom: true } && step.Op != StepOp.Same);
                break;
        }

        row.Visible |= isRoot || StepFilter.IsShown(step, _options);
        return prints && row.Visible ? (key, row) : null;
    }

    /// <summary>Takes a message.</summary>
    /// <param name="urn">The resource; empty for the stack.</param>
    /// <param name="line">What the row shows of it.</param>
    /// <param name="counted">The message for the Diagnostics block; null for one that passes.</param>
    public (string Key, ProgressRow Row) Message(string urn, string line, DiagnosticEvent? counted)
    {
        var (key, row, _) = Find(urn, null);
        row.Visible = true;
        row.LastMessage = line;
        if (counted is not null)
            row.Messages.Add(counted);
        return (key, row);
    }

    private (string Key, ProgressRow Row, bool IsRoot) Find(string urn, StepMetadata? step)
    {
        var key = urn.Length == 0 ? StackUrn : urn;
        var isRoot = key == StackUrn;
        var added = false;
        if (!_rows.TryGetValue(key, out var row))
        {
            added = true;
            row = Create(key, step);
        }

        // The parent's row comes this way and not by its own event; that is why a destroy ends with two rows for the stack.
        if (step?.Present?.Parent is { Length: > 0 } parent && parent != StackUrn && !_rows.ContainsKey(parent))
        {
            added = true;
            Add(parent, new(SameStep(parent)));
        }

        if (added && !_rows.ContainsKey(StackUrn))
            Add(StackUrn, new(SameStep(StackUrn)) { Visible = true });
        return (key, row, isRoot);
    }

    private ProgressRow Create(string key, StepMetadata? step)
    {
        var first = step ?? SameStep(key);
        if (StepFilter.IsStack(key))
        {
            StackUrn = key;
            if (_rows.Remove("", out var taken))
            {
                taken.Step = first;
                _rows[key] = taken;
                _order[_order.IndexOf("")] = key;
                return taken;
            }
        }

        var row = new ProgressRow(first);
        Add(key, row);
        return row;
    }

    private void Add(string key, ProgressRow row)
    {
        _rows[key] = row;
        _order.Add(key);
    }

    private static StepMetadata SameStep(string urn) =>
        new(StepOp.Same, urn, urn.Length == 0 ? Urn.StackType : new Urn(urn).Type, null, null);
}
