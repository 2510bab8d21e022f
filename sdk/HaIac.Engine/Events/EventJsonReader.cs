using System.Collections.Immutable;
using System.Text.Json;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;

namespace HaIac.Engine.Events;

/// <summary>Reads events from their JSON form; secrets come back as masks.</summary>
public static class EventJsonReader
{
    /// <summary>Reads one event.</summary>
    /// <param name="json">One line of an event log.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="FormatException">The JSON is no event.</exception>
    public static EventRecord Read(string json)
    {
        using var document = JsonDocument.Parse(json, ValueJson.ReadOptions);
        return Read(document.RootElement);
    }

    /// <summary>Reads one event.</summary>
    /// <param name="json">The object with sequence, timestamp and payload; the first two may be absent.</param>
    /// <exception cref="FormatException">The JSON is no event.</exception>
    public static EventRecord Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new FormatException($"An event is a JSON object, not a {json.ValueKind}.");
        var sequence = 0;
        var time = DateTimeOffset.UnixEpoch;
        EngineEvent? happened = null;
        foreach (var field in json.EnumerateObject())
        {
            switch (field.Name)
            {
                case "sequence":
                    sequence = field.Value.GetInt32();
                    break;
                case "timestamp":
                    time = DateTimeOffset.FromUnixTimeSeconds(field.Value.GetInt64());
                    break;
                default:
                    happened = Payload(field.Name, field.Value);
                    break;
            }
        }

        return new(sequence, time, happened ?? throw new FormatException("The event has no payload."));
    }

    private static EngineEvent Payload(string name, JsonElement json) => name switch
    {
        "preludeEvent" => Prelude(json),
        "resourcePreEvent" => new ResourcePreEvent(Metadata(json), Flag(json, "planning")),
        "resOutputsEvent" => new ResourceOutputsEvent(Metadata(json), Flag(json, "planning")),
        "resOpFailedEvent" => new ResourceOperationFailedEvent(Metadata(json), (StepStatus)Number(json, "status"), Number(json, "steps")),
        "diagnosticEvent" => new DiagnosticEvent(
            Text(json, "message"),
            DiagnosticSeverities.Parse(Text(json, "severity")),
            Text(json, "urn"),
            Text(json, "prefix"),
            Number(json, "streamID"),
            Flag(json, "ephemeral")),
        "stdoutEvent" => new StandardOutputEvent(Text(json, "message")),
        "summaryEvent" => Summary(json),
        "cancelEvent" => new CancelEvent(),
        _ => new UnknownEvent(name, json.GetRawText()),
    };

    private static PreludeEvent Prelude(JsonElement json)
    {
        var config = PreludeEvent.Empty.Config;
        if (json.TryGetProperty("config", out var values) && values.ValueKind == JsonValueKind.Object)
            config = config.AddRange(values.EnumerateObject().Select(value => KeyValuePair.Create(value.Name, value.Value.GetString() ?? "")));
        return new(config);
    }

    private static SummaryEvent Summary(JsonElement json)
    {
        var changes = json.TryGetProperty("resourceChanges", out var counts) && counts.ValueKind == JsonValueKind.Object
            ? counts.EnumerateObject().ToImmutableSortedDictionary(count => StepOps.Parse(count.Name), count => count.Value.GetInt32())
            : ImmutableSortedDictionary<StepOp, int>.Empty;
        return new(
            changes,
            TimeSpan.FromSeconds(Number(json, "durationSeconds")),
            Flag(json, "isPreview"),
            Text(json, "result") == "succeeded",
            Flag(json, "maybeCorrupt"));
    }

    private static StepMetadata Metadata(JsonElement json)
    {
        if (!json.TryGetProperty("metadata", out var step))
            throw new FormatException("The event of a step has no \"metadata\".");
        return new(
            StepOps.Parse(Text(step, "op")),
            Text(step, "urn"),
            Text(step, "type"),
            State(step, "old"),
            State(step, "new"),
            Text(step, "provider"),
            Flag(step, "logical"),
            Texts(step, "keys"),
            Texts(step, "diffs"),
            Detailed(step));
    }

    private static ImmutableSortedDictionary<string, PropertyDiff>? Detailed(JsonElement step) =>
        step.TryGetProperty("detailedDiff", out var paths) && paths.ValueKind == JsonValueKind.Object
            ? paths.EnumerateObject().ToImmutableSortedDictionary(
                path => path.Name,
                path => new PropertyDiff(PropertyDiffKinds.Parse(Text(path.Value, "diffKind")), Flag(path.Value, "inputDiff")),
                StringComparer.Ordinal)
            : null;

    private static StepState? State(JsonElement step, string name) =>
        step.TryGetProperty(name, out var json) && json.ValueKind == JsonValueKind.Object
            ? new(
                Text(json, "type"),
                Text(json, "urn"),
                Flag(json, "custom"),
                Text(json, "id"),
                Text(json, "parent"),
                Values(json, "inputs"),
                Values(json, "outputs"),
                Text(json, "provider"))
            {
                Delete = Flag(json, "delete"),
                Protect = Flag(json, "protect"),
                Taint = Flag(json, "taint"),
                External = Flag(json, "external"),
                RetainOnDelete = Flag(json, "retainOnDelete"),
                InitErrors = Texts(json, "initErrors"),
                HideDiffs = Texts(json, "hideDiffs"),
            }
            : null;

    private static Protocol.Properties.WireObject Values(JsonElement json, string name) =>
        json.TryGetProperty(name, out var values)
            ? ValueJson.ReadObject(values, MaskedSecrets.Instance)
            : Protocol.Properties.WireObject.Empty;

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static bool Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static int Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? (int)value.GetDouble() : 0;

    private static ImmutableArray<string> Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.GetString() ?? "")]
            : [];
}
