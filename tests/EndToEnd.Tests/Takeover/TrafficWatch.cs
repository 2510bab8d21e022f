using System.Diagnostics;
using System.Net.Sockets;
using HaIac.Labs;

namespace EndToEnd.Tests.Takeover;

/// <summary>A client that asks one port of every node again and again, and remembers when nobody answered and how many did.</summary>
/// <remarks>What counts as an answer is an accepted connection; daemons that greet or take requests do that after they have opened their port.</remarks>
internal sealed class TrafficWatch : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, bool> _answers = new(StringComparer.Ordinal);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Task _asking;
    private TimeSpan _lastAnswer;
    private TimeSpan _longestGap;
    private int _most;

    private TrafficWatch(Lab lab, int port) =>
        _asking = Task.WhenAll(lab.Nodes.Select(node => Task.Run(() => AskAsync(node, port))));

    /// <summary>The longest time in which no node answered.</summary>
    public TimeSpan LongestGap
    {
        get
        {
            lock (_gate)
            {
                return Max(_longestGap, _answers.ContainsValue(true) ? TimeSpan.Zero : _clock.Elapsed - _lastAnswer);
            }
        }
    }

    /// <summary>How many nodes answered at the same time at most, since the watch began or <see cref="ForgetMost"/>.</summary>
    public int Most
    {
        get
        {
            lock (_gate)
            {
                return _most;
            }
        }
    }

    /// <summary>Begins to ask, and returns as soon as at least one node answers.</summary>
    public static async Task<TrafficWatch> StartAsync(Lab lab, int port)
    {
        var watch = new TrafficWatch(lab, port);
        await Lab.WaitUntilAsync($"port {port} answers", _ => Task.FromResult(watch.Answering > 0), TimeSpan.FromMinutes(1));
        lock (watch._gate)
        {
            watch._longestGap = TimeSpan.Zero;
        }

        return watch;
    }

    /// <summary>How many nodes answer now.</summary>
    public int Answering
    {
        get
        {
            lock (_gate)
            {
                return _answers.Values.Count(answers => answers);
            }
        }
    }

    /// <summary>Counts <see cref="Most"/> anew.</summary>
    public void ForgetMost()
    {
        lock (_gate)
        {
            _most = _answers.Values.Count(answers => answers);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AskAsync(LabNode node, int port)
    {
        while (!_stop.IsCancellationRequested)
        {
            var answers = await AnswersAsync(node.Address, port);
            lock (_gate)
            {
                var now = _clock.Elapsed;
                if (answers)
                {
                    if (!_answers.ContainsValue(true))
                    {
                        _longestGap = Max(_longestGap, now - _lastAnswer);
                    }

                    _lastAnswer = now;
                }

                _answers[node.Name] = answers;
                _most = Math.Max(_most, _answers.Values.Count(value => value));
            }

            await Task.Delay(Pause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> AnswersAsync(string address, int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        limit.CancelAfter(Patience);
        try
        {
            await socket.ConnectAsync(address, port, limit.Token);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
