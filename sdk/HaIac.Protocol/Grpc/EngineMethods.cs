using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Messages;

namespace HaIac.Protocol.Grpc;

/// <summary>Logs and questions of programs and plugins. The methods of service <c>pulumirpc.Engine</c>.</summary>
public static class EngineMethods
{
    private const string Service = "pulumirpc.Engine";

    /// <summary>The method <c>Log</c>.</summary>
    public static readonly GrpcMethod<LogRequest, Empty> Log =
        new(Service, nameof(Log), LogRequest.Parser, Empty.Parser);

    /// <summary>The method <c>GetRootResource</c>.</summary>
    public static readonly GrpcMethod<GetRootResourceRequest, GetRootResourceResponse> GetRootResource =
        new(Service, nameof(GetRootResource), GetRootResourceRequest.Parser, GetRootResourceResponse.Parser);

    /// <summary>The method <c>SetRootResource</c>.</summary>
    public static readonly GrpcMethod<SetRootResourceRequest, SetRootResourceResponse> SetRootResource =
        new(Service, nameof(SetRootResource), SetRootResourceRequest.Parser, SetRootResourceResponse.Parser);

    /// <summary>The method <c>StartDebugging</c>.</summary>
    public static readonly GrpcMethod<StartDebuggingRequest, Empty> StartDebugging =
        new(Service, nameof(StartDebugging), StartDebuggingRequest.Parser, Empty.Parser);

    /// <summary>The method <c>RequirePulumiVersion</c>.</summary>
    public static readonly GrpcMethod<RequirePulumiVersionRequest, RequirePulumiVersionResponse> RequirePulumiVersion =
        new(Service, nameof(RequirePulumiVersion), RequirePulumiVersionRequest.Parser, RequirePulumiVersionResponse.Parser);
}
