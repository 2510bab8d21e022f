using System.Collections.Immutable;
using Pulumi.Experimental.Provider;

namespace Pulumi.Tests.Experimental.Robustness;

/// <summary>A provider of which every call does what the test says; by default each answers something valid.</summary>
internal sealed class MisbehavingProvider : Provider
{
    /// <summary>Makes the task of a call out of a valid answer; may throw.</summary>
    public Func<object, CancellationToken, Task<object?>?> Behaviour { get; set; } = Well;

    public static Task<object?> Well(object answer, CancellationToken ct) => Task.FromResult<object?>(answer);

    public override Task<HandshakeResponse> Handshake(HandshakeRequest request, CancellationToken ct) => Do(new HandshakeResponse(), ct);

    public override Task<ParameterizeResponse> Parameterize(ParameterizeRequest request, CancellationToken ct) =>
        Do(new ParameterizeResponse("n", "1.0.0"), ct);

    public override Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, CancellationToken ct) => Do(new GetSchemaResponse { Schema = "{}" }, ct);

    public override Task<CheckResponse> CheckConfig(CheckRequest request, CancellationToken ct) => Do(new CheckResponse { Inputs = request.NewInputs }, ct);

    public override Task<DiffResponse> DiffConfig(DiffRequest request, CancellationToken ct) => Do(new DiffResponse { Changes = false }, ct);

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, CancellationToken ct) => Do(new ConfigureResponse(), ct);

    public override Task<InvokeResponse> Invoke(InvokeRequest request, CancellationToken ct) => Do(new InvokeResponse { Return = request.Args }, ct);

    public override Task<CreateResponse> Create(CreateRequest request, CancellationToken ct) =>
        Do(new CreateResponse { Id = "1", Outputs = request.Inputs }, ct);

    public override Task<ReadResponse> Read(ReadRequest request, CancellationToken ct) => Do(new ReadResponse { Id = "1", Outputs = request.Outputs }, ct);

    public override Task<CheckResponse> Check(CheckRequest request, CancellationToken ct) => Do(new CheckResponse { Inputs = request.NewInputs }, ct);

    public override Task<DiffResponse> Diff(DiffRequest request, CancellationToken ct) => Do(new DiffResponse { Changes = false }, ct);

    public override Task<UpdateResponse> Update(UpdateRequest request, CancellationToken ct) => Do(new UpdateResponse { Outputs = request.NewInputs }, ct);

    public override Task Delete(DeleteRequest request, CancellationToken ct) => Do(new object(), ct);

    public override Task<ConstructResponse> Construct(ConstructRequest request, CancellationToken ct) =>
        Do(new ConstructResponse(new Urn(ServedProvider.Urn), request.Inputs, new Dictionary<string, ISet<Urn>>()), ct);

    public override Task<CallResponse> Call(CallRequest request, CancellationToken ct) =>
        Do(new CallResponse(request.Args, null, ImmutableDictionary<string, ISet<Urn>>.Empty), ct);

    public override Task<ListResponse> List(ListRequest request, CancellationToken ct) => Do(new ListResponse { Results = [new("1", "one")] }, ct);

    public override Task<GetMappingResponse> GetMapping(GetMappingRequest request, CancellationToken ct) => Do(new GetMappingResponse(), ct);

    public override Task<GetMappingsResponse> GetMappings(GetMappingsRequest request, CancellationToken ct) => Do(new GetMappingsResponse(), ct);

    public override Task Cancel(CancellationToken ct) => Do(new object(), ct);

    private Task<T> Do<T>(T answer, CancellationToken ct)
        where T : class
    {
        // Not async: what a behaviour throws at once, or gives instead of a task, must reach the caller as it is.
        return Behaviour(answer, ct) is { } task ? Typed(task) : null!;

        static async Task<T> Typed(Task<object?> task) => (T)(await task)!;
    }
}
