using Pulumi.Experimental.Provider;

namespace Pulumi.Tests.Experimental;

/// <summary>A provider whose calls are given by the test; a call that is not given is not supported.</summary>
internal sealed class ScriptedProvider : Provider
{
    public Func<CheckRequest, CancellationToken, Task<CheckResponse>>? OnCheck { get; set; }

    public Func<DiffRequest, CancellationToken, Task<DiffResponse>>? OnDiff { get; set; }

    public Func<CreateRequest, CancellationToken, Task<CreateResponse>>? OnCreate { get; set; }

    public Func<ReadRequest, CancellationToken, Task<ReadResponse>>? OnRead { get; set; }

    public Func<UpdateRequest, CancellationToken, Task<UpdateResponse>>? OnUpdate { get; set; }

    public Func<DeleteRequest, CancellationToken, Task>? OnDelete { get; set; }

    public Func<InvokeRequest, CancellationToken, Task<InvokeResponse>>? OnInvoke { get; set; }

    public Func<CallRequest, CancellationToken, Task<CallResponse>>? OnCall { get; set; }

    public Func<ConstructRequest, CancellationToken, Task<ConstructResponse>>? OnConstruct { get; set; }

    public Func<ConfigureRequest, CancellationToken, Task<ConfigureResponse>>? OnConfigure { get; set; }

    public Func<ParameterizeRequest, CancellationToken, Task<ParameterizeResponse>>? OnParameterize { get; set; }

    public Func<GetSchemaRequest, CancellationToken, Task<GetSchemaResponse>>? OnGetSchema { get; set; }

    public override Task<CheckResponse> Check(CheckRequest request, CancellationToken ct) => OnCheck?.Invoke(request, ct) ?? base.Check(request, ct);

    public override Task<DiffResponse> Diff(DiffRequest request, CancellationToken ct) => OnDiff?.Invoke(request, ct) ?? base.Diff(request, ct);

    public override Task<CreateResponse> Create(CreateRequest request, CancellationToken ct) => OnCreate?.Invoke(request, ct) ?? base.Create(request, ct);

    public override Task<ReadResponse> Read(ReadRequest request, CancellationToken ct) => OnRead?.Invoke(request, ct) ?? base.Read(request, ct);

    public override Task<UpdateResponse> Update(UpdateRequest request, CancellationToken ct) => OnUpdate?.Invoke(request, ct) ?? base.Update(request, ct);

    public override Task Delete(DeleteRequest request, CancellationToken ct) => OnDelete?.Invoke(request, ct) ?? base.Delete(request, ct);

    public override Task<InvokeResponse> Invoke(InvokeRequest request, CancellationToken ct) => OnInvoke?.Invoke(request, ct) ?? base.Invoke(request, ct);

    public override Task<CallResponse> Call(CallRequest request, CancellationToken ct) => OnCall?.Invoke(request, ct) ?? base.Call(request, ct);

    public override Task<ConstructResponse> Construct(ConstructRequest request, CancellationToken ct) =>
        OnConstruct?.Invoke(request, ct) ?? base.Construct(request, ct);

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, CancellationToken ct) =>
        OnConfigure?.Invoke(request, ct) ?? base.Configure(request, ct);

    public override Task<ParameterizeResponse> Parameterize(ParameterizeRequest request, CancellationToken ct) =>
        OnParameterize?.Invoke(request, ct) ?? base.Parameterize(request, ct);

    public override Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, CancellationToken ct) =>
        OnGetSchema?.Invoke(request, ct) ?? base.GetSchema(request, ct);
}
