namespace HaIac.Engine.Launching;

/// <summary>A started user program.</summary>
public interface IRunningProgram : IDisposable
{
    /// <summary>Completes with the exit code.</summary>
    Task<int> Ended { get; }

    /// <summary>Asks the program to end and waits until it has.</summary>
    Task StopAsync();
}
