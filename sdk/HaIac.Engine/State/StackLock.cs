using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HaIac.Engine.State;

/// <summary>The right to change a stack; held by one process at a time, told to others by a file in the backend.</summary>
/// <remarks>Source: pulumi-protocol 7.2. The official command line keeps the same files, so both respect each other.</remarks>
public sealed class StackLock : IDisposable
{
    private readonly string _path;

    private StackLock(string path) => _path = path;

    /// <summary>Takes the lock.</summary>
    /// <param name="backend">Where the stack is.</param>
    /// <param name="name">The stack.</param>
    /// <param name="clock">Tells the time.</param>
    /// <exception cref="StateException">Another process has it, or the folder may not be written.</exception>
    public static StackLock Acquire(FileBackend backend, StackName name, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(clock);
        var directory = backend.LockDirectory(name);
        Refuse(Others(directory, null), backend, name);

        var path = Path.Combine(directory, Guid.NewGuid() + ".json");
        var owner = new LockOwner(Environment.ProcessId, Environment.UserName, Environment.MachineName, clock.GetUtcNow());
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(owner.ToJson()));
        var taken = new StackLock(path);
        var others = Others(directory, path);
        if (!others.IsEmpty)
        {
            // Two processes came at the same moment; both step back rather than both going on.
            taken.Dispose();
            Refuse(others, backend, name);
        }

        return taken;
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(_path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next command names the file that is left over and says how to remove it.
        }
    }

    private static ImmutableArray<string> Others(string directory, string? own) =>
        Directory.Exists(directory)
            ? [.. Directory.EnumerateFiles(directory, "*.json").Where(path => path != own).Order(StringComparer.Ordinal)]
            : [];

    private static void Refuse(ImmutableArray<string> locks, FileBackend backend, StackName name)
    {
        if (locks.IsEmpty)
            return;
        var owners = locks.Select(path => $"{path}: {Describe(path)}");
        throw new StateException(
            "HAI1134",
            "Stack is locked",
            $"Stack \"{name}\" is locked by {locks.Length} lock{(locks.Length == 1 ? "" : "s")}; nothing was changed.",
            backend.Url.Url,
            string.Join("\n         ", owners),
            "Wait for the other command to end. If it was killed, remove the lock file, or run pulumi cancel.");
    }

    private static string Describe(string path)
    {
        try
        {
            return LockOwner.Parse(File.ReadAllText(path)).ToString();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            return "the file cannot be read";
        }
    }

    private sealed record LockOwner(int Pid, string User, string Host, DateTimeOffset Since)
    {
        public static LockOwner Parse(string json)
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new(
                root.TryGetProperty("pid", out var pid) && pid.TryGetInt32(out var number) ? number : 0,
                Text("username"),
                Text("hostname"),
                DateTimeOffset.TryParse(Text("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : default);

            string Text(string name) => root.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
        }

        public string ToJson()
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, ValueJson.Compact))
            {
                writer.WriteStartObject();
                writer.WriteNumber("pid", Pid);
                writer.WriteString("username", User);
                writer.WriteString("hostname", Host);
                writer.WriteString("timestamp", ResourceJson.TimeText(Since));
                writer.WriteEndObject();
            }

            return Encoding.UTF8.GetString(buffer.ToArray());
        }

        public override string ToString() => $"created by {User}@{Host} (pid {Pid}) at {ResourceJson.TimeText(Since)}";
    }
}
