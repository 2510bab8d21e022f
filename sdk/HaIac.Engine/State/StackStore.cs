using System.Text;
using System.Text.Json;

namespace HaIac.Engine.State;

/// <summary>Saves one stack's deployments in a backend while an operation runs.</summary>
/// <remarks>
/// One write runs at a time. Deployments that come while it runs wait for the next one, which writes only the last of them:
/// n steps that finish together cost two writes, not n.
/// </remarks>
public sealed class StackStore : IStackStore
{
    private readonly Lock _gate = new();
    private readonly Action<Checkpoint> _write;
    private readonly Checkpoint _template;
    private readonly Func<Manifest> _manifest;
    private Deployment? _waiting;
    private TaskCompletionSource? _next;
    private bool _running;

    /// <summary>A store for one operation.</summary>
    /// <param name="checkpoint">The file as it was read; its unknown fields stay.</param>
    /// <param name="write">Writes a whole file.</param>
    /// <param name="manifest">Makes the manifest of each file.</param>
    public StackStore(Checkpoint checkpoint, Action<Checkpoint> write, Func<Manifest> manifest)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(manifest);
        _template = checkpoint;
        _write = write;
        _manifest = manifest;
    }

    /// <summary>How many times the file was written.</summary>
    public int Writes { get; private set; }

    /// <inheritdoc/>
    public Task SaveAsync(Deployment deployment, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        Task written;
        lock (_gate)
        {
            _waiting = deployment;
            _next ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            written = _next.Task;
            if (!_running)
            {
                _running = true;
                _ = Task.Run(WriteWaiting, CancellationToken.None);
            }
        }

        return written.WaitAsync(ct);
    }

    private void WriteWaiting()
    {
        while (true)
        {
            Deployment deployment;
            TaskCompletionSource done;
            lock (_gate)
            {
                if (_waiting is null || _next is null)
                {
                    _running = false;
                    return;
                }

                deployment = _waiting;
                done = _next;
                _waiting = null;
                _next = null;
            }

            try
            {
                WriteOne(deployment);
                done.SetResult();
            }
#pragma warning disable CA1031 // Whatever went wrong belongs to those who wait for this write.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                done.SetException(exception);
            }
        }
    }

    private void WriteOne(Deployment deployment)
    {
        var stamped = deployment with { Manifest = _manifest() };
        var faults = IntegrityChecker.Check(stamped);

        // The steps have happened, so the state is kept even if it is not sound; the mark tells the next reader.
        if (!faults.IsEmpty)
            stamped = stamped with { MetadataJson = Marked(stamped.Manifest.Version, faults[0]) };
        _write(_template with { Latest = stamped });
        Writes++;
        if (!faults.IsEmpty)
        {
            throw new StateException(
                "HAI1114",
                "State is not sound (bug in HaIac)",
                string.Join("\n         ", faults),
                _template.Stack,
                "The engine put the resources into an order or shape that it must not make.",
                "Please report this. The state was saved as it is; the version before is beside it as .bak.");
        }
    }

    private static string Marked(string version, string fault)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, ValueJson.Compact))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("integrity_error");
            writer.WriteString("version", version);
            writer.WriteString("command", "haiac");
            writer.WriteString("error", fault);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
