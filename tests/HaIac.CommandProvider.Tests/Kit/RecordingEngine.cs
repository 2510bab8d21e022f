using System.Collections.Concurrent;
using Pulumi.Experimental;

namespace HaIac.CommandProvider.Tests.Kit;

/// <summary>An engine that keeps what a plugin tells its user.</summary>
internal sealed class RecordingEngine : IEngine
{
    private readonly ConcurrentQueue<LogRequest> messages = new();

    public IReadOnlyCollection<LogRequest> Messages => messages;

    public IEnumerable<string> Lines => messages.Where(message => message.Ephemeral).Select(message => message.Message);

    public IEnumerable<string> Warnings => messages.Where(message => message.Severity == LogSeverity.Warning).Select(message => message.Message);

    /// <summary>Ends with the first message that holds the text.</summary>
    public TaskCompletionSource Told { get; private set; } = new();

    /// <summary>The engine takes a message no sooner than this is done.</summary>
    public Task Ready { get; set; } = Task.CompletedTask;

    private string awaited = "\0";

    public Task Await(string text)
    {
        awaited = text;
        Told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return Told.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    public Task LogAsync(LogRequest message)
    {
        messages.Enqueue(message);
        if (message.Message.Contains(awaited, StringComparison.Ordinal))
        {
            Told.TrySetResult();
        }

        return Ready;
    }

    public Task RequirePulumiVersionAsync(string pulumiVersionRange) => Task.CompletedTask;
}
