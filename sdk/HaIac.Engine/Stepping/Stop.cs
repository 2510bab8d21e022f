namespace HaIac.Engine.Stepping;

/// <summary>Whether an operation should begin anything further.</summary>
internal sealed class Stop : IDisposable
{
    private readonly CancellationTokenSource requested = new();
    private readonly CancellationTokenSource aborted = new();

    /// <summary>Whether nothing further may begin.</summary>
    public bool IsRequested => requested.IsCancellationRequested;

    /// <summary>Cancelled when nothing further may begin; what runs goes on.</summary>
    public CancellationToken Token => requested.Token;

    /// <summary>Cancelled when even running calls are given up.</summary>
    public CancellationToken Abort => aborted.Token;

    /// <summary>Lets nothing further begin.</summary>
    public void Request() => requested.Cancel();

    /// <summary>Gives up running calls too.</summary>
    public void GiveUp()
    {
        requested.Cancel();
        aborted.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        requested.Dispose();
        aborted.Dispose();
    }
}
