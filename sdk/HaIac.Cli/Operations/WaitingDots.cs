using HaIac.Engine.Rendering;

namespace HaIac.Cli.Operations;

/// <summary>
/// Shows that an operation is alive while it is silent: after a second <c>@ updating...</c> and a dot for each further one, on a
/// line of its own that is ended before the next text (display rule 4).
/// </summary>
internal sealed class WaitingDots : IDisplayOutput, IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly IDisplayOutput _output;
    private readonly TextWriter _writer;
    private readonly string _label;
    private readonly ITimer? _timer;
    private bool _open;

    /// <summary>Dots between the lines of an output.</summary>
    /// <param name="output">Takes the lines.</param>
    /// <param name="writer">Takes the dots; the same place.</param>
    /// <param name="label">Heading of the operation.</param>
    /// <param name="clock">Tells the time; null for no dots.</param>
    public WaitingDots(IDisplayOutput output, TextWriter writer, string label, TimeProvider? clock)
    {
        _output = output;
        _writer = writer;
        _label = label.ToLowerInvariant();
        _timer = clock?.CreateTimer(_ => Tick(), null, Beat, Beat);
    }

    /// <inheritdoc/>
    public void Line(string line)
    {
        lock (_gate)
        {
            End();
            _output.Line(line);
        }
    }

    /// <inheritdoc/>
    public void Error(string text)
    {
        lock (_gate)
        {
            End();
            _output.Error(text);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
            End();
    }

    private void Tick()
    {
        try
        {
            lock (_gate)
            {
                _writer.Write(_open ? "." : $"@ {_label}....");
                _writer.Flush();
                _open = true;
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // Nobody reads any more; the operation goes on.
        }
    }

    private void End()
    {
        _timer?.Change(Beat, Beat);
        if (!_open)
            return;
        _open = false;
        _writer.WriteLine();
    }
}
