using Google.Protobuf;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace HaIac.Engine.Tests.Kit;

/// <summary>The callback server of a program: functions by token, over real gRPC.</summary>
internal sealed class KitCallbacks : IAsyncDisposable
{
    private readonly Dictionary<string, Func<ByteString, IMessage>> functions = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private GrpcServer? server;

    public static async Task<KitCallbacks> StartAsync()
    {
        var callbacks = new KitCallbacks();
        var routes = new GrpcServiceTable().Add(CallbacksMethods.Invoke, (request, _) =>
        {
            Func<ByteString, IMessage> function;
            lock (callbacks.gate)
            {
                function = callbacks.functions[request.Token];
            }

            return Task.FromResult(new CallbackInvokeResponse { Response = function(request.Request).ToByteString() });
        });
        callbacks.server = await GrpcServer.StartAsync(routes);
        return callbacks;
    }

    /// <summary>Serves a function from now on.</summary>
    public Callback Add<TQuestion>(MessageParser<TQuestion> parser, Func<TQuestion, IMessage> function)
        where TQuestion : IMessage<TQuestion>
    {
        lock (gate)
        {
            var token = $"function-{functions.Count}";
            functions[token] = bytes => function(parser.ParseFrom(bytes));
            return new Callback { Target = server!.Address, Token = token };
        }
    }

    public Callback Transform(Func<TransformRequest, TransformResponse> function) => Add(TransformRequest.Parser, function);

    public Callback InvokeTransform(Func<TransformInvokeRequest, TransformInvokeResponse> function) => Add(TransformInvokeRequest.Parser, function);

    /// <summary>A hook that answers with the text of a failure, or with nothing.</summary>
    public Callback Hook(Func<ResourceHookRequest, string> function) =>
        Add(ResourceHookRequest.Parser, question => new ResourceHookResponse { Error = function(question) });

    public Callback ErrorHook(Func<ErrorHookRequest, ErrorHookResponse> function) => Add(ErrorHookRequest.Parser, function);

    public ValueTask DisposeAsync() => server!.DisposeAsync();
}
