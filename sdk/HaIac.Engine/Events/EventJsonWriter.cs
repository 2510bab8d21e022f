using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Events;

/// <summary>Writes events as JSON, one a line, as the official command line does. Secrets and the content of text assets are masked.</summary>
/// <remarks>Source: pulumi-protocol 8.3.</remarks>
public static class EventJsonWriter
{
    /// <summary>What stands for the content of text assets.</summary>
    public const string ElidedContent = "<contents elided>";

    /// <summary>One event as JSON without line break.</summary>
    /// <param name="record">The event with its place and time.</param>
    public static string ToJson(EventRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, ValueJson.Compact))
        {
            writer.WriteStartObject();
            writer.WriteNumber("sequence", record.Sequence);
            writer.WriteNumber("timestamp", record.Time.ToUnixTimeSeconds());
            WritePayload(writer, record.Event);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WritePayload(Utf8JsonWriter writer, EngineEvent happened)
    {
        switch (happened)
        {
            case PreludeEvent prelude:
                writer.WriteStartObject("preludeEvent");
                writer.WriteStartObject("config");
                foreach (var (key, value) in prelude.Config)
                    writer.WriteString(key, value);
                writer.WriteEndObject();
                writer.WriteEndObject();
                break;
            case ResourcePreEvent pre:
                WriteStep(writer, "resourcePreEvent", pre.Metadata, pre.Planning);
                break;
            case ResourceOutputsEvent outputs:
                WriteStep(writer, "resOutputsEvent", outputs.Metadata, outputs.Planning);
                break;
            case ResourceOperationFailedEvent failed:
                writer.WriteStartObject("resOpFailedEvent");
                WriteMetadata(writer, failed.Metadata);
                writer.WriteNumber("status", (int)failed.Status);
                writer.WriteNumber("steps", failed.Steps);
                writer.WriteEndObject();
                break;
            case DiagnosticEvent diagnostic:
                writer.WriteStartObject("diagnosticEvent");
                WriteIfAny(writer, "urn", diagnostic.Urn);
                WriteIfAny(writer, "prefix", diagnostic.Prefix);
                writer.WriteString("message", diagnostic.Message);
                writer.WriteString("color", "never");
                writer.WriteString("severity", DiagnosticSeverities.Name(diagnostic.Severity));
                if (diagnostic.StreamId != 0)
                    writer.WriteNumber("streamID", diagnostic.StreamId);
                WriteIfTrue(writer, "ephemeral", diagnostic.Ephemeral);
                writer.WriteEndObject();
                break;
            case StandardOutputEvent output:
                writer.WriteStartObject("stdoutEvent");
                writer.WriteString("message", output.Message);
                writer.WriteString("color", "never");
                writer.WriteEndObject();
                break;
            case SummaryEvent summary:
                WriteSummary(writer, summary);
                break;
            case CancelEvent:
                writer.WriteStartObject("cancelEvent");
                writer.WriteEndObject();
                break;
            case UnknownEvent unknown:
                writer.WritePropertyName(unknown.Kind);
                writer.WriteRawValue(unknown.Json);
                break;
            default:
                throw new ArgumentException($"Bug in HaIac: events of type {happened.GetType().Name} cannot be written.", nameof(happened));
        }
    }

    private static void WriteSummary(Utf8JsonWriter writer, SummaryEvent summary)
    {
        writer.WriteStartObject("summaryEvent");
        writer.WriteBoolean("maybeCorrupt", summary.MaybeCorrupt);
        writer.WriteNumber("durationSeconds", (long)summary.Duration.TotalSeconds);
        writer.WriteStartObject("resourceChanges");
        foreach (var (op, count) in summary.ResourceChanges)
            writer.WriteNumber(StepOps.Name(op), count);
        writer.WriteEndObject();
        writer.WriteStartObject("PolicyPacks");
        writer.WriteEndObject();
        writer.WriteBoolean("isPreview", summary.IsPreview);
        writer.WriteString("result", summary.Succeeded ? "succeeded" : "failed");
        writer.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter writer, string name, StepMetadata step, bool planning)
    {
        writer.WriteStartObject(name);
        WriteMetadata(writer, step);
        WriteIfTrue(writer, "planning", planning);
        writer.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter writer, StepMetadata step)
    {
        writer.WriteStartObject("metadata");
        writer.WriteString("op", StepOps.Name(step.Op));
        writer.WriteString("urn", step.Urn);
        writer.WriteString("type", step.Type);
        WriteState(writer, "old", step.Old);
        WriteState(writer, "new", step.New);
        WriteTexts(writer, "keys", step.Keys);
        WriteTexts(writer, "diffs", step.Diffs);
        if (step.DetailedDiff is { } detailed)
        {
            writer.WriteStartObject("detailedDiff");
            foreach (var (path, diff) in detailed)
            {
                writer.WriteStartObject(path);
                writer.WriteString("diffKind", PropertyDiffKinds.Name(diff.Kind));
                writer.WriteBoolean("inputDiff", diff.InputDiff);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("detailedDiff");
        }

        WriteIfTrue(writer, "logical", step.Logical);
        writer.WriteString("provider", step.Provider);
        writer.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter writer, string name, StepState? state)
    {
        if (state is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("type", state.Type);
        writer.WriteString("urn", state.Urn);
        WriteIfTrue(writer, "custom", state.Custom);
        WriteIfTrue(writer, "delete", state.Delete);
        writer.WriteString("id", state.Id);
        writer.WriteString("parent", state.Parent);
        WriteIfTrue(writer, "protect", state.Protect);
        WriteIfTrue(writer, "taint", state.Taint);
        WriteIfTrue(writer, "external", state.External);
        WriteIfTrue(writer, "retainOnDelete", state.RetainOnDelete);
        writer.WritePropertyName("inputs");
        ValueJson.Write(writer, Elided(state.Inputs), MaskedSecrets.Instance);
        writer.WritePropertyName("outputs");
        ValueJson.Write(writer, Elided(state.Outputs), MaskedSecrets.Instance);
        writer.WriteString("provider", state.Provider);
        WriteTexts(writer, "initErrors", state.InitErrors);
        WriteTexts(writer, "hideDiffs", state.HideDiffs);
        writer.WriteEndObject();
    }

    private static WireObject Elided(WireObject fields) =>
        WireObject.Create(fields.Select(field => KeyValuePair.Create(field.Key, Elided(field.Value))));

    private static WireValue Elided(WireValue value) => value switch
    {
        WireAsset { Kind: WireAssetKind.Text } asset => asset with { Content = ElidedContent },
        WireArchive { Assets: { } members } archive => archive with { Assets = Elided(members) },
        WireList list => new WireList(list.Items.Select(Elided).ToValueList()),
        WireMap map => new WireMap(Elided(map.Fields)),
        _ => value,
    };

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string text)
    {
        if (text.Length > 0)
            writer.WriteString(name, text);
    }

    private static void WriteIfTrue(Utf8JsonWriter writer, string name, bool value)
    {
        if (value)
            writer.WriteBoolean(name, true);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, ImmutableArray<string> texts)
    {
        if (texts.IsEmpty)
            return;
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
