using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace Conformance.Tests.UnderTheEngine;

/// <summary>What the state must hold after a run, by what the official SDK registered and what the recorder answered.</summary>
internal static class ImpliedState
{
    // What a value is for the state: output values are what they carry.
    private static readonly WireMarshalOptions Stored = new() { KeepSecrets = true, KeepReferences = true, DropNulls = true };

    public static IEnumerable<string> Differences(IReadOnlyList<JsonObject> calls, Deployment state)
    {
        var registrations = calls.Where(call => (string?)call["rpc"] == "ResourceMonitor/RegisterResource" && call["response"] is not null).ToList();
        foreach (var registration in registrations)
        {
            var urn = (string)registration["response"]!["urn"]!;
            var resource = state.Resources.SingleOrDefault(candidate => candidate.Urn == urn);
            if (resource is null)
            {
                yield return $"{urn} is missing; there are {string.Join(", ", state.Resources.Select(candidate => candidate.Urn))}";
                continue;
            }

            foreach (var difference in Differences(registration, Transformed(calls, registration), resource))
            {
                yield return $"{urn}: {difference}";
            }
        }

        foreach (var extra in state.Resources.Where(resource => !IsRecorded(calls, resource)))
        {
            yield return $"{extra.Urn} was not registered";
        }

        foreach (var outputs in calls.Where(call => (string?)call["rpc"] == "ResourceMonitor/RegisterResourceOutputs"))
        {
            var urn = (string)outputs["request"]!["urn"]!;
            var stored = state.Resources.SingleOrDefault(resource => resource.Urn == urn);
            if (stored is not null && Text(outputs["request"]!["outputs"]) is var told && told != Text(stored.Outputs))
            {
                yield return $"{urn}: outputs {Text(stored.Outputs)} instead of {told}";
            }
        }
    }

    // Default providers and what is only read are no registrations.
    private static bool IsRecorded(IEnumerable<JsonObject> calls, StateResource resource) =>
        resource.External || (resource.IsProvider && resource.Parent.Length == 0) || calls.Any(call => (string?)call["response"]?["urn"] == resource.Urn);

    // The last transform has the last word on properties and options.
    private static JsonObject? Transformed(IEnumerable<JsonObject> calls, JsonObject registration) => calls
        .LastOrDefault(call => (string?)call["kind"] == "transform" && (string?)call["request"]!["name"] == (string?)registration["request"]!["name"]
            && (string?)call["request"]!["type"] == (string?)registration["request"]!["type"]);

    private static IEnumerable<string> Differences(JsonObject registration, JsonObject? transformed, StateResource resource)
    {
        var request = registration["request"]!;
        var custom = (bool?)request["custom"] ?? false;
        if (resource.Custom != custom || resource.Type != (string)request["type"]! || resource.Parent != ((string?)request["parent"] ?? ""))
        {
            yield return $"{resource.Custom} {resource.Type} below \"{resource.Parent}\"";
        }

        var inputs = transformed?["response"]?["properties"] ?? transformed?["request"]?["properties"] ?? request["object"];
        if (Text(inputs) != Text(resource.Inputs))
        {
            yield return $"inputs {Text(resource.Inputs)} instead of {Text(inputs)}";
        }

        if (transformed is null)
        {
            foreach (var difference in Dependencies(request, resource))
            {
                yield return difference;
            }
        }

        var protect = (bool?)(transformed is null ? request["protect"] : transformed["response"]?["options"]?["protect"]) ?? resource.Protect;
        if (resource.Protect != protect)
        {
            yield return $"protect {resource.Protect}";
        }

        // The recorder left unknown values out, and providers get another id than in the recording.
        if (custom && !resource.IsProvider && Text(Marked(registration)) is var outputs && outputs != Text(resource.Outputs))
        {
            yield return $"outputs {Text(resource.Outputs)} instead of {outputs}";
        }
    }

    // The engine keeps secret what the program names; the recorder does not.
    private static WireObject Marked(JsonObject registration)
    {
        var outputs = Read(registration["response"]!["object"]);
        var named = (registration["request"]!["additionalSecretOutputs"] as JsonArray ?? []).Select(name => (string)name!);
        return named.Where(name => outputs.TryGetValue(name, out var value) && value is not WireSecret)
            .Aggregate(outputs, (marked, name) => marked.With(name, new WireSecret(marked[name])));
    }

    private static IEnumerable<string> Dependencies(JsonNode request, StateResource resource)
    {
        static string Sorted(IEnumerable<string> urns) => string.Join(' ', urns.Order(StringComparer.Ordinal));
        static IEnumerable<string> Urns(JsonNode? list) => (list as JsonArray ?? []).Select(urn => (string)urn!);

        var all = Sorted(Urns(request["dependencies"]));
        if (all != Sorted(resource.Dependencies))
        {
            yield return $"dependencies {Sorted(resource.Dependencies)} instead of {all}";
        }

        foreach (var (name, told) in request["propertyDependencies"] as JsonObject ?? [])
        {
            var stored = resource.PropertyDependencies?.GetValueOrDefault(name, []) ?? [];
            if (Sorted(Urns(told!["urns"])) != Sorted(stored))
            {
                yield return $"{name} depends on {Sorted(stored)} instead of {Sorted(Urns(told["urns"]))}";
            }
        }
    }

    private static string Text(JsonNode? json) => Text(Read(json));

    private static WireObject Read(JsonNode? json) => WireReader.FromStruct(Struct.Parser.ParseJson((json ?? new JsonObject()).ToJsonString()));

    private static string Text(WireObject fields)
    {
        var json = JsonNode.Parse(Google.Protobuf.JsonFormatter.Default.Format(WireWriter.ToStruct(fields, Stored)))!;
        return Canonical(json).ToJsonString();
    }

    // Sorted keys; hashes of files come from the engine.
    private static JsonNode Canonical(JsonNode json) => json switch
    {
        JsonObject map => new JsonObject(map.Where(pair => pair.Key != "hash").OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : Canonical(pair.Value)))!),
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Canonical(item))]),
        _ => json.DeepClone(),
    };
}
