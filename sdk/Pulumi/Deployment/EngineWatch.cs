using HaIac.Protocol.Grpc;

namespace Pulumi;

/// <summary>
/// Notices that the engine has ended while the program asks it nothing: otherwise a program that waits for something else
/// would live on without an engine.
/// </summary>
internal sealed class EngineWatch : IDisposable
{
    private const int Attempts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly string _address;
    private readonly Runner _runner;
    private readonly CancellationToken _over;

    /// <summary>Begins to watch.</summary>
    /// <param name="address">The engine's resource monitor.</param>
    /// <param name="runner">Fails when the engine is gone.</param>
    /// <param name="over">Cancelled when the run is over.</param>
    public EngineWatch(string address, Runner runner, CancellationToken over)
    {
        _address = address;
        _runner = runner;
        _over = over;
        GrpcConnection.Ended += OnEnded;
    }

    public void Dispose() => GrpcConnection.Ended -= OnEnded;

    private void OnEnded(string address)
    {
        if (address == _address)
        {
            _ = CheckAsync();
        }
    }

    /// <summary>A connection may also end because there is no need for it; only who takes no new one is gone.</summary>
    private async Task CheckAsync()
    {
        for (var attempt = 0; attempt < Attempts && !_over.IsCancellationRequested; attempt++)
        {
            if (await EngineAddress.ListensAsync(_address, _over).ConfigureAwait(false) == false)
            {
                _runner.Fail(new EngineGoneException(_address));
                return;
            }

            await Task.Delay(Pause, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
