using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

/// <summary>Answers what it is given, prints all the time, and fails the ways that an input "how" asks for.</summary>
internal sealed class EchoProvider(IEngine engine) : Provider
{
    public override async Task<InvokeResponse> Invoke(InvokeRequest request, CancellationToken ct)
    {
        Console.WriteLine("invoked");
        await engine.LogAsync(new LogRequest(LogSeverity.Info, "invoked"));
        if (request.Tok == "wait")
        {
            await Task.Delay(Timeout.Infinite, ct);
        }

        return new InvokeResponse { Return = request.Args };
    }

    public override Task<CheckResponse> Check(CheckRequest request, CancellationToken ct) =>
        Task.FromResult(new CheckResponse { Inputs = request.NewInputs });

    public override Task<CreateResponse> Create(CreateRequest request, CancellationToken ct)
    {
        var answer = new CreateResponse { Id = request.Preview ? null : request.Name, Outputs = request.Inputs };
        return How(request) switch
        {
            "throws" => throw new InvalidOperationException("thrown on purpose\nsecond line"),
            "faults" => Task.FromException<CreateResponse>(new ProviderException(ProviderFailureKind.Precondition, "faulted on purpose")),
            "no task" => null!,
            "no answer" => Task.FromResult<CreateResponse>(null!),
            "huge text" => throw new ProviderException(ProviderFailureKind.Precondition, new string('x', 10_000_000)),
            "unhealthy" => throw new ResourceInitializationException(request.Name, answer.Outputs!, ["sick on purpose"]),
            _ => Task.FromResult(answer),
        };
    }

    public override Task Delete(DeleteRequest request, CancellationToken ct) => Task.CompletedTask;

    private static string? How(CreateRequest request) =>
        !request.Preview && request.Inputs.TryGetValue("how", out var how) && how.TryGetString(out var text) ? text : null;
}
