using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Messages;

namespace Conformance.Tests.Programs;

/// <summary>What the programs find: configuration, another stack, functions. Resources come to be as they are declared.</summary>
internal sealed class ProgramAnswers : EngineAnswers
{
    public const string Config = """
        {"depot:site":"hall","depot:owners":"[\"ann\",\"bob\"]","depot:access":"{\"Role\":\"keeper\"}","project:size":"3","project:password":"hush",
         "project:hosts":"[{\"Name\":\"one\",\"Port\":80},{\"Name\":\"two\",\"Port\":81}]"}
        """;

    public override Task<ReadResourceResponse> ReadAsync(ReadResourceRequest request)
        => request.Type == "pulumi:pulumi:StackReference"
            ? Task.FromResult(new ReadResourceResponse
            {
                Urn = UrnOf(request.Parent, request.Type, request.Name),
                Properties = Struct.Parser.ParseJson($$"""{"name":"{{request.Id}}","outputs":{"subnet":"10.0.0.0/24"},"secretOutputNames":[]}"""),
            })
            : base.ReadAsync(request);

    public override Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
        => request.Tok switch
        {
            "depot:index/findCrates:findCrates" => Answer("""{"id":"found","crates":[{"size":1}],"where":4}"""),
            "depot:index/getOwner:getOwner" => Answer("""{"owner":"ann"}"""),
            _ => base.InvokeAsync(request),
        };

    public override Task<CallResponse> CallAsync(ResourceCallRequest request)
        => Task.FromResult(new CallResponse { Return = Struct.Parser.ParseJson("""{"crates":2}""") });

    private static Task<ResourceInvokeResponse> Answer(string json)
        => Task.FromResult(new ResourceInvokeResponse { Return = Struct.Parser.ParseJson(json) });
}
