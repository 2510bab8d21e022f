using HaIac.Protocol.Messages;

namespace Pulumi;

/// <summary>Hands messages to the engine, one after the other in the order of the calls, without making the program wait.</summary>
internal sealed class EngineLogger(IEngineClient engine, Runner runner)
{
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Whether the program has reported an error, so that it must not end with success.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Waits until the messages that were written without a resource are sent, whether or not that worked.</summary>
    public async Task FlushAsync()
    {
        Task last;
        lock (_lock)
        {
            last = _last;
        }

        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Write(LogSeverity severity, string message, Resource? resource, int streamId, bool ephemeral)
        => runner.Watch(WriteAsync(severity, message, resource, streamId, ephemeral), resource?.RegistrationWaiter);

    public Task WriteAsync(LogSeverity severity, string message, Resource? resource, int streamId = 0, bool ephemeral = false)
    {
        lock (_lock)
        {
            HasErrors |= severity == LogSeverity.Error;
            if (resource is null)
            {
                return _last = SendAfterAsync(_last, severity, message, "", streamId, ephemeral);
            }
        }

        // The URN may take as long as the resource takes, so such a message takes its place in the order only then.
        return SendForResourceAsync(severity, message, resource, streamId, ephemeral);
    }

    private async Task SendForResourceAsync(LogSeverity severity, string message, Resource resource, int streamId, bool ephemeral)
    {
        string urn;
        try
        {
            urn = (await resource.Urn.DataTask.ConfigureAwait(false)).Value;
        }
        catch (Exception)
        {
            // Its registration failed, which is reported by itself; the message is still worth showing.
            urn = "";
        }

        Task sent;
        lock (_lock)
        {
            sent = _last = SendAfterAsync(_last, severity, message, urn, streamId, ephemeral);
        }

        await sent.ConfigureAwait(false);
    }

    private async Task SendAfterAsync(Task previous, LogSeverity severity, string message, string urn, int streamId, bool ephemeral)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            var request = new LogRequest { Severity = severity, Message = message ?? "", Urn = urn, StreamId = streamId, Ephemeral = ephemeral };
            await engine.LogAsync(request, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            throw new LogException(e);
        }
    }
}
