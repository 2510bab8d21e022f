using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Experimental.Provider;

/// <summary>The calls that an engine makes, and what they become. Methods that are not here answer UNIMPLEMENTED.</summary>
internal static class ProviderRoutes
{
    public static GrpcServiceTable For(ProviderSession session)
    {
        var table = new GrpcServiceTable()
            .Add(ResourceProviderMethods.GetPluginInfo, (_, _) => Task.FromResult(new Wire.PluginInfo { Version = session.Version }))
            .Add(ResourceProviderMethods.Attach, (request, _) => AttachAsync(session, request))
            .Add(ResourceProviderMethods.Handshake, (request, ct) => HandshakeAsync(session, request, ct))
            .Add(ResourceProviderMethods.Configure, (request, ct) => ConfigureAsync(session, request, ct))
            .Add(ResourceProviderMethods.Cancel, (_, ct) => CancelAsync(session, ct))
            .AddStream(ResourceProviderMethods.List, (request, ct) => ListAsync(session, request, ct));

        Route(ResourceProviderMethods.Parameterize, (p, read, _, r, ct) => Then(p.Parameterize(read.Parameterize(r), ct), Parameterized));
        Route(ResourceProviderMethods.GetSchema, (p, _, _, r, ct) => Then(p.GetSchema(RequestReader.GetSchema(r), ct), Schema));
        Route(ResourceProviderMethods.CheckConfig, (p, read, write, r, ct) => Then(p.CheckConfig(read.Check(r), ct), write.Check));
        Route(ResourceProviderMethods.DiffConfig, (p, read, _, r, ct) => Then(p.DiffConfig(read.Diff(r), ct), ResponseWriter.Diff));
        Route(ResourceProviderMethods.Check, (p, read, write, r, ct) => Then(p.Check(read.Check(r), ct), write.Check));
        Route(ResourceProviderMethods.Diff, (p, read, _, r, ct) => Then(p.Diff(read.Diff(r), ct), ResponseWriter.Diff));
        Route(ResourceProviderMethods.Create, (p, read, write, r, ct) => Then(p.Create(read.Create(r), ct), write.Create));
        Route(ResourceProviderMethods.Read, (p, read, write, r, ct) => Then(p.Read(read.Read(r), ct), write.Read));
        Route(ResourceProviderMethods.Update, (p, read, write, r, ct) => Then(p.Update(read.Update(r), ct), write.Update));
        Route(ResourceProviderMethods.Delete, (p, read, _, r, ct) => Done(p.Delete(read.Delete(r), ct)));
        Route(ResourceProviderMethods.Invoke, (p, read, write, r, ct) => Then(p.Invoke(read.Invoke(r), ct), write.Invoke));
        Route(ResourceProviderMethods.Call, (p, read, _, r, ct) => CallAsync(session, p, read.Call(r), r, ct));
        Route(ResourceProviderMethods.GetMapping, (p, _, _, r, ct) => Then(p.GetMapping(RequestReader.GetMapping(r), ct), ResponseWriter.GetMapping));
        Route(ResourceProviderMethods.GetMappings, (p, _, _, r, ct) => Then(p.GetMappings(RequestReader.GetMappings(r), ct), ResponseWriter.GetMappings));
        Route(ResourceProviderMethods.Construct, (p, read, _, r, ct) => ConstructAsync(session, p, read, r, ct));
        return table;

        void Route<TRequest, TResponse>(
            GrpcMethod<TRequest, TResponse> method,
            Func<Provider, RequestReader, ResponseWriter, TRequest, CancellationToken, Task<TResponse>> answer)
            where TRequest : IMessage<TRequest>
            where TResponse : IMessage<TResponse> =>
            table.Add(method, (request, caller) =>
            {
                var reader = new RequestReader(method.Name);
                return session.RunAsync(
                    method.Name, reader.Secrets, (p, ct) => answer(p, reader, new ResponseWriter(session.Accepted), request, ct), caller);
            });
    }

    private static Task<Empty> AttachAsync(ProviderSession session, Wire.PluginAttach request)
    {
        session.Attach(EngineAddress(request.Address, "Attach"));
        return Task.FromResult(new Empty());
    }

    private static string EngineAddress(string address, string method) =>
        EngineConnection.IsAddress(address)
            ? address
            : throw new GrpcException(
                GrpcStatusCode.InvalidArgument, $"{method} names \"{address}\" as the address of the engine; expected host:port, as in 127.0.0.1:41215.");

    private static Task<Wire.ProviderHandshakeResponse> HandshakeAsync(
        ProviderSession session, Wire.ProviderHandshakeRequest request, CancellationToken caller)
    {
        if (!session.IsAttached && request.EngineAddress.Length > 0)
        {
            session.Attach(EngineAddress(request.EngineAddress, "Handshake"));
        }

        return session.RunAsync("Handshake", new CallSecrets(), AnswerAsync, caller);

        async Task<Wire.ProviderHandshakeResponse> AnswerAsync(Provider provider, CancellationToken ct)
        {
            var answer = await Given(provider.Handshake(RequestReader.Handshake(request), ct)).ConfigureAwait(false);
            session.Handshake = answer;
            return ResponseWriter.Handshake(answer);
        }
    }

    private static Task<Wire.ConfigureResponse> ConfigureAsync(
        ProviderSession session, Wire.ConfigureRequest request, CancellationToken caller)
    {
        var reader = new RequestReader("Configure");
        return session.RunAsync("Configure", reader.Secrets, AnswerAsync, caller);

        async Task<Wire.ConfigureResponse> AnswerAsync(Provider provider, CancellationToken ct)
        {
            var configure = reader.Configure(request);
            session.Accepted = session.Accepted with { KeepSecrets = request.AcceptSecrets, KeepReferences = request.AcceptResources };
            session.ConfigurationSecrets = reader.Secrets.Mask(SecretMask.Empty);
            var answer = await Given(provider.Configure(configure, ct)).ConfigureAwait(false);
            return ResponseWriter.Configure(answer, session.Handshake);
        }
    }

    private static Task<Wire.ConstructResponse> ConstructAsync(
        ProviderSession session, Provider provider, RequestReader reader, Wire.ConstructRequest r, CancellationToken ct)
    {
        var request = reader.Construct(r);
        var writer = new ResponseWriter(session.Accepted with { KeepOutputs = r.AcceptsOutputValues });
        return Deployment.RunInlineAsync(
            InlineSettings.Of(r, session.EngineAddress), () => Then(provider.Construct(request, ct), writer.Construct), ct);
    }

    private static Task<Wire.CallResponse> CallAsync(
        ProviderSession session, Provider provider, CallRequest request, Wire.CallRequest r, CancellationToken ct)
    {
        var writer = new ResponseWriter(session.Accepted with { KeepOutputs = r.AcceptsOutputValues });
        return r.MonitorEndpoint.Length == 0
            ? Then(provider.Call(request, ct), writer.Call)
            : Deployment.RunInlineAsync(
                InlineSettings.Of(r, session.EngineAddress), () => Then(provider.Call(request, ct), writer.Call), ct);
    }

    private static async Task<Empty> CancelAsync(ProviderSession session, CancellationToken caller)
    {
        session.CancelRunning();
        return session.IsAttached
            ? await session.RunAsync("Cancel", new CallSecrets(), (p, ct) => Done(p.Cancel(ct)), caller).ConfigureAwait(false)
            : new Empty();
    }

    private static async IAsyncEnumerable<Wire.ListResponse> ListAsync(
        ProviderSession session, Wire.ListRequest request, [EnumeratorCancellation] CancellationToken caller)
    {
        var reader = new RequestReader("List");
        var page = await session.RunAsync(
            "List", reader.Secrets, (p, ct) => Then(p.List(reader.List(request), ct), ResponseWriter.List), caller).ConfigureAwait(false);
        foreach (var message in page)
        {
            yield return message;
        }
    }

    private static Wire.ParameterizeResponse Parameterized(ParameterizeResponse r) => new() { Name = r.Name, Version = r.Version };

    private static Wire.GetSchemaResponse Schema(GetSchemaResponse r) => new() { Schema = r.Schema ?? string.Empty };

    private static async Task<TWire> Then<TAnswer, TWire>(Task<TAnswer>? answer, Func<TAnswer, TWire> write) =>
        write(await Given(answer).ConfigureAwait(false));

    // What the compiler promises of providers, it promises only of those that were compiled with its warnings.
    private static async Task<T> Given<T>(Task<T>? answer) =>
        await (answer ?? throw new InvalidOperationException("the provider gave null where a task belongs")).ConfigureAwait(false)
        ?? throw new InvalidOperationException("the provider answered null");

    private static async Task<Empty> Done(Task? task)
    {
        await (task ?? throw new InvalidOperationException("the provider gave null where a task belongs")).ConfigureAwait(false);
        return new Empty();
    }
}
