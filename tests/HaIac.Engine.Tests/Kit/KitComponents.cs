using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Tests.Kit;

/// <summary>
/// Components and methods of the kit's provider. A <c>kit:index:Group</c> has one child, a Thing with the group's input <c>value</c>, and the
/// output <c>result</c> from it; the method <c>kit:index:Group/describe</c> answers with its argument <c>text</c> and who was asked.
/// </summary>
internal static class KitComponents
{
    public static async Task<ConstructResponse> ConstructAsync(ConstructRequest request)
    {
        var inputs = WireReader.FromStruct(request.Inputs);
        if (inputs.TryGetValue("refuse", out var reason))
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"component refused: {((WireText)reason).Value}");
        }

        using var monitor = GrpcChannel.ForAddress(request.MonitorEndpoint);
        var component = new RegisterResourceRequest
        {
            Type = request.Type,
            Name = request.Name,
            Parent = request.Parent,
            Object = new Struct(),
            Dependencies = { request.Dependencies },
            Providers = { request.Providers },
            Hooks = request.ResourceHooks,
            AcceptSecrets = true,
        };
        if (request.HasProtect)
        {
            component.Protect = request.Protect;
        }

        var urn = (await monitor.CallAsync(ResourceMonitorMethods.RegisterResource, component)).Urn;
        var child = await monitor.CallAsync(ResourceMonitorMethods.RegisterResource, new RegisterResourceRequest
        {
            Type = "kit:index:Thing",
            Name = request.Name + "-child",
            Custom = true,
            Parent = urn,
            Object = inputs.TryGetValue("value", out var value)
                ? WireWriter.ToStruct(WireObject.Create([KeyValuePair.Create("value", value)]), WireMarshalOptions.Everything)
                : new Struct(),
            AcceptSecrets = true,
            SupportsPartialValues = true,
        });
        var outputs = new Struct { Fields = { ["result"] = child.Object.Fields["computed"] } };
        await monitor.CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, new RegisterResourceOutputsRequest { Urn = urn, Outputs = outputs });
        return new ConstructResponse
        {
            Urn = urn,
            State = outputs,
            StateDependencies = { ["result"] = new PropertyDependencies { Urns = { child.Urn } } },
        };
    }

    public static Task<CallResponse> CallAsync(CallRequest request)
    {
        var arguments = WireReader.FromStruct(request.Args);
        if (request.Tok == "kit:index:Group/refuse")
        {
            return Task.FromResult(new CallResponse { Failures = { new CheckFailure { Property = "text", Reason = "refused on request" } } });
        }

        if (request.Tok != "kit:index:Group/describe")
        {
            throw new GrpcException(GrpcStatusCode.Unimplemented, "unknown method " + request.Tok);
        }

        var answer = WireObject.Create(
        [
            KeyValuePair.Create("text", arguments["text"]),
            KeyValuePair.Create<string, WireValue>("receiver", new WireText(arguments.TryGetValue("__self__", out var self) ? ((WireReference)self).Urn : "none")),
            KeyValuePair.Create<string, WireValue>("about", new WireText($"{request.Organization}/{request.Project}/{request.Stack} {(request.DryRun ? "preview" : "update")}")),
        ]);
        var response = new CallResponse { Return = WireWriter.ToStruct(answer, new WireMarshalOptions { KeepSecrets = true, KeepReferences = true }) };
        if (request.ArgDependencies.TryGetValue("text", out var needs))
        {
            response.ReturnDependencies["text"] = needs;
        }

        return Task.FromResult(response);
    }
}
