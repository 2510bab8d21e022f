using Pulumi;
using Pulumi.Experimental;

namespace HaIac.Provider.Serving;

/// <summary>Messages of one resource, or with an empty urn of none, to the user of the engine.</summary>
internal sealed class ResourceLog(IEngine engine, string urn)
{
    /// <summary>A message that stays. It is there when the call ends, so that the engine shows it with the resource.</summary>
    public Task InfoAsync(string text) => SendAsync(LogSeverity.Info, text, ephemeral: false);

    /// <summary>Several messages that stay.</summary>
    public async Task AllAsync(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            await InfoAsync(text).ConfigureAwait(false);
        }
    }

    /// <summary>Several messages that stay and deserve attention.</summary>
    public async Task AllWarningsAsync(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            await WarningAsync(text).ConfigureAwait(false);
        }
    }

    /// <summary>A message that stays and deserves attention.</summary>
    public Task WarningAsync(string text) => SendAsync(LogSeverity.Warning, text, ephemeral: false);

    /// <summary>What is going on now; the next one replaces it. Not awaited: it is not worth holding anything up.</summary>
    public void Status(string text) => _ = SendAsync(LogSeverity.Info, text, ephemeral: true);

    // An engine that takes no messages is no reason to fail what was done in the cluster.
    private async Task SendAsync(LogSeverity severity, string text, bool ephemeral) =>
        await engine.LogAsync(new(severity, text, urn.Length == 0 ? null : new Urn(urn), 0, ephemeral)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
