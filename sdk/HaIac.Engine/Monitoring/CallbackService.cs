using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.Callbacks;
using HaIac.Protocol.Grpc;

namespace HaIac.Engine.Monitoring;

/// <summary>The calls of the ResourceMonitor service by which a program declares functions that the engine is to call.</summary>
/// <remarks>Source: pulumi-protocol.md 2.9.</remarks>
internal sealed class CallbackService(ResourceTransforms transforms, InvokeTransforms invokeTransforms, HookRegistry hooks)
{
    /// <summary>Adds the methods.</summary>
    public GrpcServiceTable AddTo(GrpcServiceTable routes) => routes
        .Add(ResourceMonitorMethods.RegisterStackTransform, (callback, _) => Done(() => transforms.AddForStack(callback)))
        .Add(ResourceMonitorMethods.RegisterStackInvokeTransform, (callback, _) => Done(() => invokeTransforms.Add(callback)))
        .Add(ResourceMonitorMethods.RegisterResourceHook, (hook, _) => Done(() => hooks.Add(hook)))
        .Add(ResourceMonitorMethods.RegisterErrorHook, (hook, _) => Done(() => hooks.Add(hook)));

    private static Task<Empty> Done(Action register)
    {
        register();
        return Task.FromResult(new Empty());
    }
}
