using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace Pulumi;

/// <summary>The resource monitor of a running engine.</summary>
internal sealed class GrpcMonitor(string address) : IMonitorClient
{
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(address);
    private int _openCalls;

    public int OpenCalls => Volatile.Read(ref _openCalls);

    public async Task<bool> SupportsFeatureAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var request = new SupportsFeatureRequest { Id = id };
            return (await CallAsync(ResourceMonitorMethods.SupportsFeature, request, cancellationToken).ConfigureAwait(false)).HasSupport;
        }
        catch (GrpcException e) when (e.StatusCode == GrpcStatusCode.Unimplemented)
        {
            // Engines older than the question have none of what it can be asked about.
            return false;
        }
    }

    public Task<RegisterResourceResponse> RegisterResourceAsync(
        Resource resource, RegisterResourceRequest request, CancellationToken cancellationToken)
        => CallAsync(ResourceMonitorMethods.RegisterResource, request, cancellationToken);

    public Task<ReadResourceResponse> ReadResourceAsync(
        Resource resource, ReadResourceRequest request, CancellationToken cancellationToken)
        => CallAsync(ResourceMonitorMethods.ReadResource, request, cancellationToken);

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellationToken)
        => CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, request, cancellationToken);

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken)
        => CallAsync(ResourceMonitorMethods.Invoke, request, cancellationToken);

    public Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken)
        => CallAsync(ResourceMonitorMethods.Call, request, cancellationToken);

    public async Task<string> RegisterPackageAsync(
        HaIac.Protocol.Messages.RegisterPackageRequest request, CancellationToken cancellationToken)
        => (await CallAsync(ResourceMonitorMethods.RegisterPackage, request, cancellationToken).ConfigureAwait(false)).Ref;

    public Task RegisterStackInvokeTransformAsync(Callback callback, CancellationToken cancellationToken)
        => CallAsync(ResourceMonitorMethods.RegisterStackInvokeTransform, callback, cancellationToken);

    public Task RegisterResourceHookAsync(RegisterResourceHookRequest request, CancellationToken cancellationToken)
        => CallAsync(ResourceMonitorMethods.RegisterResourceHook, request, cancellationToken);

    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request, CancellationToken cancellationToken)
        => CallAsync(ResourceMonitorMethods.RegisterErrorHook, request, cancellationToken);

    public async Task SignalAndWaitForShutdownAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(ResourceMonitorMethods.SignalAndWaitForShutdown, new Empty(), cancellationToken).ConfigureAwait(false);
        }
        catch (GrpcException e) when (e.StatusCode == GrpcStatusCode.Unimplemented)
        {
            // Engines older than this call just see the program end.
        }
    }

    private async Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, CancellationToken cancellationToken)
        where TRequest : Google.Protobuf.IMessage<TRequest>
        where TResponse : Google.Protobuf.IMessage<TResponse>
    {
        Interlocked.Increment(ref _openCalls);
        try
        {
            return await _channel.CallAsync(method, request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _openCalls);
        }
    }
}
