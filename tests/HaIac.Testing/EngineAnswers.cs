using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Testing;

/// <summary>
/// What the recorder answers. As it stands: it has every feature, and every resource comes to be as it was declared, with
/// the id <c>name-id</c>. Tests override what they need otherwise.
/// </summary>
public class EngineAnswers
{
    public virtual string Project => "project";

    public virtual string Stack => "stack";

    public virtual bool IsDryRun => false;

    public virtual bool HasFeature(string id) => true;

    public string UrnOf(string parent, string type, string name)
    {
        var parentTypes = parent.Split("::", 4) is [_, _, var types, _] && types != "pulumi:pulumi:Stack" ? types + "$" : "";
        return $"urn:pulumi:{Stack}::{Project}::{parentTypes}{type}::{name}";
    }

    public virtual Task<RegisterResourceResponse> RegisterAsync(string urn, RegisterResourceRequest request)
        => Task.FromResult(new RegisterResourceResponse
        {
            Urn = urn,
            Id = request.Custom && !IsDryRun ? request.Name + "-id" : "",
            Object = request.Custom || request.Remote ? Plain(request.Object) : new Struct(),
        });

    public virtual Task<ReadResourceResponse> ReadAsync(ReadResourceRequest request)
        => Task.FromResult(new ReadResourceResponse { Urn = UrnOf(request.Parent, request.Type, request.Name), Properties = Plain(request.Properties) });

    public virtual Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
        => Task.FromResult(new ResourceInvokeResponse { Return = request.Args });

    public virtual Task<CallResponse> CallAsync(ResourceCallRequest request) => Task.FromResult(new CallResponse { Return = new Struct() });

    public virtual Task<Empty> RegisterOutputsAsync(RegisterResourceOutputsRequest request) => Task.FromResult(new Empty());

    public virtual Task<Empty> SignalAsync(Empty request) => Task.FromResult(new Empty());

    public virtual Task<Empty> LogAsync(LogRequest request) => Task.FromResult(new Empty());

    public virtual Task<RequirePulumiVersionResponse> RequireVersionAsync(RequirePulumiVersionRequest request)
        => Task.FromResult(new RequirePulumiVersionResponse());

    /// <summary>Output values are echoed as plain value, secret or unknown.</summary>
    protected static Struct Plain(Struct? fields)
        => WireWriter.ToStruct(WireReader.FromStruct(fields), new WireMarshalOptions { KeepSecrets = true, KeepReferences = true });
}
