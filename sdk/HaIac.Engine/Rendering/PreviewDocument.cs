using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HaIac.Engine.Events;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Rendering;

/// <summary>The one JSON document of <c>preview --json</c>.</summary>
/// <remarks>Source: pulumi-protocol 8.3.</remarks>
public static class PreviewDocument
{
    /// <summary>The document.</summary>
    /// <param name="records">What happened.</param>
    /// <param name="base">State before; gives what events leave out of resources: dependencies, times.</param>
    /// <param name="planned">State as it would be; the same.</param>
    /// <param name="options">What is shown.</param>
    public static string Write(IReadOnlyList<EventRecord> records, Deployment @base, Deployment planned, DisplayOptions options)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(@base);
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentNullException.ThrowIfNull(options);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true, IndentSize = 4, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 2000 }))
        {
            writer.WriteStartObject();
            WriteConfig(writer, records);
            WriteSteps(writer, records, ByUrn(@base), ByUrn(planned), options);
            WriteDiagnostics(writer, records);
            if (records.Select(record => record.Event).OfType<SummaryEvent>().FirstOrDefault() is { } summary)
            {
                writer.WriteNumber("duration", summary.Duration.Ticks * 100);
                writer.WriteStartObject("changeSummary");
                foreach (var (name, count) in summary.ResourceChanges.Select(change => (StepOps.Name(change.Key), change.Value)).OrderBy(change => change.Item1, StringComparer.Ordinal))
                    writer.WriteNumber(name, count);
                writer.WriteEndObject();
                if (summary.MaybeCorrupt)
                    writer.WriteBoolean("maybeCorrupt", true);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteConfig(Utf8JsonWriter writer, IReadOnlyList<EventRecord> records)
    {
        if (records.Select(record => record.Event).OfType<PreludeEvent>().FirstOrDefault() is not { Config.IsEmpty: false } prelude)
            return;
        writer.WriteStartObject("config");
        foreach (var (key, value) in prelude.Config)
            writer.WriteString(key, value);
        writer.WriteEndObject();
    }

    private static void WriteSteps(
        Utf8JsonWriter writer,
        IReadOnlyList<EventRecord> records,
        Dictionary<string, StateResource> before,
        Dictionary<string, StateResource> after,
        DisplayOptions options)
    {
        writer.WriteStartArray("steps");
        foreach (var step in records.Select(record => record.Event).OfType<ResourcePreEvent>().Select(pre => pre.Metadata).Where(step => IsShown(step, options)))
        {
            writer.WriteStartObject();
            writer.WriteString("op", StepOps.Name(step.Op));
            writer.WriteString("urn", step.Urn);
            if (step.Provider.Length > 0)
                writer.WriteString("provider", step.Provider);
            WriteState(writer, "oldState", step.Old, before.GetValueOrDefault(step.Urn));
            WriteState(writer, "newState", step.New, Planned(step, before.GetValueOrDefault(step.Urn), after.GetValueOrDefault(step.Urn)));
            WriteTexts(writer, "diffReasons", step.Diffs);
            WriteTexts(writer, "replaceReasons", step.Keys);
            WriteDetailed(writer, step);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static Dictionary<string, StateResource> ByUrn(Deployment deployment) =>
        deployment.Resources.Where(resource => !resource.Delete).GroupBy(resource => resource.Urn).ToDictionary(group => group.Key, group => group.Last());

    private static bool IsShown(StepMetadata step, DisplayOptions options)
    {
        var isStack = step.Type == Urn.StackType;
        var isDefaultProvider = step.Type.StartsWith(Urn.ProviderTypePrefix, StringComparison.Ordinal) && new Urn(step.Urn).Name.StartsWith("default", StringComparison.Ordinal);
        return step.Op != StepOp.RemovePendingReplace
            && !isDefaultProvider
            && (isStack || step.Op != StepOp.Same || options.ShowSames)
            && (step.Logical || options.ShowReplacementSteps);
    }

    private static void WriteState(Utf8JsonWriter writer, string name, StepState? state, StateResource? stored)
    {
        if (state is null)
            return;
        var resource = stored ?? new StateResource(state.Urn, state.Type, state.Custom) { Id = state.Id, Parent = state.Parent, Provider = state.Provider };
        writer.WritePropertyName(name);
        ResourceJson.Write(writer, resource with { Id = state.Id, Delete = state.Delete, Inputs = Masked(state.Inputs), Outputs = Masked(state.Outputs) }, MaskedSecrets.Instance);
    }

    /// <summary>A planned change has not happened: only the marker of a replacement comes after its creation and has that one's times.</summary>
    private static StateResource? Planned(StepMetadata step, StateResource? before, StateResource? after) =>
        step.Op == StepOp.Replace ? after : after is null ? null : after with { Created = before?.Created, Modified = before?.Modified };

    private static WireObject Masked(WireObject fields) =>
        WireObject.Create(fields.Select(field => KeyValuePair.Create(field.Key, Masked(field.Value))));

    private static WireValue Masked(WireValue value) => value switch
    {
        WireSecret => new WireText(MaskedSecrets.Mask),
        WireOutput output => Masked(ValueJson.Plain(output)),
        WireList list => new WireList(list.Items.Select(Masked).ToValueList()),
        WireMap map => new WireMap(Masked(map.Fields)),
        _ => value,
    };

    private static void WriteDetailed(Utf8JsonWriter writer, StepMetadata step)
    {
        if (step.DetailedDiff is not { } detailed)
        {
            writer.WriteNull("detailedDiff");
            return;
        }

        writer.WriteStartObject("detailedDiff");
        foreach (var (path, diff) in detailed)
        {
            writer.WriteStartObject(path);
            writer.WriteString("kind", PropertyDiffKinds.Name(diff.Kind));
            writer.WriteBoolean("inputDiff", diff.InputDiff);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyCollection<string> texts)
    {
        if (texts.Count == 0)
            return;
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void WriteDiagnostics(Utf8JsonWriter writer, IReadOnlyList<EventRecord> records)
    {
        var messages = records.Select(record => record.Event).OfType<DiagnosticEvent>()
            .Where(message => message.Severity != DiagnosticSeverity.Debug && !message.Ephemeral).ToList();
        if (messages.Count == 0)
            return;
        writer.WriteStartArray("diagnostics");
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            if (message.Urn.Length > 0)
                writer.WriteString("urn", message.Urn);
            writer.WriteString("message", message.Prefix + message.Message);
            writer.WriteString("severity", DiagnosticSeverities.Name(message.Severity));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
