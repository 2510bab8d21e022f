using Pulumi;
using Pulumi.Experimental;

namespace HaIac.Provider.Serving;

/// <summary>Messages of one resource to the user of the engine.</summary>
internal sealed class ResourceLog(IEngine engine, string urn)
{
    /// <summary>A message that stays.</summary>
    public void Info(string text) => Send(LogSeverity.Info, text, ephemeral: false);

    /// <summary>A message that stays and deserves attention.</summary>
    public void Warning(string text) => Send(LogSeverity.Warning, text, ephemeral: false);

    /// <summary>What is going on now; the next one replaces it.</summary>
    public void Status(string text) => Send(LogSeverity.Info, text, ephemeral: true);

    /// <summary>Not awaited: a message is not worth holding up the cluster, and an engine that is gone needs none.</summary>
    private void Send(LogSeverity severity, string text, bool ephemeral) =>
        _ = engine.LogAsync(new(severity, text, new Urn(urn), 0, ephemeral))
            .ContinueWith(static sent => _ = sent.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
