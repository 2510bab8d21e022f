using Pulumi.Experimental.Provider;

namespace Pulumi.TestProgram;

/// <summary>The provider of the types of these programs: every resource comes to be as it was declared.</summary>
internal sealed class EchoProvider : Provider
{
    public static async Task<int> ServeAsync()
    {
        // The first two are the assembly and the name of the program.
        await Serve(Environment.GetCommandLineArgs()[2..], "1.0.0", _ => new EchoProvider(), CancellationToken.None);
        return 0;
    }

    public override Task<CheckResponse> CheckConfig(CheckRequest request, CancellationToken ct)
        => Task.FromResult(new CheckResponse { Inputs = request.NewInputs });

    public override Task<CheckResponse> Check(CheckRequest request, CancellationToken ct)
        => Task.FromResult(new CheckResponse { Inputs = request.NewInputs });

    public override Task<DiffResponse> Diff(DiffRequest request, CancellationToken ct)
        => Task.FromResult(new DiffResponse { Changes = false });

    public override Task<CreateResponse> Create(CreateRequest request, CancellationToken ct)
        => Task.FromResult(new CreateResponse { Id = request.Name + "-id", Outputs = request.Inputs });
}
