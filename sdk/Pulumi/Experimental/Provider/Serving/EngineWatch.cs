namespace Pulumi.Experimental.Provider;

/// <summary>
/// Notices that the engine which started this plugin died without ending it. Nothing tells a plugin so: standard input may be anything, and
/// the parent may be a language host. But nobody listens at the engine's address any more.
/// </summary>
internal static class EngineWatch
{
    private const int MissesThatCount = 2;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>Looks until the engine is gone, or the session belongs to another one.</summary>
    /// <param name="session">The session; an engine that attaches later is not watched, because such plugins outlive their engines.</param>
    /// <param name="engine">Address of the engine that started the plugin.</param>
    /// <param name="gone">Called once when the engine is gone.</param>
    /// <param name="ct">Stops looking.</param>
    public static async Task RunAsync(ProviderSession session, string engine, Action gone, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Period);
        var seen = false;
        var misses = 0;
        try
        {
            do
            {
                var listens = await EngineAddress.ListensAsync(engine, ct).ConfigureAwait(false);
                seen |= listens == true;
                misses = listens == false ? misses + 1 : 0;
                if (seen && misses >= MissesThatCount)
                {
                    gone();
                    return;
                }
            }
            while (await timer.WaitForNextTickAsync(ct).ConfigureAwait(false) && session.EngineAddress == engine);
        }
        catch (OperationCanceledException)
        {
            // The plugin ends anyway.
        }
    }
}
