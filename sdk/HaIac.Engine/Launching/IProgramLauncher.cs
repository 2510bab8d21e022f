namespace HaIac.Engine.Launching;

/// <summary>Starts the program that declares the resources.</summary>
public interface IProgramLauncher
{
    /// <summary>Starts the program against an engine that is already listening.</summary>
    /// <param name="monitorAddress">Where the resource monitor listens, <c>host:port</c>.</param>
    /// <param name="engineAddress">Where the engine service listens, <c>host:port</c>.</param>
    /// <param name="isPreview">Whether this run only previews.</param>
    /// <param name="onOutput">Gets each line of standard output.</param>
    /// <param name="onError">Gets each line of standard error.</param>
    /// <param name="ct">Stops the start.</param>
    /// <exception cref="LaunchException">The program cannot be started.</exception>
    Task<IRunningProgram> StartAsync(
        string monitorAddress, string engineAddress, bool isPreview, Action<string> onOutput, Action<string> onError, CancellationToken ct);
}
