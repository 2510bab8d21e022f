using System.Collections.Immutable;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

namespace HaIac.Engine.Tests.Misbehaving;

/// <summary>A provider made with our base. It works, but for one method that does what the test says, for the one resource named "bad".</summary>
internal sealed class BentProvider : Provider
{
    public const string Victim = "bad";

    /// <summary>The method that misbehaves; empty if none does.</summary>
    public string Method { get; set; } = "";

    /// <summary>Makes the task of that method out of a valid answer; may throw.</summary>
    public Func<object, CancellationToken, Task<object?>?> How { get; set; } = (answer, _) => Task.FromResult<object?>(answer);

    /// <summary>How often it misbehaved.</summary>
    public int Times { get; set; }

    public override Task<HandshakeResponse> Handshake(HandshakeRequest request, CancellationToken ct) => Do(nameof(Handshake), new HandshakeResponse(), ct);

    public override Task<ParameterizeResponse> Parameterize(ParameterizeRequest request, CancellationToken ct) =>
        Do(nameof(Parameterize), new ParameterizeResponse("made", "1.0.0"), ct);

    public override Task<CheckResponse> CheckConfig(CheckRequest request, CancellationToken ct) =>
        Do(nameof(CheckConfig), new CheckResponse { Inputs = request.NewInputs }, ct);

    public override Task<DiffResponse> DiffConfig(DiffRequest request, CancellationToken ct) => Do(nameof(DiffConfig), new DiffResponse(), ct);

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, CancellationToken ct) =>
        Do(nameof(Configure), new ConfigureResponse { SupportsPreview = true }, ct);

    public override Task<InvokeResponse> Invoke(InvokeRequest request, CancellationToken ct) =>
        Do(nameof(Invoke), new InvokeResponse { Return = request.Args }, ct);

    public override Task<CallResponse> Call(CallRequest request, CancellationToken ct) =>
        Do(nameof(Call), new CallResponse(ImmutableDictionary<string, PropertyValue>.Empty, null, ImmutableDictionary<string, ISet<Pulumi.Urn>>.Empty), ct);

    public override Task<ConstructResponse> Construct(ConstructRequest request, CancellationToken ct) => Do(
        nameof(Construct),
        new ConstructResponse(new Pulumi.Urn($"urn:pulumi:dev::demo::{request.Type}::{request.Name}"), request.Inputs, ImmutableDictionary<string, ISet<Pulumi.Urn>>.Empty),
        ct);

    public override Task<CheckResponse> Check(CheckRequest request, CancellationToken ct) =>
        Do(nameof(Check), new CheckResponse { Inputs = request.NewInputs }, ct, request.Name);

    public override Task<DiffResponse> Diff(DiffRequest request, CancellationToken ct) => Do(nameof(Diff), new DiffResponse(), ct, request.Name);

    public override Task<CreateResponse> Create(CreateRequest request, CancellationToken ct) => Do(
        nameof(Create) + (request.Preview ? " in a preview" : ""),
        new CreateResponse { Id = request.Preview ? null : "id-" + request.Name, Outputs = request.Inputs }, ct, request.Name);

    public override Task<UpdateResponse> Update(UpdateRequest request, CancellationToken ct) => Do(
        nameof(Update) + (request.Preview ? " in a preview" : ""), new UpdateResponse { Outputs = request.NewInputs }, ct, request.Name);

    public override Task<ReadResponse> Read(ReadRequest request, CancellationToken ct) =>
        Do(nameof(Read), new ReadResponse { Id = request.Id, Outputs = request.Outputs, Inputs = request.Inputs }, ct, request.Name);

    public override Task Delete(DeleteRequest request, CancellationToken ct) => Do(nameof(Delete), new object(), ct, request.Name);

    private Task<T> Do<T>(string method, T answer, CancellationToken ct, string name = Victim)
        where T : class
    {
        if (method != Method || name != Victim)
        {
            return Task.FromResult(answer);
        }

        // Not async: what is thrown at once, or given instead of a task, must reach the base as it is.
        Times++;
        return How(answer, ct) is { } task ? Typed(task) : null!;

        static async Task<T> Typed(Task<object?> task) => (T)(await task)!;
    }
}
