using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Conformance.Tests;

/// <summary>
/// Brings calls into the form in which two runs can be compared as text: what may differ by the kit's README is removed or
/// replaced, keys and sets are sorted.
/// </summary>
internal sealed partial class TrafficForm(bool jsonTextIsExact)
{
    private static readonly HashSet<string> Sets = ["dependencies", "urns", "depends_on", "replace_with"];
    private static readonly HashSet<string> Dropped = ["sourcePosition", "stackTrace", "parentStackTraceHandle"];

    /// <summary>The calls of a recording of the kit.</summary>
    public IEnumerable<string> OfRecording(JsonNode? calls)
        => (calls as JsonArray ?? [])
            .OfType<JsonObject>()
            .Select(c => new RecordedCall((string)c["rpc"]!, (JsonObject?)c["request"]?.DeepClone() ?? [])
            {
                Kind = c["kind"] is { } kind ? $"{kind} {c["token"]}" : null,
                Response = c["kind"] is null ? null
                    : c["error"] is { } error ? new JsonObject { ["error"] = (string?)error["message"] }
                    : (JsonObject?)c["response"]?.DeepClone() ?? [],
            })
            .SelectMany(Of);

    /// <summary>One call, or nothing if it does not count.</summary>
    public IEnumerable<string> Of(RecordedCall call)
    {
        if (call.Rpc == "Engine/Log")
        {
            var message = (string?)call.Request["message"] ?? "";
            if (call.Request["severity"] is null && !message.StartsWith("user:", StringComparison.Ordinal))
            {
                return [];
            }

            call.Request["message"] = Message(message, (string?)call.Request["severity"] ?? "DEBUG");
        }

        var text = $"{call.Rpc} {call.Kind} {Canonical(call.Request)}";
        return [call.Response is null ? text : text + " => " + Canonical(call.Response)];
    }

    /// <summary>An error or warning without what may differ: stack frames, CLR types, and how a failed call is wrapped.</summary>
    private static string Message(string message, string severity)
    {
        message = CallStatus().Replace(message.ReplaceLineEndings("\n"), "$1");
        message = Mismatch().Replace(message, "Expected something else deserializing $1");
        message = Wrapped().Replace(message, "");
        var lines = message.Split('\n').Where(l => !l.StartsWith("   ", StringComparison.Ordinal)).ToArray();
        if (severity == "ERROR" && lines.Length > 1 && lines[0].StartsWith("Running program", StringComparison.Ordinal))
        {
            var text = string.Join('\n', lines[1..]).TrimEnd();
            text = ExceptionType().Replace(text, "");
            text = Unsupported().Replace(text, "a type is not a supported argument type");
            return "unhandled: " + text;
        }

        return severity == "WARNING" && message.Contains("Output<T>", StringComparison.Ordinal) ? "advice about Output<T>" : string.Join('\n', lines);
    }

    [GeneratedRegex("Status\\(StatusCode=\"[^\"]*\", Detail=\"(.*)\"\\)")]
    private static partial Regex CallStatus();

    [GeneratedRegex(@"Expected .* but got .* deserializing (\S+)")]
    private static partial Regex Mismatch();

    [GeneratedRegex("error serializing property \"(?!anonymous)[^\"]*\": ")]
    private static partial Regex Wrapped();

    [GeneratedRegex(@"^[\w.+`]+: ")]
    private static partial Regex ExceptionType();

    [GeneratedRegex(@"(?<=: )\S.* is not a supported argument type[\s\S]*")]
    private static partial Regex Unsupported();

    private string Canonical(JsonNode? node, string? key = null)
        => node switch
        {
            null => "null",
            JsonObject callback when callback.ContainsKey("target") && callback.ContainsKey("token")
                => $"callback {CallbackClient.Labels.GetValueOrDefault((string)callback["token"]!, (string)callback["token"]!)}",
            JsonObject map => "{" + string.Join(", ", map
                .Where(f => !Dropped.Contains(f.Key) && !IsEmptyHooks(f.Key, f.Value) && !IsDefaultParent(f.Key, f.Value))
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => $"{f.Key}: {Canonical(f.Value, f.Key)}")) + "}",
            JsonArray list when key is not null && Sets.Contains(key)
                => "[" + string.Join(", ", list.Select(i => Canonical(i)).Order(StringComparer.Ordinal)) + "]",
            JsonArray list => "[" + string.Join(", ", list.Select(i => Canonical(i))) + "]",
            JsonValue value => Scalar(value),
            _ => node.ToJsonString(),
        };

    private static bool IsEmptyHooks(string key, JsonNode? value) => key == "hooks" && value is JsonObject { Count: 0 };

    private static bool IsDefaultParent(string key, JsonNode? value) => key == "noParent" && value is JsonValue v && v.GetValueKind() == JsonValueKind.False;

    private string Scalar(JsonValue value)
    {
        if (value.GetValueKind() == JsonValueKind.Number)
        {
            return value.Deserialize<double>().ToString("R", CultureInfo.InvariantCulture);
        }

        if (value.GetValueKind() != JsonValueKind.String)
        {
            return value.ToJsonString();
        }

        var text = value.GetValue<string>();
        if (!jsonTextIsExact && text.Length > 1 && "{[\"".Contains(text[0], StringComparison.Ordinal))
        {
            try
            {
                return "json " + Canonical(JsonNode.Parse(text));
            }
            catch (JsonException)
            {
                // Just a text that starts like JSON.
            }
        }

        return JsonSerializer.Serialize(text);
    }
}
