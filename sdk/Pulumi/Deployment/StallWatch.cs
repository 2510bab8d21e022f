namespace Pulumi;

/// <summary>
/// Looks now and then whether the work of a program still goes on. Work that waits in a circle fails the run; work that
/// waits for something the SDK cannot see is only named to the user, because it may be meant.
/// </summary>
internal sealed class StallWatch : IAsyncDisposable
{
    private const int MostEnds = 5;
    private readonly Runner _runner;
    private readonly StallLimits _limits;
    private readonly ITimer _timer;
    private long _progress = -1;
    private int _quietLooks;
    private TimeSpan _quiet;
    private int _looking;

    public StallWatch(Runner runner, StallLimits limits)
    {
        _runner = runner;
        _limits = limits;
        _quiet = limits.Quiet;
        _timer = limits.Clock.CreateTimer(_ => Look(), null, limits.Look, limits.Look);
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    internal static string DescribeCircle(IReadOnlyList<Waiting> circle)
        => $"Resources or outputs depend on each other in a circle: {string.Join(" -> ", circle.Append(circle[0]).Select(w => w.Describe()))}. " +
            "Remove one of these dependencies; a component in DependsOn stands for all resources inside it.";

    private void Look()
    {
        if (Interlocked.Exchange(ref _looking, 1) != 0)
        {
            return;
        }

        try
        {
            var progress = _runner.Progress;
            _quietLooks = progress == _progress ? _quietLooks + 1 : 0;
            _progress = progress;
            if (_quietLooks == 0)
            {
                return;
            }

            // Doubling: a long wait for the engine must not cost a walk over all outputs four times a second.
            if ((_quietLooks & (_quietLooks - 1)) == 0 && _runner.Graph().FindCircle() is { Count: > 0 } circle)
            {
                _runner.Fail(new ResourceException(DescribeCircle(circle), null, hideStack: true));
            }
            else if (_limits.Look * _quietLooks >= _quiet && _limits.OpenCalls() == 0)
            {
                Tell();

                // The message is seen; who goes on waiting is reminded seldom.
                _quiet *= 10;
            }
        }
        finally
        {
            Volatile.Write(ref _looking, 0);
        }
    }

    private void Tell()
    {
        var ends = _runner.Graph().Ends();
        var lines = ends.Take(MostEnds).Select(e => "\n  - " + e)
            .Concat(ends.Count > MostEnds ? [$"\n  - and {ends.Count - MostEnds} more"] : []);
        _limits.Tell(
            $"The program has asked nothing of the engine for {_quiet.TotalSeconds:0} s, and no answer is open. It waits for:{string.Concat(lines)}\n" +
            "If that is not meant, resolve what is named here or end the program.");
    }
}
