using Pulumi;
using Pulumi.Experimental;

namespace HaIac.CommandProvider.Serving;

/// <summary>Messages of one resource or call to the user of the engine.</summary>
/// <param name="engine">The engine.</param>
/// <param name="urn">The resource; null for a function.</param>
/// <param name="secrets">What no message may hold.</param>
internal sealed class CommandLog(IEngine engine, Urn? urn, SecretTexts secrets)
{
    /// <summary>A line that a command printed. The next one replaces it where there is room for one only.</summary>
    /// <remarks>To be awaited: lines come faster than an engine reads.</remarks>
    public Task LineAsync(string text, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.CompletedTask : SendAsync(LogSeverity.Info, text, ephemeral: true).WaitAsync(cancellationToken);

    /// <summary>What is going on now.</summary>
    public void Status(string text) => _ = SendAsync(LogSeverity.Info, text, ephemeral: true);

    /// <summary>Something that stays and deserves attention.</summary>
    public void Warn(string text) => _ = SendAsync(LogSeverity.Warning, text, ephemeral: false);

    // An engine that takes no messages is no reason to fail what was done.
    private async Task SendAsync(LogSeverity severity, string text, bool ephemeral) =>
        await engine.LogAsync(new(severity, secrets.Mask(text), urn, 0, ephemeral)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
