using HaIac.Transport.Failing;

namespace HaIac.Cli.Clusters;

/// <summary>Prints a report again whenever it changed, until Ctrl-C.</summary>
/// <param name="host">The world.</param>
/// <param name="look">Makes the report.</param>
internal sealed class StatusWatch(CliHost host, Func<CancellationToken, Task<string>> look)
{
    // A look costs the cluster two queries; nobody reads faster.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    /// <summary>Looks until it is interrupted, which is how a watch ends. The first look must succeed.</summary>
    /// <param name="ct">Ctrl-C.</param>
    public async Task RunAsync(CancellationToken ct)
    {
        var shown = await look(ct);
        Show(shown);
        try
        {
            while (true)
            {
                await Task.Delay(s_pause, host.Clock, ct);
                var now = await LookAsync(ct);
                if (now != shown)
                    Show(shown = now);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
    }

    /// <summary>A cluster that cannot be observed for a while, because its nodes go down, is what people watch for.</summary>
    private async Task<string> LookAsync(CancellationToken ct)
    {
        try
        {
            return await look(ct);
        }
        catch (TransportException fault)
        {
            return $"error: {fault.Message}";
        }
    }

    private void Show(string report)
    {
        // Home, and clear what is below: no flicker, and nothing is scrolled away.
        host.Out.WriteLine(host.OutputIsTerminal ? $"\u001b[H\u001b[J{report}" : $"{report}\n");
        host.Out.Flush();
    }
}
