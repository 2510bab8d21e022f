using System.Diagnostics;

namespace HaIac.Cib.Fuzzing.Running;

/// <summary>Ends the program when one input takes too long; the input is kept.</summary>
internal sealed class HangWatch : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly Timer _timer;
    private readonly string _folder;
    private readonly Lock _lock = new();
    private (string Text, long Since)? _current;

    public HangWatch(string folder)
    {
        _folder = folder;
        _timer = new Timer(_ => Look(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    public void Watch(string? text)
    {
        lock (_lock)
        {
            _current = text is null ? null : (text, Stopwatch.GetTimestamp());
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        (string Text, long Since)? current;
        lock (_lock)
        {
            current = _current;
        }

        if (current is { } input && Stopwatch.GetElapsedTime(input.Since) > Limit)
        {
            var file = Path.Combine(_folder, "hang.xml");
            File.WriteAllText(file, input.Text);
            Console.Error.WriteLine($"An input took longer than {Limit.TotalSeconds} s; it is in {file}.");
            Environment.Exit(3);
        }
    }
}
