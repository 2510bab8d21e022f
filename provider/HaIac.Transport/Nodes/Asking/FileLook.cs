using HaIac.Cib.Values;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Nodes.Asking;

/// <summary>The state of files.</summary>
/// <param name="paths">Their paths.</param>
/// <param name="failed">Makes the finding for a path that cannot be looked at, of what the node said.</param>
internal sealed class FileLook(ValueList<string> paths, Func<string, ValueList<string>, TransportException> failed) : NodeRequest<ValueList<FileState>>
{
    private readonly Dictionary<string, string> numbers = [];
    private readonly Dictionary<string, FileState> states = [];

    /// <inheritdoc/>
    public override void Write(RequestWriter writer)
    {
        numbers.Clear();
        states.Clear();
        foreach (var path in paths)
        {
            numbers[writer.Look(path)] = path;
        }
    }

    /// <inheritdoc/>
    public override void Hear(NodeRecord record)
    {
        if (record.Word is not ("file" or "failed") || !numbers.TryGetValue(record.Arguments[0], out var path))
        {
            return;
        }

        if (record.Word == "failed")
        {
            Fail(failed(path, record.Lines));
            return;
        }

        // file NUMBER MODE OWNER CHECKSUM, or file NUMBER none
        states[path] = record.Arguments.Count < 4
            ? new FileState(path, Exists: false)
            : new FileState(path, Exists: true) { Mode = record.Arguments[1].PadLeft(4, '0'), Owner = record.Arguments[2], Checksum = record.Arguments[3] };
        if (states.Count == numbers.Count)
        {
            Done([.. paths.Select(known => states[known])]);
        }
    }
}
