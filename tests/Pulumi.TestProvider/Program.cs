using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

// Prints before, while and after it serves: none of it may reach standard output.
await Provider.Serve(
    args,
    "1.2.3",
    engine =>
    {
        Console.WriteLine("made");
        return new EchoProvider(engine);
    },
    CancellationToken.None);
Console.Error.WriteLine("ended");

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
}
