using System.Collections.Concurrent;
using Google.Protobuf;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace Pulumi;

/// <summary>Serves functions of the program to the engine. The server starts with the first function.</summary>
internal sealed class CallbackHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<ByteString, CancellationToken, Task<IMessage>>> _functions = new();
    private readonly Lazy<Task<GrpcServer>> _server;

    public CallbackHost()
        => _server = new Lazy<Task<GrpcServer>>(
            () => GrpcServer.StartAsync(new GrpcServiceTable().Add(CallbacksMethods.Invoke, InvokeAsync)));

    /// <summary>Adds a function and says how the engine reaches it.</summary>
    public async Task<Callback> AddAsync(Func<ByteString, CancellationToken, Task<IMessage>> function)
    {
        var token = Guid.NewGuid().ToString();
        // The function runs as if it were called here, so that logging, configuration and calls work inside of it.
        var context = ExecutionContext.Capture();
        _functions[token] = context is null ? function : (bytes, cancellationToken) => RunIn(context, () => function(bytes, cancellationToken));
        var server = await _server.Value.ConfigureAwait(false);
        return new Callback { Target = server.Address, Token = token };
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await (await _server.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    private static Task<IMessage> RunIn(ExecutionContext context, Func<Task<IMessage>> function)
    {
        Task<IMessage>? result = null;
        ExecutionContext.Run(context, _ => result = function(), null);
        return result!;
    }

    private async Task<CallbackInvokeResponse> InvokeAsync(CallbackInvokeRequest request, CancellationToken cancellationToken)
    {
        if (!_functions.TryGetValue(request.Token, out var function))
        {
            throw new GrpcException(GrpcStatusCode.NotFound, $"The program has no callback '{request.Token}'.");
        }

        var answer = await function(request.Request, cancellationToken).ConfigureAwait(false);
        return new CallbackInvokeResponse { Response = answer.ToByteString() };
    }
}
