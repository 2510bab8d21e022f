using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace Pulumi;

/// <summary>The resource monitor of a running engine.</summary>
internal sealed class GrpcMonitor(string address) : IMonitorClient
{
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(address);

    public async Task<bool> SupportsFeatureAsync(string id, CancellationToken cancellationToken)
        => (await _channel.CallAsync(ResourceMonitorMethods.SupportsFeature, new SupportsFeatureRequest { Id = id }, cancellationToken)
            .ConfigureAwait(false)).HasSupport;

    public Task<RegisterResourceResponse> RegisterResourceAsync(
        Resource resource, RegisterResourceRequest request, CancellationToken cancellationToken)
        => _channel.CallAsync(ResourceMonitorMethods.RegisterResource, request, cancellationToken);

    public Task<ReadResourceResponse> ReadResourceAsync(
        Resource resource, ReadResourceRequest request, CancellationToken cancellationToken)
        => _channel.CallAsync(ResourceMonitorMethods.ReadResource, request, cancellationToken);

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellationToken)
        => _channel.CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, request, cancellationToken);

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken)
        => _channel.CallAsync(ResourceMonitorMethods.Invoke, request, cancellationToken);

    public Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken)
        => _channel.CallAsync(ResourceMonitorMethods.Call, request, cancellationToken);

    public async Task<string> RegisterPackageAsync(
        HaIac.Protocol.Messages.RegisterPackageRequest request, CancellationToken cancellationToken)
        => (await _channel.CallAsync(ResourceMonitorMethods.RegisterPackage, request, cancellationToken).ConfigureAwait(false)).Ref;

    public Task RegisterStackInvokeTransformAsync(Callback callback, CancellationToken cancellationToken)
        => _channel.CallAsync(ResourceMonitorMethods.RegisterStackInvokeTransform, callback, cancellationToken);

    public Task RegisterResourceHookAsync(RegisterResourceHookRequest request, CancellationToken cancellationToken)
        => _channel.CallAsync(ResourceMonitorMethods.RegisterResourceHook, request, cancellationToken);

    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request, CancellationToken cancellationToken)
        => _channel.CallAsync(ResourceMonitorMethods.RegisterErrorHook, request, cancellationToken);

    public async Task SignalAndWaitForShutdownAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _channel.CallAsync(ResourceMonitorMethods.SignalAndWaitForShutdown, new Empty(), cancellationToken).ConfigureAwait(false);
        }
        catch (GrpcException e) when (e.StatusCode == GrpcStatusCode.Unimplemented)
        {
            // Engines older than this call just see the program end.
        }
    }
}
