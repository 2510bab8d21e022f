using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using HaIac.Engine.Secrets;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.State;

/// <summary>One resource in the JSON of the state file; fields in the order of the official writer.</summary>
/// <remarks>Source: pulumi-protocol 7.3.</remarks>
public static class ResourceJson
{
    /// <summary>Writes a resource.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="secrets">Encrypts its secrets.</param>
    public static void Write(Utf8JsonWriter writer, StateResource resource, ISecretCodec secrets)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(resource);
        writer.WriteStartObject();
        writer.WriteString("urn", resource.Urn);
        writer.WriteBoolean("custom", resource.Custom);
        Flag(writer, "delete", resource.Delete);
        Text(writer, "id", resource.Id);
        writer.WriteString("type", resource.Type);
        Values(writer, "inputs", resource.Inputs, secrets);
        Values(writer, "outputs", resource.Outputs, secrets);
        Text(writer, "parent", resource.Parent);
        Flag(writer, "protect", resource.Protect);
        Flag(writer, "taint", resource.Taint);
        Flag(writer, "external", resource.External);
        Texts(writer, "dependencies", resource.Dependencies);
        Texts(writer, "initErrors", resource.InitErrors);
        Text(writer, "provider", resource.Provider);
        Lists(writer, "propertyDependencies", resource.PropertyDependencies);
        Flag(writer, "pendingReplacement", resource.PendingReplacement);
        Texts(writer, "additionalSecretOutputs", resource.AdditionalSecretOutputs);
        Texts(writer, "aliases", resource.Aliases);
        Timeouts(writer, resource.CustomTimeouts);
        Text(writer, "importID", resource.ImportId);
        Flag(writer, "retainOnDelete", resource.RetainOnDelete);
        Text(writer, "deletedWith", resource.DeletedWith);
        Texts(writer, "replaceWith", resource.ReplaceWith);
        Time(writer, "created", resource.Created);
        Time(writer, "modified", resource.Modified);
        Text(writer, "sourcePosition", resource.SourcePosition);
        if (resource.StackTrace is { } trace)
        {
            writer.WritePropertyName("stackTrace");
            writer.WriteRawValue(trace);
        }

        Texts(writer, "ignoreChanges", resource.IgnoreChanges);
        Texts(writer, "hideDiff", resource.HideDiff);
        Texts(writer, "replaceOnChanges", resource.ReplaceOnChanges);
        if (resource.ReplacementTrigger is { } trigger)
        {
            writer.WritePropertyName("replacementTrigger");
            ValueJson.Write(writer, trigger, secrets);
        }

        Flag(writer, "refreshBeforeUpdate", resource.RefreshBeforeUpdate);
        Text(writer, "viewOf", resource.ViewOf);
        Lists(writer, "resourceHooks", resource.ResourceHooks);
        foreach (var (name, raw) in resource.UnknownFields)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(raw);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads a resource.</summary>
    /// <param name="json">The JSON object.</param>
    /// <param name="secrets">Decrypts its secrets.</param>
    /// <exception cref="FormatException">A field is missing or of the wrong kind; the text names it.</exception>
    /// <exception cref="SecretException">A secret cannot be decrypted.</exception>
    public static StateResource Read(JsonElement json, ISecretCodec secrets)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new FormatException($"A resource is an object, not a {json.ValueKind}.");
        var urn = Required(json, "urn");
        var unknown = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var resource = new StateResource(urn, Required(json, "type"), json.TryGetProperty("custom", out var custom) && custom.ValueKind == JsonValueKind.True);
        foreach (var field in json.EnumerateObject())
        {
            var value = field.Value;
            try
            {
                resource = field.Name switch
                {
                    "urn" or "type" or "custom" => resource,
                    "delete" => resource with { Delete = value.GetBoolean() },
                    "id" => resource with { Id = value.GetString() ?? "" },
                    "inputs" => resource with { Inputs = ValueJson.ReadObject(value, secrets) },
                    "outputs" => resource with { Outputs = ValueJson.ReadObject(value, secrets) },
                    "parent" => resource with { Parent = value.GetString() ?? "" },
                    "protect" => resource with { Protect = value.GetBoolean() },
                    "taint" => resource with { Taint = value.GetBoolean() },
                    "external" => resource with { External = value.GetBoolean() },
                    "dependencies" => resource with { Dependencies = Texts(value) },
                    "initErrors" => resource with { InitErrors = Texts(value) },
                    "provider" => resource with { Provider = value.GetString() ?? "" },
                    "propertyDependencies" => resource with { PropertyDependencies = Lists(value) },
                    "pendingReplacement" => resource with { PendingReplacement = value.GetBoolean() },
                    "additionalSecretOutputs" => resource with { AdditionalSecretOutputs = Texts(value) },
                    "aliases" => resource with { Aliases = Texts(value) },
                    "customTimeouts" => resource with { CustomTimeouts = Timeouts(value) },
                    "importID" => resource with { ImportId = value.GetString() ?? "" },
                    "retainOnDelete" => resource with { RetainOnDelete = value.GetBoolean() },
                    "deletedWith" => resource with { DeletedWith = value.GetString() ?? "" },
                    "replaceWith" => resource with { ReplaceWith = Texts(value) },
                    "created" => resource with { Created = Time(value) },
                    "modified" => resource with { Modified = Time(value) },
                    "sourcePosition" => resource with { SourcePosition = value.GetString() ?? "" },
                    "stackTrace" => resource with { StackTrace = value.GetRawText() },
                    "ignoreChanges" => resource with { IgnoreChanges = Texts(value) },
                    "hideDiff" => resource with { HideDiff = Texts(value) },
                    "replaceOnChanges" => resource with { ReplaceOnChanges = Texts(value) },
                    "replacementTrigger" => resource with { ReplacementTrigger = ValueJson.Read(value, secrets) },
                    "refreshBeforeUpdate" => resource with { RefreshBeforeUpdate = value.GetBoolean() },
                    "viewOf" => resource with { ViewOf = value.GetString() ?? "" },
                    "resourceHooks" => resource with { ResourceHooks = Lists(value) },
                    _ => Unknown(resource, unknown, field),
                };
            }
            catch (Exception exception) when (exception is InvalidOperationException or FormatException)
            {
                throw new FormatException($"Field \"{field.Name}\" of {urn} cannot be read: {exception.Message}", exception);
            }
        }

        return unknown.Count == 0 ? resource : resource with { UnknownFields = unknown.ToImmutable() };
    }

    /// <summary>A time as the file has it.</summary>
    /// <param name="time">The time.</param>
    internal static string TimeText(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static StateResource Unknown(StateResource resource, ImmutableSortedDictionary<string, string>.Builder unknown, JsonProperty field)
    {
        unknown[field.Name] = field.Value.GetRawText();
        return resource;
    }

    private static string Required(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"A resource has no \"{name}\".");

    private static ImmutableArray<string> Texts(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? [] : [.. json.EnumerateArray().Select(item => item.GetString() ?? "")];

    private static ImmutableSortedDictionary<string, ImmutableArray<string>>? Lists(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null
            ? null
            : json.EnumerateObject().ToImmutableSortedDictionary(field => field.Name, field => Texts(field.Value), StringComparer.Ordinal);

    private static DateTimeOffset? Time(JsonElement json) =>
        DateTimeOffset.TryParse(json.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static CustomTimeouts? Timeouts(JsonElement json)
    {
        return json.ValueKind == JsonValueKind.Null ? null : new(Seconds("create"), Seconds("update"), Seconds("delete"), Seconds("read"));

        double? Seconds(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
    }

    private static void Timeouts(Utf8JsonWriter writer, CustomTimeouts? timeouts)
    {
        if (timeouts is null)
            return;
        writer.WriteStartObject("customTimeouts");
        Seconds("create", timeouts.Create);
        Seconds("update", timeouts.Update);
        Seconds("delete", timeouts.Delete);
        Seconds("read", timeouts.Read);
        writer.WriteEndObject();

        void Seconds(string name, double? value)
        {
            if (value is { } seconds)
                writer.WriteNumber(name, seconds);
        }
    }

    private static void Flag(Utf8JsonWriter writer, string name, bool value)
    {
        if (value)
            writer.WriteBoolean(name, true);
    }

    private static void Text(Utf8JsonWriter writer, string name, string text)
    {
        if (text.Length > 0)
            writer.WriteString(name, text);
    }

    private static void Time(Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } known)
            writer.WriteString(name, TimeText(known));
    }

    private static void Values(Utf8JsonWriter writer, string name, WireObject values, ISecretCodec secrets)
    {
        if (values.Count == 0)
            return;
        writer.WritePropertyName(name);
        ValueJson.Write(writer, values, secrets);
    }

    private static void Texts(Utf8JsonWriter writer, string name, ImmutableArray<string> texts)
    {
        if (texts.IsDefaultOrEmpty)
            return;
        writer.WritePropertyName(name);
        WriteArray(writer, texts);
    }

    private static void Lists(Utf8JsonWriter writer, string name, ImmutableSortedDictionary<string, ImmutableArray<string>>? lists)
    {
        if (lists is null || lists.IsEmpty)
            return;
        writer.WriteStartObject(name);
        foreach (var (key, texts) in lists)
        {
            writer.WritePropertyName(key);
            WriteArray(writer, texts.IsDefault ? [] : texts);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, ImmutableArray<string> texts)
    {
        writer.WriteStartArray();
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
