using HaIac.Testing;

namespace Pulumi.Benchmarks;

/// <summary>A recorder in this process that keeps nothing, and programs run against it.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly Recorder _engine;

    private Session(Recorder engine) => _engine = engine;

    public static async Task<Session> StartAsync()
    {
        var engine = await Recorder.StartAsync(keepsCalls: false);
        foreach (var (name, value) in engine.Environment())
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        return new Session(engine);
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<int> RunAsync(string shape, int count)
    {
        var exitCode = await Deployment.RunAsync(Shapes.Program(shape, count));

        // The run leaves its code behind for programs that drop it; this process is no such program.
        Environment.ExitCode = 0;
        return exitCode;
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
