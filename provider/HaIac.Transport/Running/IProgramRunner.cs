using HaIac.Transport.Failing;

namespace HaIac.Transport.Running;

/// <summary>Starts programs on this host and carries their streams.</summary>
public interface IProgramRunner
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="start">The program.</param>
    /// <param name="streams">Its input and output.</param>
    /// <param name="cancellationToken">Ends the program with all its children, and waits until they are gone.</param>
    /// <returns>How it ended, whatever its exit status.</returns>
    /// <exception cref="TransportException">It could not be started.</exception>
    Task<ProgramEnd> RunAsync(ProgramStart start, ProgramStreams streams, CancellationToken cancellationToken = default);
}
