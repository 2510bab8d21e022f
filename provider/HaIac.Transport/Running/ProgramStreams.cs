namespace HaIac.Transport.Running;

/// <summary>Who writes the input of a program and who reads its output. The three run beside each other, from start to end.</summary>
public sealed record ProgramStreams
{
    /// <summary>Writes standard input; it is closed afterwards. Default: the program reads nothing.</summary>
    public Func<Stream, CancellationToken, Task> Input { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Reads standard output to its end.</summary>
    public required Func<Stream, CancellationToken, Task> Output { get; init; }

    /// <summary>Reads standard error to its end.</summary>
    public required Func<Stream, CancellationToken, Task> Errors { get; init; }
}
