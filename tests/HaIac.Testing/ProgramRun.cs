namespace HaIac.Testing;

/// <summary>How one program ended.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program to its end; one that takes longer than a minute hangs and is ended.</summary>
    /// <exception cref="TimeoutException">The program hung.</exception>
    public static async Task<ProgramRun> StartAsync(string assembly, string workingDirectory, IReadOnlyDictionary<string, string> environment)
    {
        await using var program = RunningProgram.Start(assembly, [], workingDirectory, environment);
        return await program.WaitAsync();
    }
}
