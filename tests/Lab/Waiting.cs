using System.Diagnostics;

namespace HaIac.Labs;

/// <summary>Waiting for a condition, with a limit. There is no other waiting in the lab.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task UntilAsync(
        string what, Func<CancellationToken, Task<bool>> condition, TimeSpan limit, CancellationToken ct, Func<string?>? lastSeen = null)
    {
        long started = Stopwatch.GetTimestamp();
        string? failure = null;
        while (true)
        {
            try
            {
                if (await condition(ct))
                {
                    return;
                }

                failure = null;
            }
            catch (LabException e)
            {
                // A node that boots or that is off cannot answer: not yet, rather than never.
                failure = e.Message;
            }

            if (Stopwatch.GetElapsedTime(started) > limit)
            {
                string? seen = failure ?? lastSeen?.Invoke();
                throw new LabException($"After {limit.TotalSeconds:0} s it is still not so that {what}."
                    + (string.IsNullOrWhiteSpace(seen) ? "" : $" Last seen: {seen.Trim()}"));
            }

            await Task.Delay(Pause, ct);
        }
    }
}
