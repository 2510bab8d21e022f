using System.Runtime.InteropServices;

namespace HaIac.Cli;

/// <summary>Ctrl-C and the stop signal of this process.</summary>
internal sealed class ConsoleSignals : IInterrupts, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public ConsoleSignals()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
    }

    public CancellationToken Stop => _stop.Token;

    public CancellationToken Abort => _abort.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _stop.Dispose();
        _abort.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        // The process ends by itself, after it has stored what it did.
        context.Cancel = true;
        (_stop.IsCancellationRequested ? _abort : _stop).Cancel();
    }
}
