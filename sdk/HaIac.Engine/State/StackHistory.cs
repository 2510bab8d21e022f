using System.Text;

namespace HaIac.Engine.State;

/// <summary>Keeps one record and one copy of the state after each operation.</summary>
/// <remarks>Source: pulumi-protocol 7.2.</remarks>
public static class StackHistory
{
    /// <summary>Adds what an operation did. The state is the one the backend has now.</summary>
    /// <param name="backend">Where the stack is.</param>
    /// <param name="name">The stack.</param>
    /// <param name="record">What was done.</param>
    /// <param name="ct">Stops before the first file is written.</param>
    /// <exception cref="StateException">A file cannot be written.</exception>
    public static async Task AddAsync(FileBackend backend, StackName name, HistoryRecord record, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(record);
        var state = await backend.ReadAsync(name, ct).ConfigureAwait(false);
        var nanoseconds = (record.End - DateTimeOffset.UnixEpoch).Ticks * 100;
        var history = Path.Combine(backend.HistoryDirectory(name), $"{name.Stack}-{nanoseconds}");
        AtomicFile.Write(Path.Combine(backend.BackupDirectory(name), $"{name.Stack}.{nanoseconds}.json"), state);
        AtomicFile.Write(history + ".checkpoint.json", state);
        AtomicFile.Write(history + ".history.json", Encoding.UTF8.GetBytes(record.ToJson()));
    }
}
