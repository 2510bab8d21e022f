namespace HaIac.Cli;

/// <summary>Ctrl-C: once to stop in good order, twice to give up at once.</summary>
public interface IInterrupts
{
    /// <summary>Cancelled at the first Ctrl-C: what runs is finished and stored, nothing new begins.</summary>
    CancellationToken Stop { get; }

    /// <summary>Cancelled at the second one: running calls are given up.</summary>
    CancellationToken Abort { get; }
}
