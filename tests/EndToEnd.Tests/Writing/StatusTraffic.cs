using System.Xml.Linq;
using HaIac.Labs;

namespace EndToEnd.Tests.Writing;

/// <summary>Watches the version of the CIB: how often the configuration and the status changed while the writers were at work.</summary>
internal sealed class StatusTraffic(LabNode node) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private Task _watching = Task.CompletedTask;
    private DateTimeOffset _started;

    public int Configurations { get; private set; }

    /// <summary>At least so many: what happens between two looks, before a change of the configuration, is not seen.</summary>
    public int StatusUpdates { get; private set; }

    public TimeSpan Time { get; private set; }

    public static StatusTraffic Watch(LabNode node)
    {
        var traffic = new StatusTraffic(node) { _started = TimeProvider.System.GetUtcNow() };
        traffic._watching = traffic.WatchAsync();
        return traffic;
    }

    /// <summary>Looks no more; the counts are complete.</summary>
    public async Task StopAsync()
    {
        await _ended.CancelAsync();
        await _watching;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _ended.Dispose();
    }

    private async Task WatchAsync()
    {
        var last = await VersionAsync();
        while (!_ended.IsCancellationRequested)
        {
            var now = await VersionAsync();
            StatusUpdates += now.Epoch == last.Epoch ? Math.Max(0, now.Updates - last.Updates) : now.Updates;
            Configurations += Math.Max(0, now.Epoch - last.Epoch);
            last = now;
            await Task.Delay(200, CancellationToken.None);
        }

        Time = TimeProvider.System.GetUtcNow() - _started;
    }

    private async Task<(int Epoch, int Updates)> VersionAsync()
    {
        var root = XElement.Parse(await node.ReadAsync("cibadmin --query --no-children"));
        return ((int)root.Attribute("epoch")!, (int)root.Attribute("num_updates")!);
    }
}
