using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>Announces hooks to the engine and runs them when it calls.</summary>
internal sealed class HookRegistry(Deployment deployment)
{
    public async Task RegisterAsync(ResourceHook hook)
    {
        await RequireAsync().ConfigureAwait(false);
        var callback = await deployment.Callbacks.AddAsync((request, token) => RunAsync(hook, request, token)).ConfigureAwait(false);
        var request = new RegisterResourceHookRequest
        {
            Name = hook.Name,
            Callback = callback,
            OnDryRun = hook.Options.OnDryRun ?? false,
            IgnoreErrors = hook.Options.IgnoreErrors ?? false,
        };
        await deployment.Monitor.RegisterResourceHookAsync(request, deployment.Abandoned).ConfigureAwait(false);
    }

    public async Task RegisterAsync(ErrorHook hook)
    {
        await RequireAsync().ConfigureAwait(false);
        var callback = await deployment.Callbacks.AddAsync((request, token) => RunAsync(hook, request, token)).ConfigureAwait(false);
        await deployment.Monitor
            .RegisterErrorHookAsync(new RegisterErrorHookRequest { Name = hook.Name, Callback = callback }, deployment.Abandoned)
            .ConfigureAwait(false);
    }

    private static async Task<IMessage> RunAsync(ResourceHook hook, ByteString bytes, CancellationToken cancellationToken)
    {
        var request = ResourceHookRequest.Parser.ParseFrom(bytes);
        var args = new ResourceHookArgs(
            request.Urn,
            request.Id,
            request.Name,
            request.Type,
            Values(request.NewInputs),
            Values(request.OldInputs),
            Values(request.NewOutputs),
            Values(request.OldOutputs));
        try
        {
            await hook.Callback(args, cancellationToken).ConfigureAwait(false);
            return new ResourceHookResponse();
        }
        catch (Exception e)
        {
            return new ResourceHookResponse { Error = e.Message };
        }
    }

    private static async Task<IMessage> RunAsync(ErrorHook hook, ByteString bytes, CancellationToken cancellationToken)
    {
        var request = ErrorHookRequest.Parser.ParseFrom(bytes);
        var args = new ErrorHookArgs(
            request.Urn,
            request.Id,
            request.Name,
            request.Type,
            Values(request.NewInputs),
            Values(request.OldInputs),
            Values(request.OldOutputs),
            request.FailedOperation,
            [.. request.Errors]);
        try
        {
            return new ErrorHookResponse { Retry = await hook.Callback(args, cancellationToken).ConfigureAwait(false) };
        }
        catch (Exception e)
        {
            return new ErrorHookResponse { Error = e.Message };
        }
    }

    private static ImmutableDictionary<string, object?>? Values(Struct? fields)
        => fields is null ? null : WireReader.FromStruct(fields).ToImmutableDictionary(f => f.Key, f => Value(f.Value));

    /// <summary>A property that hides something anywhere inside is an output as a whole; hooks see only plain values otherwise.</summary>
    private static object? Value(WireValue wire)
    {
        var value = PropertyDecoder.Decode(wire);
        return value is { IsKnown: true, IsSecret: false }
            ? value.Value
            : new Output<object?>(new OutputData<object?>([], value.Value, value.IsKnown, value.IsSecret));
    }

    private Task RequireAsync() => deployment.Features.RequireAsync(Feature.ResourceHooks, "resource hooks");
}
