using HaIac.Testing;

namespace Pulumi.Tests.Deployments.Programs;

/// <summary>One of the programs of <c>Pulumi.TestProgram</c> as a process, with a recorder as its engine.</summary>
internal sealed class TestProgramRun : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("haiac-program-");

    private TestProgramRun(Recorder engine, string name, string parallel, IEnumerable<KeyValuePair<string, string>> variables)
    {
        Engine = engine;
        var environment = engine.Environment(parallel);
        foreach (var (key, value) in variables)
        {
            environment[key] = value;
        }

        Program = RunningProgram.Start(Path.Combine(AppContext.BaseDirectory, "Pulumi.TestProgram.dll"), [name], _folder.FullName, environment);
    }

    public Recorder Engine { get; }

    public RunningProgram Program { get; }

    public static async Task<TestProgramRun> StartAsync(
        string name, EngineAnswers? answers = null, string parallel = "16", Dictionary<string, string>? variables = null)
        => new(await Recorder.StartAsync(answers), name, parallel, variables ?? []);

    /// <summary>The errors that the program handed to the engine.</summary>
    public IReadOnlyList<string> Errors
        => [.. Engine.Requests<HaIac.Protocol.Messages.LogRequest>().Where(l => l.Severity == HaIac.Protocol.Messages.LogSeverity.Error).Select(l => l.Message)];

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        await Engine.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
