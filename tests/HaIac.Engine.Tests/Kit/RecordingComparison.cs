using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using HaIac.Engine.Events;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Tests.Kit;

/// <summary>Compares what our engine did with a recording, by the rules of the recordings' README.</summary>
internal sealed partial class RecordingComparison(JObject recording, string folder)
{
    private static readonly string[] ComparedCalls =
        ["Check", "Diff", "Create", "Read", "Update", "Delete", "CheckConfig", "DiffConfig", "Configure", "Invoke"];

    // Deriving a key takes seconds on purpose; a scenario keeps one for all its steps.
    private static readonly ConcurrentDictionary<string, ISecretCodec> Opened = new(StringComparer.Ordinal);

    /// <summary>Whether only exit code, state, world and counts are fixed.</summary>
    public bool IsLoose { get; init; }

    public List<string> Differences(IReadOnlyList<StepRecord> records)
    {
        var found = new List<string>();
        foreach (var record in records)
        {
            var step = (JObject)recording["steps"]![record.Number - 1]!;
            var at = $"step {record.Number} ({string.Join(' ', step["run"]!.Select(a => (string)a!))}): ";
            found.AddRange(Differences(step, record).Select(text => at + text));
        }

        return found;
    }

    private IEnumerable<string> Differences(JObject step, StepRecord record)
    {
        if ((int?)step["exit"] != record.Exit)
        {
            yield return $"exit {record.Exit}, expected {step["exit"]}; errors: {string.Join(" | ", record.Events.Errors)}";
        }

        if (Text(step["worldAfter"]!) != Text(record.World))
        {
            yield return $"world {Text(record.World)}, expected {Text(step["worldAfter"]!)}";
        }

        foreach (var difference in Compare("resource", Resources(Expected(step)), Resources(record.After))
            .Concat(Compare("pending", Pending(Expected(step)), Pending(record.After))))
        {
            yield return difference;
        }

        foreach (var fault in IntegrityChecker.Check(record.After))
        {
            yield return "state: " + fault;
        }

        if (IsLoose)
        {
            yield break;
        }

        if (step["stdout"] is { } stdout && !step["run"]!.Any(a => (string?)a == "--debug"))
        {
            foreach (var difference in Compare("line", StepText.Lines(stdout.Select(line => (string)line!)), StepText.Lines(record.Text)))
            {
                yield return difference;
            }
        }

        foreach (var difference in CompareGroups("call", Calls(step), Calls(record)).Concat(CompareGroups("event", Events(step), Events(record))))
        {
            yield return difference;
        }
    }

    private Deployment Expected(JObject step)
    {
        var json = File.ReadAllBytes(Path.Combine(folder, (string)step["checkpoint"]!));
        return CheckpointReader.Read(json, "recording", state => state is null
            ? PlainSecrets.Instance
            : Opened.GetOrAdd(state.StateJson, _ => PassphraseSecrets.Open(() => "correct horse", state, null, "recording"))).Latest;
    }

    private static string Text(JToken token) => Sorted(token).ToString(Formatting.None);

    private static JToken Sorted(JToken token) => token switch
    {
        JObject map => new JObject(map.Properties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new JProperty(p.Name, Sorted(p.Value)))),
        JArray array => new JArray(array.Select(Sorted)),
        JValue { Type: JTokenType.Float or JTokenType.Integer } number => new JValue(Convert.ToDouble(number.Value)),
        _ => token.DeepClone(),
    };

    private static IEnumerable<string> Resources(Deployment deployment) =>
        deployment.Resources.Select(resource => Bare(resource));

    private static string Bare(StateResource resource)
    {
        static string Provider(string reference) => Regex.Replace(reference, "::[^:]*$", "::*");
        if (resource.IsStack)
        {
            // The official engine stores a placeholder for outputs of what failed, ours nothing (pulumi-protocol.md 6.5).
            resource = resource with { Outputs = WireObject.Create(resource.Outputs.Where(pair => pair.Value is not WireUnknown)) };
        }

        var json = JObject.Parse(PlainJson.Of(resource with { Provider = Provider(resource.Provider), Id = resource.IsProvider ? "*" : resource.Id }));
        foreach (var left in new[] { "created", "modified", "sourcePosition", "stackTrace" })
        {
            json.Remove(left);
        }

        foreach (var set in new[] { "dependencies", "replaceWith" })
        {
            if (json[set] is JArray urns)
            {
                json[set] = new JArray(urns.OrderBy(urn => (string)urn!, StringComparer.Ordinal));
            }
        }

        foreach (var property in (json["propertyDependencies"] as JObject)?.Properties().ToList() ?? [])
        {
            property.Value = new JArray(property.Value.OrderBy(urn => (string)urn!, StringComparer.Ordinal));
        }

        return Text(json);
    }

    private static IEnumerable<string> Pending(Deployment deployment) =>
        deployment.PendingOperations.Select(operation => $"{operation.Kind} {operation.Resource.Urn}");

    private static Dictionary<string, List<string>> Calls(JObject step) =>
        Group(step["calls"]?.OfType<JObject>()
            .Where(call => ((string)call["rpc"]!).StartsWith("ResourceProvider/", StringComparison.Ordinal))
            .Select(call => (((string)call["rpc"]!)["ResourceProvider/".Length..], (JObject)call["request"]!, call["errors"] is not null)) ?? []);

    private static Dictionary<string, List<string>> Calls(StepRecord record) =>
        Group(record.Calls.Select(call => (call.Method, call.Request, call.Failed)));

    private static Dictionary<string, List<string>> Group(IEnumerable<(string Method, JObject Request, bool Failed)> calls)
    {
        var result = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (method, request, failed) in calls.Where(call => ComparedCalls.Contains(call.Method)))
        {
            var bare = (JObject)request.DeepClone();
            foreach (var left in new[] { "name", "type", "resourceStatusAddress", "resourceStatusToken", "randomSeed" })
            {
                bare.Remove(left);
            }

            var key = (string?)request["urn"] ?? (string)request["tok"]!;
            Add(result, method == "Invoke" ? $"invoke {Text(bare)}" : method == "Delete" ? $"{key} {request["id"]}" : key, $"{method} {Blur(Text(bare))} failed={failed}");
        }

        return result;
    }

    private static Dictionary<string, List<string>> Events(JObject step) => GroupEvents(step["events"]?.OfType<JObject>() ?? [], (int?)step["exit"] != 0);

    private static Dictionary<string, List<string>> Events(StepRecord record) =>
        GroupEvents(record.Events.Events.Select((e, i) => JObject.Parse(EventJsonWriter.ToJson(new EventRecord(i, DateTimeOffset.UnixEpoch, e)))), record.Exit != 0);

    private static Dictionary<string, List<string>> GroupEvents(IEnumerable<JObject> events, bool failed)
    {
        var result = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var e in events)
        {
            var payload = e.Properties().First(p => p.Name is not ("sequence" or "timestamp"));
            var content = (JObject)payload.Value.DeepClone();
            if (payload.Name == "diagnosticEvent")
            {
                // Sentences are our own; what counts is the severity and the resource.
                if ((string?)content["severity"] is "debug")
                {
                    continue;
                }

                content.Remove("message");
            }

            // Whether a failing program has told its outputs by then is a matter of luck.
            if (failed && payload.Name == "resOutputsEvent" && (string?)content["metadata"]!["type"] == "pulumi:pulumi:Stack")
            {
                continue;
            }

            content.Remove("durationSeconds");
            Add(result, (string?)content["metadata"]?["urn"] ?? (string?)content["urn"] ?? "", $"{payload.Name} {Blur(Text(content))}");
        }

        return result;
    }

    private static void Add(Dictionary<string, List<string>> groups, string key, string text)
    {
        if (!groups.TryGetValue(key, out var list))
        {
            groups[key] = list = [];
        }

        list.Add(text);
    }

    private static string Blur(string text) => UuidPattern().Replace(
        text, match => match.Value == Protocol.Properties.WireSignatures.Unknown ? match.Value : "<uuid>");

    private static IEnumerable<string> CompareGroups(string what, Dictionary<string, List<string>> expected, Dictionary<string, List<string>> actual)
    {
        foreach (var key in expected.Keys.Union(actual.Keys))
        {
            var (a, b) = (expected.GetValueOrDefault(key) ?? [], actual.GetValueOrDefault(key) ?? []);
            if (!a.SequenceEqual(b, StringComparer.Ordinal))
            {
                var differences = Compare(what, a, b).ToList();
                foreach (var difference in differences.Count > 0 ? differences : [$"{what}s of {key} differ in order"])
                {
                    yield return difference;
                }
            }
        }
    }

    private static IEnumerable<string> Compare(string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var left = actual.ToList();
        foreach (var item in expected)
        {
            if (!left.Remove(item))
            {
                yield return $"{what} missing: {item}";
            }
        }

        foreach (var item in left)
        {
            yield return $"{what} unexpected: {item}";
        }
    }

    [GeneratedRegex("<uuid-[0-9]+>|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")]
    private static partial Regex UuidPattern();
}
