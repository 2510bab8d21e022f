using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Messages;

namespace HaIac.Protocol.Grpc;

/// <summary>A plugin as the engine sees it. The methods of service <c>pulumirpc.ResourceProvider</c>.</summary>
public static class ResourceProviderMethods
{
    private const string Service = "pulumirpc.ResourceProvider";

    /// <summary>The method <c>Handshake</c>.</summary>
    public static readonly GrpcMethod<ProviderHandshakeRequest, ProviderHandshakeResponse> Handshake =
        new(Service, nameof(Handshake), ProviderHandshakeRequest.Parser, ProviderHandshakeResponse.Parser);

    /// <summary>The method <c>Parameterize</c>.</summary>
    public static readonly GrpcMethod<ParameterizeRequest, ParameterizeResponse> Parameterize =
        new(Service, nameof(Parameterize), ParameterizeRequest.Parser, ParameterizeResponse.Parser);

    /// <summary>The method <c>GetSchema</c>.</summary>
    public static readonly GrpcMethod<GetSchemaRequest, GetSchemaResponse> GetSchema =
        new(Service, nameof(GetSchema), GetSchemaRequest.Parser, GetSchemaResponse.Parser);

    /// <summary>The method <c>CheckConfig</c>.</summary>
    public static readonly GrpcMethod<CheckRequest, CheckResponse> CheckConfig =
        new(Service, nameof(CheckConfig), CheckRequest.Parser, CheckResponse.Parser);

    /// <summary>The method <c>DiffConfig</c>.</summary>
    public static readonly GrpcMethod<DiffRequest, DiffResponse> DiffConfig =
        new(Service, nameof(DiffConfig), DiffRequest.Parser, DiffResponse.Parser);

    /// <summary>The method <c>Configure</c>.</summary>
    public static readonly GrpcMethod<ConfigureRequest, ConfigureResponse> Configure =
        new(Service, nameof(Configure), ConfigureRequest.Parser, ConfigureResponse.Parser);

    /// <summary>The method <c>Invoke</c>.</summary>
    public static readonly GrpcMethod<InvokeRequest, InvokeResponse> Invoke =
        new(Service, nameof(Invoke), InvokeRequest.Parser, InvokeResponse.Parser);

    /// <summary>The method <c>Call</c>.</summary>
    public static readonly GrpcMethod<CallRequest, CallResponse> Call =
        new(Service, nameof(Call), CallRequest.Parser, CallResponse.Parser);

    /// <summary>The method <c>Check</c>.</summary>
    public static readonly GrpcMethod<CheckRequest, CheckResponse> Check =
        new(Service, nameof(Check), CheckRequest.Parser, CheckResponse.Parser);

    /// <summary>The method <c>Diff</c>.</summary>
    public static readonly GrpcMethod<DiffRequest, DiffResponse> Diff =
        new(Service, nameof(Diff), DiffRequest.Parser, DiffResponse.Parser);

    /// <summary>The method <c>Create</c>.</summary>
    public static readonly GrpcMethod<CreateRequest, CreateResponse> Create =
        new(Service, nameof(Create), CreateRequest.Parser, CreateResponse.Parser);

    /// <summary>The method <c>Read</c>.</summary>
    public static readonly GrpcMethod<ReadRequest, ReadResponse> Read =
        new(Service, nameof(Read), ReadRequest.Parser, ReadResponse.Parser);

    /// <summary>The method <c>List</c>.</summary>
    public static readonly GrpcMethod<ListRequest, ListResponse> List =
        new(Service, nameof(List), ListRequest.Parser, ListResponse.Parser);

    /// <summary>The method <c>Update</c>.</summary>
    public static readonly GrpcMethod<UpdateRequest, UpdateResponse> Update =
        new(Service, nameof(Update), UpdateRequest.Parser, UpdateResponse.Parser);

    /// <summary>The method <c>Delete</c>.</summary>
    public static readonly GrpcMethod<DeleteRequest, Empty> Delete =
        new(Service, nameof(Delete), DeleteRequest.Parser, Empty.Parser);

    /// <summary>The method <c>Construct</c>.</summary>
    public static readonly GrpcMethod<ConstructRequest, ConstructResponse> Construct =
        new(Service, nameof(Construct), ConstructRequest.Parser, ConstructResponse.Parser);

    /// <summary>The method <c>Cancel</c>.</summary>
    public static readonly GrpcMethod<Empty, Empty> Cancel =
        new(Service, nameof(Cancel), Empty.Parser, Empty.Parser);

    /// <summary>The method <c>GetPluginInfo</c>.</summary>
    public static readonly GrpcMethod<Empty, PluginInfo> GetPluginInfo =
        new(Service, nameof(GetPluginInfo), Empty.Parser, PluginInfo.Parser);

    /// <summary>The method <c>Attach</c>.</summary>
    public static readonly GrpcMethod<PluginAttach, Empty> Attach =
        new(Service, nameof(Attach), PluginAttach.Parser, Empty.Parser);

    /// <summary>The method <c>GetMapping</c>.</summary>
    public static readonly GrpcMethod<GetMappingRequest, GetMappingResponse> GetMapping =
        new(Service, nameof(GetMapping), GetMappingRequest.Parser, GetMappingResponse.Parser);

    /// <summary>The method <c>GetMappings</c>.</summary>
    public static readonly GrpcMethod<GetMappingsRequest, GetMappingsResponse> GetMappings =
        new(Service, nameof(GetMappings), GetMappingsRequest.Parser, GetMappingsResponse.Parser);
}
