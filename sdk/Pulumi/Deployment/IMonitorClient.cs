using HaIac.Protocol.Messages;

namespace Pulumi;

/// <summary>The engine's resource monitor as this SDK uses it; the seam at which tests replace the engine.</summary>
internal interface IMonitorClient
{
    /// <summary>How many calls are not answered yet.</summary>
    int OpenCalls { get; }

    Task<bool> SupportsFeatureAsync(string id, CancellationToken cancellationToken);

    Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request, CancellationToken cancellationToken);

    Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request, CancellationToken cancellationToken);

    Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellationToken);

    Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken);

    Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken);

    Task<string> RegisterPackageAsync(HaIac.Protocol.Messages.RegisterPackageRequest request, CancellationToken cancellationToken);

    Task RegisterStackInvokeTransformAsync(Callback callback, CancellationToken cancellationToken);

    Task RegisterResourceHookAsync(RegisterResourceHookRequest request, CancellationToken cancellationToken);

    Task RegisterErrorHookAsync(RegisterErrorHookRequest request, CancellationToken cancellationToken);

    Task SignalAndWaitForShutdownAsync(CancellationToken cancellationToken);
}
