namespace HaIac.Engine.Launching;

/// <summary>Starts a .NET program, or a built executable, as the official language host does.</summary>
/// <remarks>The program is built once; the preview and the update of one <c>up</c> start the same build.</remarks>
public sealed class DotnetProgramLauncher : IProgramLauncher
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ProgramSettings program;
    private readonly TimeProvider clock;
    private CommandLine? command;

    /// <summary>Creates a launcher for one program.</summary>
    public DotnetProgramLauncher(ProgramSettings program, TimeProvider? clock = null)
    {
        this.program = program;
        this.clock = clock ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public async Task<IRunningProgram> StartAsync(
        string monitorAddress, string engineAddress, bool isPreview, Action<string> onOutput, Action<string> onError, CancellationToken ct)
    {
        command ??= await ProgramCommand.ResolveAsync(program, onError, ct).ConfigureAwait(false);
        var environment = ProgramEnvironment.For(program with { IsPreview = isPreview }, monitorAddress, engineAddress);
        return new Running(ChildProcess.Start(command, program.ProgramDirectory, environment, onOutput, onError), clock);
    }

    private sealed class Running(ChildProcess process, TimeProvider clock) : IRunningProgram
    {
        public Task<int> Ended => process.Ended;

        public Task StopAsync() => process.StopAsync(Patience, clock);

        public void Dispose() => process.Dispose();
    }
}
