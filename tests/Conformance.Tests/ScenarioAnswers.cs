using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace Conformance.Tests;

/// <summary>What the recorder answers in one scenario.</summary>
internal sealed class ScenarioAnswers(Scenario scenario, string variant) : EngineAnswers
{
    private static readonly string[] LegacyFeatures = ["secrets", "resourceReferences"];
    private readonly JsonObject _answers = scenario.Answers;
    private readonly IReadOnlySet<string> _disabled = scenario.DisabledFeatures;
    private readonly Dictionary<JsonObject, int> _errorsGiven = [];

    public override string Project => scenario.Project;

    public override string Stack => scenario.Stack;

    public override bool IsDryRun { get; } = variant.StartsWith("preview", StringComparison.Ordinal);

    public override bool HasFeature(string id)
        => !_disabled.Contains(id) && (!variant.EndsWith("-legacy", StringComparison.Ordinal) || LegacyFeatures.Contains(id));

    public override Task<RegisterResourceResponse> RegisterAsync(string urn, RegisterResourceRequest request)
        => Task.FromResult(Register(urn, request));

    private RegisterResourceResponse Register(string urn, RegisterResourceRequest request)
    {
        var response = new RegisterResourceResponse { Urn = urn, Object = new Struct() };
        if (!request.Custom && !request.Remote)
        {
            return response;
        }

        var answer = Find("register", request.Type, request.Name);
        ThrowIfError(answer);
        if ((string?)answer?["result"] is { } result)
        {
            response.Result = System.Enum.Parse<Result>(result, ignoreCase: true);
            return response;
        }

        if (request.Custom)
        {
            response.Id = !IsDryRun
                ? (string?)answer?["id"] ?? (request.ImportId.Length > 0 ? request.ImportId : request.Name + "-id")
                : request.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) ? WireSignatures.Unknown : "";
        }

        if ((bool?)answer?["echo"] ?? true)
        {
            response.Object = Plain(request.Object);
        }

        if (!IsDryRun)
        {
            Overlay(response.Object, answer?["outputs"]);
        }

        DropUnknown(response.Object);
        foreach (var (name, urns) in answer?["propertyDependencies"] as JsonObject ?? [])
        {
            response.PropertyDependencies[name] = Dependencies(urns);
        }

        return response;
    }

    public override Task<ReadResourceResponse> ReadAsync(ReadResourceRequest request) => Task.FromResult(Read(request));

    private ReadResourceResponse Read(ReadResourceRequest request)
    {
        var answer = Find("read", request.Type, request.Name);
        ThrowIfError(answer);
        var response = new ReadResourceResponse { Urn = UrnOf(request.Parent, request.Type, request.Name), Properties = Plain(request.Properties) };
        Overlay(response.Properties, answer?["outputs"]);
        return response;
    }

    public override Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) => Task.FromResult(Invoke(request));

    private ResourceInvokeResponse Invoke(ResourceInvokeRequest request)
    {
        var answer = FindToken("invoke", request.Tok);
        ThrowIfError(answer);
        var response = new ResourceInvokeResponse
        {
            Return = answer?["return"] is { } result ? ToStruct(result) : answer is null || ((bool?)answer["echo"] ?? false) ? request.Args : new Struct(),
        };
        response.Failures.Add(Failures(answer));
        return response;
    }

    public override Task<CallResponse> CallAsync(ResourceCallRequest request)
    {
        var answer = FindToken("call", request.Tok);
        ThrowIfError(answer);
        var response = new CallResponse { Return = answer?["return"] is { } result ? ToStruct(result) : new Struct() };
        response.Failures.Add(Failures(answer));
        foreach (var (name, urns) in answer?["returnDependencies"] as JsonObject ?? [])
        {
            response.ReturnDependencies[name] = Dependencies(urns);
        }

        return Task.FromResult(response);
    }

    public override Task<RequirePulumiVersionResponse> RequireVersionAsync(RequirePulumiVersionRequest request)
    {
        var answer = _answers["requireVersion"] is JsonArray list ? (JsonObject?)list.FirstOrDefault() : _answers["requireVersion"] as JsonObject;
        ThrowIfError(answer);
        return Task.FromResult(new RequirePulumiVersionResponse());
    }

    private static Struct ToStruct(JsonNode json) => JsonParser.Default.Parse<Struct>(json.ToJsonString());

    private static PropertyDependencies Dependencies(JsonNode? urns)
    {
        var result = new PropertyDependencies();
        result.Urns.Add(((JsonArray)urns!).Select(u => (string)u!));
        return result;
    }

    private static IEnumerable<CheckFailure> Failures(JsonObject? answer)
        => (answer?["failures"] as JsonArray ?? []).Select(f => new CheckFailure
        {
            Property = (string?)f!["property"] ?? "",
            Reason = (string?)f["reason"] ?? "",
        });

    private static void Overlay(Struct target, JsonNode? outputs)
    {
        if (outputs is not null)
        {
            foreach (var (key, value) in ToStruct(outputs).Fields)
            {
                target.Fields[key] = value;
            }
        }
    }

    private static void DropUnknown(Struct fields)
    {
        foreach (var (key, value) in fields.Fields.ToArray())
        {
            if (value.ToString().Contains(WireSignatures.Unknown, StringComparison.Ordinal))
            {
                fields.Fields.Remove(key);
            }
        }
    }

    private JsonObject? Find(string kind, string type, string name)
        => (_answers[kind] as JsonArray ?? [])
            .OfType<JsonObject>()
            .FirstOrDefault(a => Matches(a["type"], type) && Matches(a["name"], name));

    private JsonObject? FindToken(string kind, string token)
        => (_answers[kind] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(a => (string?)a["tok"] == token);

    private static bool Matches(JsonNode? wanted, string actual) => wanted is null || (string?)wanted == actual;

    private void ThrowIfError(JsonObject? answer)
    {
        if (answer?["error"] is not JsonObject error)
        {
            return;
        }

        lock (_errorsGiven)
        {
            var given = _errorsGiven.GetValueOrDefault(answer);
            if (given >= ((int?)answer["errorTimes"] ?? int.MaxValue))
            {
                return;
            }

            _errorsGiven[answer] = given + 1;
        }

        throw new GrpcException((GrpcStatusCode)(int)error["code"]!, (string)error["message"]!);
    }
}
