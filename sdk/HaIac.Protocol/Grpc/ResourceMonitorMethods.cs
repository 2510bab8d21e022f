using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Messages;

namespace HaIac.Protocol.Grpc;

/// <summary>The engine as a program sees it. The methods of service <c>pulumirpc.ResourceMonitor</c>.</summary>
public static class ResourceMonitorMethods
{
    private const string Service = "pulumirpc.ResourceMonitor";

    /// <summary>The method <c>SupportsFeature</c>.</summary>
    public static readonly GrpcMethod<SupportsFeatureRequest, SupportsFeatureResponse> SupportsFeature =
        new(Service, nameof(SupportsFeature), SupportsFeatureRequest.Parser, SupportsFeatureResponse.Parser);

    /// <summary>The method <c>RegisterResource</c>.</summary>
    public static readonly GrpcMethod<RegisterResourceRequest, RegisterResourceResponse> RegisterResource =
        new(Service, nameof(RegisterResource), RegisterResourceRequest.Parser, RegisterResourceResponse.Parser);

    /// <summary>The method <c>RegisterResourceOutputs</c>.</summary>
    public static readonly GrpcMethod<RegisterResourceOutputsRequest, Empty> RegisterResourceOutputs =
        new(Service, nameof(RegisterResourceOutputs), RegisterResourceOutputsRequest.Parser, Empty.Parser);

    /// <summary>The method <c>ReadResource</c>.</summary>
    public static readonly GrpcMethod<ReadResourceRequest, ReadResourceResponse> ReadResource =
        new(Service, nameof(ReadResource), ReadResourceRequest.Parser, ReadResourceResponse.Parser);

    /// <summary>The method <c>Invoke</c>.</summary>
    public static readonly GrpcMethod<ResourceInvokeRequest, ResourceInvokeResponse> Invoke =
        new(Service, nameof(Invoke), ResourceInvokeRequest.Parser, ResourceInvokeResponse.Parser);

    /// <summary>The method <c>Call</c>.</summary>
    public static readonly GrpcMethod<ResourceCallRequest, CallResponse> Call =
        new(Service, nameof(Call), ResourceCallRequest.Parser, CallResponse.Parser);

    /// <summary>The method <c>SignalAndWaitForShutdown</c>.</summary>
    public static readonly GrpcMethod<Empty, Empty> SignalAndWaitForShutdown =
        new(Service, nameof(SignalAndWaitForShutdown), Empty.Parser, Empty.Parser);

    /// <summary>The method <c>RegisterPackage</c>.</summary>
    public static readonly GrpcMethod<RegisterPackageRequest, RegisterPackageResponse> RegisterPackage =
        new(Service, nameof(RegisterPackage), RegisterPackageRequest.Parser, RegisterPackageResponse.Parser);

    /// <summary>The method <c>RegisterStackTransform</c>.</summary>
    public static readonly GrpcMethod<Callback, Empty> RegisterStackTransform =
        new(Service, nameof(RegisterStackTransform), Callback.Parser, Empty.Parser);

    /// <summary>The method <c>RegisterStackInvokeTransform</c>.</summary>
    public static readonly GrpcMethod<Callback, Empty> RegisterStackInvokeTransform =
        new(Service, nameof(RegisterStackInvokeTransform), Callback.Parser, Empty.Parser);

    /// <summary>The method <c>RegisterResourceHook</c>.</summary>
    public static readonly GrpcMethod<RegisterResourceHookRequest, Empty> RegisterResourceHook =
        new(Service, nameof(RegisterResourceHook), RegisterResourceHookRequest.Parser, Empty.Parser);

    /// <summary>The method <c>RegisterErrorHook</c>.</summary>
    public static readonly GrpcMethod<RegisterErrorHookRequest, Empty> RegisterErrorHook =
        new(Service, nameof(RegisterErrorHook), RegisterErrorHookRequest.Parser, Empty.Parser);
}
