using System.Collections.Immutable;
using HaIac.Engine.Events;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Rendering;

/// <summary>The properties of a step as text: its details (display rule 31) and its outputs (rule 34).</summary>
internal static class StepText
{
    /// <summary>What the step changes.</summary>
    /// <param name="step">The step.</param>
    /// <param name="level">Level of the lines.</param>
    /// <param name="options">What the view shows.</param>
    public static string Details(StepMetadata step, int level, DisplayOptions options)
    {
        if (step.Op == StepOp.Same)
            return "";
        var printer = new ValuePrinter(options);
        var (old, now) = (Masked(step.Old, options), Masked(step.New, options));
        if (step.DetailedDiff is { } detailed && old is not null && now is not null)
        {
            if (detailed.IsEmpty)
                printer.Fields(old.Inputs, level, ChangeSign.Same);
            else
                new ChangePrinter(printer, options).Fields(DetailedChange.Build(step.Op, detailed, old, now), level, false);
        }
        else if (old is null)
        {
            if (now is not null)
                printer.Fields(now.Outputs.Count > 0 ? now.Outputs : now.Inputs, level, ChangeSign.Same);
        }
        else if (now is null)
        {
            printer.Fields(old.Inputs, level, ChangeSign.Same);
        }
        else
        {
            WithoutDetail(step, old, now, level, printer, options);
        }

        return printer.Text;
    }

    /// <summary>What came out.</summary>
    /// <param name="step">The step with its outputs.</param>
    /// <param name="level">Level of the lines.</param>
    /// <param name="isStack">True for the root resource.</param>
    /// <param name="isRefresh">True if the step is a refresh or what a refresh became.</param>
    /// <param name="options">What the view shows.</param>
    public static string Outputs(StepMetadata step, int level, bool isStack, bool isRefresh, DisplayOptions options)
    {
        if (options.IsPreview && !isStack && !isRefresh && step.Op is not (StepOp.Read or StepOp.ReadReplacement or StepOp.Import))
            return "";
        if (step.Old is { InitErrors.IsEmpty: false })
            return "";

        var printer = new ValuePrinter(options);
        var (old, now) = (Masked(step.Old, options), Masked(step.New, options));
        var outputs = now?.Outputs ?? WireObject.Empty;
        var inputs = now?.Inputs ?? WireObject.Empty;
        bool Repeats(string key) => !isRefresh && inputs.TryGetValue(key, out var wanted) && outputs.TryGetValue(key, out var came) && ValueComparer.AreEqual(wanted, came);
        if (old is null)
        {
            printer.Fields(WireObject.Create(outputs.Where(field => !Repeats(field.Key))), level, ChangeSign.Same, skipEmpty: true);
            return printer.Text;
        }

        var change = ValueComparer.Compare(old.Outputs, outputs);
        if (options.IsPreview && isStack)
            Drop(change, field => field is { Sign: ChangeSign.Changed, New: WireUnknown });
        var sames = options.ShowSames || (isStack && !options.IsPreview);
        if (!change.Any)
        {
            if (sames)
                printer.Fields(WireObject.Create(outputs.Where(field => !Repeats(field.Key))), level, ChangeSign.Same, skipEmpty: true);
            return printer.Text;
        }

        var width = change.Fields.Keys;
        new ChangePrinter(printer, options).Fields(Kept(change, key => !Repeats(key)), level, sames, ValuePrinter.WidthOf(width));
        return printer.Text;
    }

    /// <summary>A state in which every secret looks the same, unless secrets are shown.</summary>
    /// <param name="state">The state.</param>
    /// <param name="options">What the view shows.</param>
    public static StepState? Masked(StepState? state, DisplayOptions options) =>
        state is null || options.ShowSecrets ? state : state with { Inputs = Masked(state.Inputs), Outputs = Masked(state.Outputs) };

    private static WireObject Masked(WireObject fields) =>
        WireObject.Create(fields.Select(field => KeyValuePair.Create(field.Key, Masked(field.Value))));

    private static WireValue Masked(WireValue value) => value switch
    {
        WireSecret => new WireSecret(new WireText(Secrets.MaskedSecrets.Mask)),
        WireOutput output => Masked(State.ValueJson.Plain(output)),
        WireList list => new WireList(list.Items.Select(Masked).ToValueList()),
        WireMap map => new WireMap(Masked(map.Fields)),
        _ => value,
    };

    private static void WithoutDetail(StepMetadata step, StepState old, StepState now, int level, ValuePrinter printer, DisplayOptions options)
    {
        var ofOutputs = now.Outputs.Count > 0 && step.Op != StepOp.Import;
        var change = ofOutputs ? ValueComparer.Compare(old.Outputs, now.Outputs) : ValueComparer.Compare(old.Inputs, now.Inputs);
        if (!ofOutputs && !step.Diffs.IsEmpty)
            change = Kept(change, key => change.Fields[key].Sign == ChangeSign.Same || step.Diffs.Contains(key));
        if (change.Any)
            new ChangePrinter(printer, options).Fields(change, level, true);
        else
            printer.Fields(ofOutputs ? now.Outputs : now.Inputs, level, ChangeSign.Same);
    }

    private static void Drop(ObjectChange change, Predicate<ValueChange> unwanted)
    {
        foreach (var key in change.Fields.Where(field => unwanted(field.Value)).Select(field => field.Key).ToImmutableArray())
            change.Fields.Remove(key);
    }

    private static ObjectChange Kept(ObjectChange change, Predicate<string> wanted)
    {
        var kept = new ObjectChange();
        foreach (var (key, field) in change.Fields)
        {
            if (wanted(key))
                kept.Fields[key] = field;
        }

        return kept;
    }
}
