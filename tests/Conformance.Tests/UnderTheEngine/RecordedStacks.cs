using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.BuiltIn;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace Conformance.Tests.UnderTheEngine;

/// <summary>The other stacks that a program refers to, as the recording answers for them.</summary>
internal sealed class RecordedStacks(IEnumerable<JsonObject> calls) : IOtherStacks
{
    private readonly List<JsonObject> _reads = [.. calls.Where(call => (string?)call["request"]?["type"] == "pulumi:pulumi:StackReference")];

    public Task<Deployment?> ReadAsync(string name, CancellationToken ct) =>
        Task.FromResult(_reads.Find(call => (string?)call["request"]!["id"] == name) is not { } read ? null : Deployment.Empty with
        {
            Resources =
            [
                new StateResource("urn:pulumi:other::other::pulumi:pulumi:Stack::other", "pulumi:pulumi:Stack", false)
                {
                    Outputs = WireReader.FromStruct(Struct.Parser.ParseJson(read["response"]!["properties"]!["outputs"]!.ToJsonString())),
                },
            ],
        });
}
